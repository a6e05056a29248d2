"""A build makes what it has to, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import parts, site
from generator.hosts.building import Building
from generator.hosts.settling import Site
from generator.plan import Recipe

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    import pytest


def _build(
    root: Path, menu: str, monkeypatch: pytest.MonkeyPatch, warned: Collection[str] = ()
) -> tuple[int, int]:
    """Build and publish; return how many parts were made, one made twice counted twice, of all."""
    made: list[str] = []
    real = parts.Part.made

    def counted(part: parts.Part) -> parts.Result:
        made.append(part.name)
        return real(part)

    monkeypatch.setattr(parts.Part, "made", counted)
    inputs, problems = site.read(root)
    assert inputs is not None, problems

    def frame(paths: Collection[str]) -> dict[str, object]:
        return {"menu": menu, "has claims": "claims/index.md" in paths}

    folder = Site.open(root / "site", root / ".cache", "program")
    recipe = Recipe(inputs=inputs, drafts=False)
    building = Building(site=folder, recipe=recipe, settings="settings", frame_of=frame)
    building.run()
    staged = folder.staging()
    for output in (*building.renewal.outputs.values(), *building.renewal.drawn.values()):
        path = output.path.removesuffix("index.md").removesuffix(".md")
        page = f"{path.rstrip('/')}/index.html".lstrip("/")
        file = staged / (page if output.is_page else output.path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"" if output.path in building.renewal.drawn else output.data)
    building.settle(staged, lambda _, pages: pages, warned)
    monkeypatch.setattr(parts.Part, "made", real)
    return len(made), len(building.renewal.entries)


def test_a_first_build_makes_each_part_once(toy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, known = _build(toy, "menu", monkeypatch)
    assert made == known


def test_a_second_build_makes_nothing(toy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _build(toy, "menu", monkeypatch)
    made, _ = _build(toy, "menu", monkeypatch)
    assert made == 0


def test_another_frame_makes_all_pages_again(toy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _build(toy, "menu", monkeypatch)
    before = {file: file.stat().st_ino for file in (toy / "site").rglob("*.html")}
    made, known = _build(toy, "another menu", monkeypatch)
    assert 0 < made <= known
    after = {file: file.stat().st_ino for file in (toy / "site").rglob("*.html")}
    pages = [file for file in after if file.name == "index.html"]
    # A former address only leads on: nothing frames it.
    leads_on = toy / "site/claims/mayor-and-ferry/index.html"
    assert [file for file in pages if before.get(file) == after[file]] == [leads_on]


def test_what_was_warned_of_is_made_again(toy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Else the second build would be silent, and one with --strict would publish it.
    _build(toy, "menu", monkeypatch, ["claims/ferry-cost.md"])
    assert _build(toy, "menu", monkeypatch)[0] == 1
    assert _build(toy, "menu", monkeypatch)[0] == 0
