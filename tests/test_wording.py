"""Word by word: what changed between two wordings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.characters import collapse
from generator.wording import MANY, Mark, brief, marked, runs

texts = st.lists(st.sampled_from(["a", "b", "not", "ferry", "Є"]), max_size=30).map(" ".join)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("a b c", "a b c", "a b c"),
        ("", "a", "{+a+}"),
        ("a", "", "[-a-]"),
        ("a b c", "a x c", "a [-b-] {+x+} c"),
        ("a b c d e", "a x c y e", "a [-b-] {+x+} c [-d-] {+y+} e"),
        ("close the ferry", "not close the ferry", "{+not+} close the ferry"),
        ("a  b\n c", "a b c", "a b c"),
    ],
)
def test_changes_are_marked(old: str, new: str, shown: str) -> None:
    assert marked(runs(old, new)) == shown


@given(texts, texts)
def test_both_wordings_can_be_read_from_the_runs(old: str, new: str) -> None:
    found = runs(old, new)
    for text, other in ((old, Mark.NEW), (new, Mark.OLD)):
        assert " ".join(run.text for run in found if run.mark is not other) == collapse(text)


def test_long_texts_are_compared_and_longer_ones_replaced() -> None:
    one = " ".join(f"{n % 7}" for n in range(MANY - 2))
    assert marked(runs(f"x {one} y", f"{one} y z")).startswith("[-x-] 0 1 2")
    more = one + one
    assert [run.mark for run in runs(f"x {more}", f"{more} z")] == [Mark.OLD, Mark.NEW]


def test_brief_keeps_the_words_beside_a_change() -> None:
    same = " ".join("abcdefghijklmnopqrst")
    found = brief(runs(f"{same} old {same} old", f"{same} new {same} new"))
    assert marked(found) == (
        "… o p q r s t [-old-] {+new+} a b c d e f … o p q r s t [-old-] {+new+}"
    )
