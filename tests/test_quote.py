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
        "    kind: direct-speech\n"
    )
    named = result.stdout.replace("speaker: null", "speaker: ada-quill")
    edit(HERALD, "passages:\n", "passages:\n" + named)
    command = ["seal", "--root", str(toy), "--archive", str(TOY_ARCHIVE)]
    assert CliRunner().invoke(main, command).exit_code == 0
    assert "6 quotations: 6 verbatim" in verify(toy).stdout


def test_repeated_words_are_told_apart(toy: Path, edit: Edit) -> None:
    result = quote("We will not close the ferry this winter")
    assert result.exit_code == 0
    assert "more than once" in result.stderr
    first, second = result.stdout.split("  we-will-not-close-2:\n")
    first = first.removeprefix("  we-will-not-close:\n")
    assert "kind: direct-speech" in first
    for passage in (first, second):
        named = passage.replace("speaker: null", "speaker: ada-quill")
        edit(HERALD, "  not-close:\n", f"  here:\n{named}  not-close:\n")
        assert "[ambiguous]" not in verify(toy, archive=TOY_ARCHIVE).stdout
        edit(HERALD, f"  here:\n{named}", "")
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


@pytest.fixture
def text(tmp_path: Path) -> Callable[[str], Callable[[str], Result]]:
    """Return a function that takes a text and returns one that quotes from it."""

    def keep(words: str) -> Callable[[str], Result]:
        (tmp_path / "paper.txt").write_text(words, "utf-8")
        where = ["--root", str(TOY), "--archive", str(tmp_path)]
        return lambda given: CliRunner().invoke(main, ["quote", *where, "paper", given])

    return keep


def test_notes_on_every_place(text: Callable[[str], Callable[[str], Result]]) -> None:
    result = text("They did not close the ferry today. They do not close the ferry now.")(
        "close the ferry"
    )
    assert result.stderr.count("Note: 'not' stands just before these words.") == 2
    assert result.exit_code == 0


def test_places_far_from_what_differs(text: Callable[[str], Callable[[str], Result]]) -> None:
    around = "and so on " * 9
    same = f"{around} the ferry stays {around}"
    result = text(f"{same} one. {same} two. {same}")("the ferry stays")
    assert (result.exit_code, result.stdout.count("fix: ")) == (0, 3)


def test_places_that_nothing_tells_apart(text: Callable[[str], Callable[[str], Result]]) -> None:
    result = text("la " * 300)("la la la")
    assert result.exit_code == 1
    assert "99 times and nothing near tells them apart: quote more" in result.stderr


def test_omission_that_can_be_read_twice(text: Callable[[str], Callable[[str], Result]]) -> None:
    result = text("The ferry stays here. The ferry stays there, in winter.")("The ferry […] winter")
    assert result.exit_code == 1
    assert "2 ways: quote more words around the omission" in result.stderr


@pytest.mark.parametrize("words", ["", "  ", '""', "[…]", "…"])
def test_no_words(words: str) -> None:
    result = quote(words)
    assert (result.exit_code, result.stderr) == (1, "Error: no words were given\n")


def test_other_case_is_offered(text: Callable[[str], Callable[[str], Result]]) -> None:
    result = text("It was a military victory, they said.")("MILITARY VICTORY")
    assert result.exit_code == 1
    assert "quote: military victory\n" in result.stdout
    assert "2 words, and the rules ask for at least 3" in result.stderr


def test_id_that_is_none_is_refused() -> None:
    assert quote("words", "../x").exit_code == 2


@pytest.mark.parametrize(
    ("captured", "kind"),
    [
        ("“We will stay,” she said.", "direct-speech"),
        ('"We will stay," she said.', "direct-speech"),
        ("Sie: „We will stay“, hieß es.", "direct-speech"),
        ("Вона: «We will stay».", "direct-speech"),
        ('"Yes." We will stay, she said. "No."', "narration"),
        ("“Yes.\n\nWe will stay.\n\nNo.”", "narration"),
        ("We will stay, she said.", "narration"),
    ],
)
def test_kind_is_told_by_quotation_marks(
    text: Callable[[str], Callable[[str], Result]], captured: str, kind: str
) -> None:
    assert f"    kind: {kind}\n" in text(captured)("We will stay").stdout


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
        ("We will", "otterby-gazette", "there is no source 'otterby-gazette'; known: "),
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
    assert rows[0].startswith("otterby-herald-ferry: 3 of 11 sentences (27%) have a claim; ")
    assert "    - He said the council had set aside 45,000 crowns for the coming one." in rows
