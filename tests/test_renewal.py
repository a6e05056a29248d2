"""A build that keeps what did not change is the build that makes everything."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest

from generator import former, site
from generator.former import Former, MadeFile
from generator.hosts import program
from generator.plan import Recipe
from generator.renewal import Renewal
from generator.work import Forked, Sent, Work

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CLAIM = "claims/ferry-cost.yml"


def renewed(
    root: Path,
    known: Former | None = None,
    has: Callable[[MadeFile], bool] = lambda _: True,
    work: Work | None = None,
    late: tuple[str, ...] = (),
) -> Renewal:
    inputs, problems = site.read(root)
    assert inputs is not None, problems
    renewal = Renewal(former=known or Former(program=program.digest()), has=has, late=late)
    renewal.run(Recipe(inputs=inputs, drafts=False), work or Work())
    return renewal


def whole(root: Path) -> dict[str, bytes]:
    inputs, _ = site.read(root)
    assert inputs is not None
    outputs, _ = site.build(inputs, drafts=False)
    return {o.path: b"" if o.make else o.data for o in outputs}


def content(renewal: Renewal) -> dict[str, bytes]:
    """Return what was made, pictures without their bytes."""
    return dict.fromkeys(renewal.drawn, b"") | {p: o.data for p, o in renewal.outputs.items()}


def edit(root: Path, old: str, new: str, file: str = CLAIM) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), "utf-8")


def test_the_first_build_makes_everything(toy: Path) -> None:
    first = renewed(toy)
    assert content(first) == whole(toy)
    assert first.made == len(first.entries)
    assert {file.path for file in first.files} == first.outputs.keys() | first.drawn.keys()


def test_without_a_change_nothing_is_made(toy: Path) -> None:
    first = renewed(toy)
    second = renewed(toy, first.result)
    assert (second.made, second.outputs) == (0, {})
    assert second.files == first.files


def test_after_an_edit_old_and_new_are_the_whole(toy: Path) -> None:
    first = renewed(toy)
    edit(toy, "title: ", "title: Once more, ")
    second = renewed(toy, first.result)
    assert 0 < second.made < first.made
    kept = content(first) | content(second)
    assert {file.path: kept[file.path] for file in second.files} == whole(toy)
    assert second.result == renewed(toy).result


def test_what_may_be_late_is_made_once(toy: Path) -> None:
    first = renewed(toy, late=("export tables",))
    tables = [file.path for file in first.entries["export tables"].files]
    assert tables
    assert set(tables) <= first.outputs.keys() | first.drawn.keys()
    edit(toy, "title: ", "title: Once more, ")
    second = renewed(toy, first.result, late=("export tables",))
    assert second.entries["export tables"] is first.entries["export tables"]
    assert not set(tables) & (second.outputs.keys() | second.drawn.keys())
    third = renewed(toy, second.result)  # which may not be late
    assert third.entries["export tables"].stamp != first.entries["export tables"].stamp


def test_what_is_wrong_is_told_by_each_build(toy: Path) -> None:
    good, flawed = "41,500 crowns in 2030.", "'The ferry cost 41,500 crowns: accurate'"
    edit(toy, f"claim_short: The ferry cost {good}", f"claim_short: {flawed}")
    first = renewed(toy)
    second = renewed(toy, first.result)
    assert [problem.code for problem in first.problems] == ["claim-review"]
    assert (second.made, second.problems) == (1, first.problems)
    edit(toy, f"claim_short: {flawed}", f"claim_short: The ferry cost {good}")
    assert renewed(toy, second.result).problems == []


def test_a_file_that_is_gone_is_made_again(toy: Path) -> None:
    first = renewed(toy)
    second = renewed(toy, first.result, lambda file: file.path != "claims/ferry-cost.md")
    assert second.made == 1
    assert content(second)["claims/ferry-cost.md"] == content(first)["claims/ferry-cost.md"]


def test_a_build_is_read_back_as_it_was(toy: Path, tmp_path: Path) -> None:
    first = renewed(toy).result
    former.save(tmp_path / "parts.json", first)
    assert former.load(tmp_path / "parts.json", first.program) == first


def test_a_build_of_another_program_is_none(toy: Path, tmp_path: Path) -> None:
    former.save(tmp_path / "parts.json", renewed(toy).result)
    assert former.load(tmp_path / "parts.json", "another").entries == {}


@pytest.mark.parametrize("spoil", ["cut", "bit", "forged", "gone"])
def test_a_spoilt_build_is_none(spoil: str, toy: Path, tmp_path: Path) -> None:
    place, first = tmp_path / "parts.json", renewed(toy).result
    former.save(place, first)
    raw = place.read_bytes()
    if spoil == "cut":
        place.write_bytes(raw[: len(raw) // 2])
    elif spoil == "bit":
        place.write_bytes(raw[:-9] + bytes([raw[-9] ^ 1]) + raw[-8:])
    elif spoil == "forged":
        place.write_bytes(raw.partition(b"\n")[0] + b"\n" + json.dumps({"format": 1}).encode())
    else:
        place.unlink()
    assert former.load(place, first.program).entries == {}


def test_the_digest_of_the_program_names_its_files(monkeypatch: pytest.MonkeyPatch) -> None:
    before = program.digest()
    monkeypatch.setattr(program, "version", lambda name: f"{name} of tomorrow")
    program.digest.cache_clear()
    assert program.digest() != before
    monkeypatch.undo()
    program.digest.cache_clear()
    assert program.digest() == before


def test_processes_make_the_same(toy: Path) -> None:
    alone, several = renewed(toy), renewed(toy, work=Work(pool=Forked(2, is_chosen=True)))
    assert content(several) == content(alone)
    assert several.result == alone.result
    assert list(several.entries) == list(alone.entries)


def test_an_executor_that_is_sent_everything_makes_the_same(toy: Path) -> None:
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:
        sent = renewed(toy, work=Work(pool=Sent(executor, 2)))
    alone = renewed(toy)
    assert content(sent) == content(alone)
    assert sent.result == alone.result
