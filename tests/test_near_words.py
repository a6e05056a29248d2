"""What is shown of the evidence for words that it does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.checks import near_words, quoted_words
from tests.conftest import all_problems

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.problems import Problem

    Edit = Callable[[str, str, str], None]

FERRY = "claims/mayor-keeps-ferry.yml"
SUMMARY = "The Herald carries the words, twice."


def told(toy: Path, edit: Edit, text: str) -> list[Problem]:
    edit(FERRY, f"summary: {SUMMARY}", f"summary: {text}")
    return [problem for problem in all_problems(toy) if problem.code == "quoted-words"]


@pytest.mark.parametrize(
    ("quoted", "line"),
    [
        (
            "We will not close the bridge this winter.",
            "not-close: We will not close the [-bridge-] {+ferry+} this winter",
        ),
        (
            "islanders were assured a boat",
            "promised-boat: islanders were [-assured-] {+promised+} a boat",
        ),
    ],
)
def test_nearest_passage_is_shown_and_offered(
    toy: Path, edit: Edit, quoted: str, line: str
) -> None:
    (found,) = told(toy, edit, f"She said “{quoted}”")
    assert found.details == (f"nearest, in otterby-herald-ferry#{line}",)
    assert found.mend is not None
    assert not found.mend.is_certain
    mended = found.mend.written_into((toy / FERRY).read_text("utf-8"))
    (toy / FERRY).write_text(mended, "utf-8")
    assert all_problems(toy) == []
    assert mended.count("”") == 1


def test_nothing_near_is_not_shown(toy: Path, edit: Edit) -> None:
    (found,) = told(toy, edit, "She said “something else entirely”.")
    assert (found.details, found.mend) == ((), None)


def test_no_mend_where_the_file_writes_the_words_in_another_way(toy: Path, edit: Edit) -> None:
    (found,) = told(toy, edit, '"She said “We will not close the \\x62ridge this winter”."')
    assert (len(found.details), found.mend) == (1, None)


def test_of_many_quotations_the_first_are_looked_for(
    toy: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quoted_words, "LOOKED_FOR", 1)
    text = "“We will not close the bridge this winter” and “were promised a ferry”"
    assert [len(found.details) for found in told(toy, edit, text)] == [1, 0]


def test_a_long_quotation_is_not_looked_for(
    toy: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(near_words, "LONGEST", 20)
    (found,) = told(toy, edit, "“We will not close the bridge this winter”")
    assert found.details == ()
