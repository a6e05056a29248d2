"""Which words of two rows are the same place: the longest common subsequence, made readable."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Sequence

Pair = tuple[int, int]

_WEAK = 3  # letters: a lone word of no more holds no two differences apart


def matches(one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """Return the places of equal words, rising in both rows."""
    found = [
        (step.src_start + at, step.dest_start + at)
        for step in LCSseq.opcodes(one, other)
        if step.tag == "equal"
        for at in range(step.src_end - step.src_start)
    ]
    _slide(found, one, other)
    return _without_weak(found, one, other)


def _slide(found: list[Pair], one: Sequence[str], other: Sequence[str]) -> None:
    """Move words over to the next run where they stand there too, so that there are fewer runs.

    Of "for the" in "for the nation but for the world" the second is meant, when the other row
    has "for the world".
    """
    for at in range(len(found) - 1, 0, -1):
        (a, b), (c, d) = found[at - 1], found[at]
        if (a + 1, b + 1) == (c, d):
            continue
        length = _tail(found, at)
        ahead = [(c - step, d - step) for step in range(1, length + 1)]
        before = found[at - length - 1] if at > length else (-1, -1)
        is_free = before[0] < ahead[-1][0] and before[1] < ahead[-1][1]
        if is_free and all(i > -1 and j > -1 and one[i] == other[j] for i, j in ahead):
            found[at - length : at] = reversed(ahead)


def _tail(found: list[Pair], end: int) -> int:
    """Count the pairs before ``end`` that stand in a row."""
    at = end - 1
    while at and found[at - 1] == (found[at][0] - 1, found[at][1] - 1):
        at -= 1
    return end - at


def _without_weak(found: list[Pair], one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """Take out lone short words between two differences: the reader sees one difference."""
    edged = [(-1, -1), *found, (len(one), len(other))]
    return [
        here
        for (before, here), (_, behind) in zip(pairwise(edged), pairwise(edged[1:]), strict=False)
        if len(one[here[0]]) > _WEAK
        or (before[0] + 1, before[1] + 1) == here
        or (here[0] + 1, here[1] + 1) == behind
    ]
