"""Files of tests that must not run beside each other, and what several workers make once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import sharing
from tests.hosted import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FILES = {file.relative_to(ROOT).as_posix(): file for file in ROOT.glob("tests/test_*.py")}
# What such a file says.
SIGNS = ("pytest.mark.browser\n", "import cluster\n", "import judge\n", "time.sleep(")


@pytest.mark.parametrize("file", sorted(sharing.ALONE))
def test_what_runs_alone_is_there(file: str) -> None:
    assert file in FILES


@pytest.mark.parametrize("file", sorted(FILES))
def test_what_drives_a_browser_or_waits_runs_alone(file: str) -> None:
    text = FILES[file].read_text("utf-8")
    if file != "tests/test_sharing.py" and any(sign in text for sign in SIGNS):
        assert file in sharing.ALONE


def test_a_folder_is_made_once_for_all_workers(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Factory:
        def __init__(self, base: Path) -> None:
            self.base = base

        def getbasetemp(self) -> Path:
            self.base.mkdir(exist_ok=True)
            return self.base

        def mktemp(self, name: str) -> Path:
            return tmp_path_factory.mktemp(name)

    made: list[str] = []

    def make(folder: Path) -> None:
        made.append(folder.name)
        (folder / "page").write_text("It is there.")

    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")
    workers = [Factory(tmp_path / name) for name in ("gw0", "gw1")]
    found = [sharing.once(worker, "made", make) for worker in workers]  # type: ignore[arg-type]
    assert found == [tmp_path / "made"] * 2
    assert (found[0] / "page").read_text() == "It is there."
    assert len(made) == 1
    monkeypatch.delenv("PYTEST_XDIST_WORKER")
    assert sharing.once(workers[0], "made", make) != found[0]  # type: ignore[arg-type]
