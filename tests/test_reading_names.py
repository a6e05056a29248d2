"""Names of files and folders become addresses and titles: they are checked like text."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator import site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[str, str], Path]


def codes(root: Path) -> list[tuple[str, str]]:
    _, problems = site.read(root)
    return [(p.code, p.position.file) for p in problems]


@pytest.mark.parametrize("folder", ['"><img src=x onerror=alert(1)>', "a #1?", "Upper", "é"])
def test_folder_of_claims_is_named_like_an_id(toy: Path, folder: str) -> None:
    (toy / "claims" / folder).mkdir()
    (toy / "claims/ferry-cost.yml").rename(toy / "claims" / folder / "ferry-cost.yml")
    assert ("bad-id", f"claims/{folder}/ferry-cost.yml") in codes(toy)


def test_folder_that_is_not_utf8_is_told(toy: Path) -> None:
    folder = os.fsencode(toy / "claims") + b"/\xff"
    os.mkdir(folder)  # noqa: PTH102 - pathlib cannot name it
    (toy / "claims/ferry-cost.yml").rename(toy / "claims" / "\udcff" / "ferry-cost.yml")
    assert "bad-id" in [code for code, _ in codes(toy)]


@pytest.mark.parametrize("name", ["<img src=x onerror=alert(5)>.md", "Über uns.md", "A.png"])
def test_hand_written_page_is_named_like_an_id(toy: Path, write: Write, name: str) -> None:
    write(f"content/pages/{name}", "# x\n")
    assert codes(toy) == [("bad-id", f"content/pages/{name}")]


@pytest.mark.parametrize("name", ["x.txt", "x.png", "x.md"])
def test_link_beside_pages_is_told(toy: Path, name: str) -> None:
    (toy / "content/pages" / name).symlink_to("/etc/hostname")
    assert codes(toy) == [("unreadable-file", f"content/pages/{name}")]


@pytest.mark.parametrize("name", ["x.png~", ".h.png", ".#index.md"])
def test_what_an_editor_leaves_is_neither_told_nor_published(toy: Path, name: str) -> None:
    (toy / "content/pages" / name).symlink_to("/etc/hostname")
    (toy / "claims" / name).symlink_to("nobody@nowhere")
    inputs, problems = site.read(toy)
    assert problems == []
    assert inputs is not None
    assert inputs.pictures == ()
