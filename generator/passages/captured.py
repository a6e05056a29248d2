"""A captured text in its canonical form, tokenized once."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile
from typing import TYPE_CHECKING, TypeVar

from generator.characters import canonical, collapse
from generator.passages.quotation import MANY
from generator.passages.tokens import folded, inner, spans

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.passages.quotation import Span

T = TypeVar("T")
_TRIED = 1000  # places at which the message of a quotation that is not found is looked for


@dataclass(frozen=True)
class CapturedText:
    """A captured text: normal form C, without invisible layout characters.

    ``text`` is the canonical text; ``removed`` counts the characters that were taken out.
    """

    text: str
    removed: int = 0

    @classmethod
    def of(cls, raw: str) -> CapturedText:
        """Bring a capture into its canonical form."""
        return cls(*canonical(raw))

    @property
    def sha256(self) -> str:
        """SHA-256 of the canonical text in UTF-8, in hexadecimal digits."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @cached_property
    def spans(self) -> list[Span]:
        """The places of the tokens in the text, in code points."""
        return spans(self.text)

    @cached_property
    def words(self) -> list[str]:
        """The folded tokens alone."""
        return folded(self.text)

    @cached_property
    def inner(self) -> frozenset[int]:
        """The tokens before which no quotation may begin or end."""
        return inner(self.text, self.spans)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Every token and the positions at which it stands."""
        places = defaultdict(list)
        for index, word in enumerate(self.words):
            places[word].append(index)
        return dict(places)

    def find(self, words: list[str], start: int = 0) -> list[int]:
        """Return the positions from ``start`` at which ``words`` stand in a row, at most MANY."""
        return rows_of(words, self.words, self.places, start)

    def leading(self, words: list[str], start: int = 0) -> int:
        """Count the leading words that stand in a row somewhere behind ``start``."""
        return leading_of(words, self.words, self.places, start)

    def place(self, start: int, end: int) -> Span:
        """Return where the tokens from ``start`` to ``end`` (open) stand, in code points."""
        return self.spans[start][0], self.spans[end - 1][1]

    def as_written(self, start: int, end: int) -> str:
        """Return the characters of the tokens from ``start`` to ``end`` (open), blanks as one."""
        if start >= end:
            return ""
        first, last = self.place(start, end)
        return collapse(self.text[first:last])

    def is_written(self, part: str, span: Span) -> bool:
        """Whether the tokens of ``span`` are written with these very characters."""
        return self.as_written(*span) == part


def rows_of(
    wanted: Sequence[T], row: Sequence[T], places: Mapping[T, Sequence[int]], start: int
) -> list[int]:
    """Return where ``wanted`` stands in ``row`` from ``start`` on, at most MANY positions.

    ``places`` are the positions of each item. The rarest is looked for first, so that a text of
    one word again and again costs no more than another.
    """
    if not wanted:
        return []
    offset = min(range(len(wanted)), key=lambda at: len(places.get(wanted[at], ())))
    starts = (at - offset for at in places.get(wanted[offset], ()))
    found = (at for at in starts if at >= start and row[at : at + len(wanted)] == wanted)
    return list(islice(found, MANY))


def leading_of(
    wanted: Sequence[T], row: Sequence[T], places: Mapping[T, Sequence[int]], start: int
) -> int:
    """Count the leading items of ``wanted`` that stand in a row somewhere from ``start`` on."""
    longest = 0
    candidates = (at for at in places.get(wanted[0], ()) if at >= start) if wanted else ()
    for at in islice(candidates, _TRIED):
        pairs = zip(wanted, islice(row, at, at + len(wanted)), strict=False)
        longest = max(longest, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return longest
