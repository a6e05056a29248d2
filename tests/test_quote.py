"""Words of a captured text as YAML to paste, and how much of each text is leaned on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.conftest import TOY, TOY_ARCHIVE
from tests.test_verification import HERALD, verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Edit = Callable[[str, str, str], None]


def quote(words: str, source: str = "otterby-herald-ferry", root: Path = TOY) -> Result:
    where = ("--root", str(root), "--archive", str(TOY_ARCHIVE))
    return CliRunner().invoke(main, ["quote", *where, source, words])


def test_words_become_a_passage_that_holds(toy: Path, edit: Edit) -> None:
    result = quote('"the islanders were promised [...] they will have a boat"')
    assert result.exit_code == 1
    assert "do not stand there so" in result.stderr
    result = quote("The islanders were [...] a boat,")
    assert result.exit_code == 0
    assert result.stdout == (
        "  the-islanders-were-a:\n"
        "    quote: The islanders were […] a boat,\n"
        "    # who speaks: an id of content/people/, or null\n"
        "    speaker: null\n"
        "    # direct-speech, reported-speech, narration, headline or caption\n"
        "    kind: narration\n"
    )
    edit(HERALD, "passages:\n", "passages:\n" + result.stdout)
    command = ["seal", "--root", str(toy), "--archive", str(TOY_ARCHIVE)]
    assert CliRunner().invoke(main, command).exit_code == 0
    assert "6 quotations: 6 verbatim" in verify(toy).stdout


def test_repeated_words_are_told_apart(toy: Path, edit: Edit) -> None:
    result = quote("We will not close the ferry this winter")
    assert result.exit_code == 0
    assert "more than once" in result.stderr
    first, second = result.stdout.split("  we-will-not-close:\n")[1:]
    for passage in (first, second):
        edit(HERALD, "  not-close:\n", f"  here:\n{passage}  not-close:\n")
        assert "[ambiguous]" not in verify(toy, archive=TOY_ARCHIVE).stdout
        edit(HERALD, f"  here:\n{passage}", "")
    assert first != second


def test_nearest_words_are_offered() -> None:
    result = quote("Nine members voted for it and two")
    assert result.exit_code == 1
    assert "quote: Nine members voted in favour and two" in result.stdout


def test_negation_before_is_noted() -> None:
    assert (
        "Note: 'not' stands just before these words."
        in quote("close the ferry this winter,” Mayor").stderr
    )


def test_long_quote_is_folded(toy: Path, edit: Edit) -> None:
    words = (
        "The town council of Otterby voted on Tuesday to keep the harbour ferry running "
        "through the winter."
    )
    result = quote(words)
    assert "    quote: >-\n      The town council" in result.stdout
    edit(HERALD, "passages:\n", "passages:\n" + result.stdout)
    assert "[not-found]" not in verify(toy, archive=TOY_ARCHIVE).stdout


@pytest.mark.parametrize(
    ("words", "source", "said"),
    [
        ("Utterly unlike anything printed there", "otterby-herald-ferry", "nothing like these"),
        ("We will", "otterby-gazette", "holds no otterby-gazette.txt"),
    ],
)
def test_what_is_not_there_is_told(words: str, source: str, said: str) -> None:
    result = quote(words, source)
    assert result.exit_code == 1
    assert said in result.stderr


def test_coverage_counts_sentences() -> None:
    where = ("--root", str(TOY), "--archive", str(TOY_ARCHIVE))
    result = CliRunner().invoke(main, ["coverage", *where, "--missing"])
    assert result.exit_code == 0
    rows = result.stdout.splitlines()
    assert rows[0].startswith("otterby-herald-ferry: 3 of 11 sentences (27 %) have a claim; ")
    assert "    - He said the council had set aside 45,000 crowns for the coming one." in rows
