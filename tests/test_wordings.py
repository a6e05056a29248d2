"""Wordings side by side: what the same, and what differs, is read from a folder of cases."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.collation import (
    Collation,
    Judgement,
    Lexicon,
    candidates,
    collate,
    groups,
    lexicon,
    words,
)

CASES = sorted(Path(__file__).with_name("wordings").glob("*.txt"))
CALENDAR = ("June", "July", "Tuesday")


def marked(collation: Collation, number: int) -> str:
    """Write one wording with what is said of it in brackets."""
    done = []
    for judgement, cells in collation.runs:
        text, behind = cells[number].text.rstrip(), cells[number].text[-1:].isspace()
        if cells[number].lacks and judgement is not Judgement.ALONE:
            done.append(f"[{judgement}: -] ")
        elif text:
            shown = {Judgement.SAME: text, Judgement.ALONE: f"({text})"}
            done.append(shown.get(judgement, f"[{judgement}: {text}]") + " " * behind)
    return "".join(done).rstrip()


def read(case: Path) -> tuple[list[str], list[str], Lexicon]:
    given, _, expected = case.read_text(encoding="utf-8").partition("---\n")
    lines = given.splitlines()
    people = []
    if lines[0].startswith("names: "):
        people.append(tuple(lines.pop(0).removeprefix("names: ").split(" | ")))
    return lines, expected.splitlines(), lexicon(people, CALENDAR)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_wordings_are_compared(case: Path) -> None:
    quotations, expected, known = read(case)
    found = collate([words(text, known) for text in quotations], known)
    assert [marked(found, number) for number in range(len(quotations))] == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_order_of_wordings_changes_nothing(case: Path) -> None:
    quotations, expected, known = read(case)
    rows = [words(text, known) for text in reversed(quotations)]
    found = collate(rows, known)
    assert [marked(found, n) for n in range(len(rows))] == expected[::-1]


@pytest.mark.parametrize(
    ("quotations", "together"),
    [
        # Of claims of this site, and what must not be taken for the same.
        (
            ["not ready to concede any of our territories", "We're not ready to cede any of them"],
            [(0, 1)],
        ),
        (["Do we understand how many?", "Oh, we understand how much."], [(0, 1)]),
        (["it will be difficult without partners", "It will be long"], []),
        (["They are wiping the town from the face of the earth", "The governor of the town"], []),
        (["such concessions might backfire", "no plans to accept ceasefire"], []),
        (["", "…", "the ferry will not close this winter"], []),
    ],
)
def test_the_same_statement_is_found(
    quotations: list[str], together: list[tuple[int, ...]]
) -> None:
    rows = [words(text, Lexicon()) for text in quotations]
    assert groups(rows, [str(n) for n in range(len(rows))]) == together


def test_a_quick_look_passes_over_nothing_that_belongs_together() -> None:
    for case in CASES:
        quotations, _, known = read(case)
        holders = [str(number) for number in range(len(quotations))]
        kept = candidates(quotations, holders, known)
        rows = [words(text, known) for text in quotations]
        assert {at for group in groups(rows, holders) for at in group} <= set(kept)
    assert candidates(["the ferry will stay", "no boat will leave"], ["a", "b"], Lexicon()) == []


def test_one_source_alone_is_no_comparison() -> None:
    row = words("the ferry will not close this winter", Lexicon())
    assert groups([row, row], ["herald", "herald"]) == []
    assert groups([row, row, row], ["herald", "herald", "minutes"]) == [(0, 1, 2)]


def test_context_must_be_mostly_the_same() -> None:
    rows = [
        words("former Secretary General Ada Quill", Lexicon()),
        words("Secretary General Ada Quill has suggested that the ferry may close", Lexicon()),
    ]
    assert groups(rows, ["a", "b"]) == [(0, 1)]
    assert groups(rows, ["a", "b"], aside={1}) == []


pieces = [
    "ferry",
    "the",
    "not",
    "It’s",
    "2,500",
    "[…]",
    "“a",
    "b”",
    "Є",
    "пам’ять",
    "-",
    "…",
    "x-y",
]
texts = st.lists(st.sampled_from(pieces), min_size=1, max_size=20).map(" ".join) | st.text(
    min_size=1, max_size=30
)


@settings(deadline=None, derandomize=True)
@given(st.lists(texts, min_size=2, max_size=5))
def test_every_wording_can_be_read_from_its_cells(quotations: list[str]) -> None:
    kept = [text for text in quotations if words(text, Lexicon())]
    if not kept:
        return
    found = collate([words(text, Lexicon()) for text in kept], Lexicon())
    for number, text in enumerate(kept):
        assert "".join(run.cells[number].text for run in found.runs) == text


@settings(deadline=None, derandomize=True)
@given(texts)
def test_a_wording_does_not_differ_from_itself(text: str) -> None:
    row = words(text, Lexicon())
    if row:
        assert [run.judgement for run in collate([row, row], Lexicon()).runs] == [Judgement.SAME]
