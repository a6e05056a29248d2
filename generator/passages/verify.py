"""Whether a quotation stands in a captured text, word for word.

Nothing here is fuzzy: a quotation matches token by token or not at all. A matcher that
accepts nine tenths also accepts nearly every quotation that lost its "not".
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

from generator.passages.quotation import MANY, Fault, Quotation, Result, Span, State

if TYPE_CHECKING:
    from generator.passages.captured import CapturedText


class Haystack(Protocol):
    """What a quotation is looked for in: a captured text, or its open seal."""

    @property
    def inner(self) -> frozenset[int]:
        """The tokens before which no quotation may begin or end."""

    def find(self, words: list[str], start: int = 0) -> list[int]:
        """Return the positions from ``start`` at which ``words`` stand in a row, at most MANY."""

    def leading(self, words: list[str], start: int = 0) -> int:
        """Count the leading words that stand in a row somewhere behind ``start``."""

    def is_written(self, part: str, span: Span) -> bool:
        """Whether the tokens of ``span`` are written with these very characters."""


def verify(
    quote: str, text: CapturedText, *, prefix: str | None = None, suffix: str | None = None
) -> Result:
    """Compare ``quote`` with ``text``; ``prefix`` and ``suffix`` tell repeated quotes apart.

    Runs parted by ``[…]`` must follow each other in order. A quotation that can be read at
    more than one place is ambiguous, also when only a run behind an omission can.
    """
    return compare(Quotation.of(quote, prefix, suffix), text)


def compare(quotation: Quotation, text: Haystack) -> Result:
    """Compare a quotation that is taken apart already."""
    if not quotation.runs or not all(quotation.runs):
        return Result(State.NOT_FOUND, fault=Fault.WORDS)
    placed = [_places(quotation, number, text) for number in range(len(quotation.runs))]
    found = [spans for spans, _ in placed]
    if any(is_cut for _, is_cut in placed) and all(spans or is_cut for spans, is_cut in placed):
        # More were not looked for: nothing could tell them all apart.
        return Result(State.AMBIGUOUS, places=MANY)
    spans, readings = _chain(found) if all(found) else ([], 0)
    if not spans:
        return _missing(quotation, text)
    covered = tuple(spans)
    ranges = quotation.within(covered)
    if readings > 1:
        return Result(State.AMBIGUOUS, ranges, covered, places=readings)
    same = all(map(text.is_written, quotation.parts, ranges))
    return Result(State.VERBATIM if same else State.TYPOGRAPHY, ranges, covered)


def _places(quotation: Quotation, number: int, text: Haystack) -> tuple[list[Span], bool]:
    """List where a run stands, with the prefix or suffix that touches it, cutting no word.

    Tells as well whether there are more places than are looked for.
    """
    words = quotation.covering(number)
    before = len(quotation.prefix) if number == 0 else 0
    after = len(quotation.suffix) if number == len(quotation.runs) - 1 else 0
    found = text.find(words)
    spans = [
        (at, at + len(words))
        for at in found
        if not text.inner & {at + before, at + len(words) - after}
    ]
    return spans, len(found) >= MANY


def _chain(found: list[list[Span]]) -> tuple[list[Span], int]:
    """Put runs in order behind each other: the first reading, and how many there are (to 99)."""
    ways = [[1] * len(found[-1])]
    for here, after in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        starts = [start for start, _ in after]
        # behind[i]: readings of the runs from here on that begin at place i or later.
        behind = [*accumulate(reversed(ways[0]), lambda a, b: min(MANY, a + b), initial=0)][::-1]
        ways.insert(0, [behind[bisect_left(starts, end + 1)] for _, end in here])
    first: list[Span] = []
    for spans, counts in zip(found, ways, strict=True):
        # An omission leaves out one token at least.
        last = first[-1][1] if first else -1
        first += [s for s, c in zip(spans, counts, strict=True) if c and s[0] > last][:1]
    readings = min(MANY, sum(ways[0]))
    return (first, readings) if readings else ([], 0)


def _missing(quotation: Quotation, text: Haystack) -> Result:
    """Say how far the quotation goes with the text, and what stops it."""
    matched, end = 0, 0
    cut = False
    for run in quotation.runs:
        places = text.find(run, end)
        if not places:
            matched += text.leading(run, end)
            return Result(State.NOT_FOUND, matched=matched, fault=Fault.WORDS)
        whole = [at for at in places if not text.inner & {at, at + len(run)}]
        cut = cut or not whole
        matched += len(run)
        end = (whole or places)[0] + len(run)
    fault = Fault.CUT if cut else Fault.AROUND
    return Result(State.NOT_FOUND, matched=matched, fault=fault)
