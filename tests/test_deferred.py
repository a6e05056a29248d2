"""A deferred module is loaded when it is first asked, and asked once for each name."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from generator.deferred import deferred

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_loaded_at_first_use_and_finds_what_it_gave_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "asked = []\n\ndef __getattr__(name):\n    asked.append(name)\n    return name.upper()\n"
    (tmp_path / "seldom_used.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    module = deferred("seldom_used")
    assert "seldom_used" not in sys.modules
    assert [module.width, module.width, module.height] == ["WIDTH", "WIDTH", "HEIGHT"]
    asked = sys.modules.pop("seldom_used").asked
    assert [name for name in asked if not name.startswith("_")] == ["width", "height"]


def test_what_the_module_has_not_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = deferred("json").no_such_name
