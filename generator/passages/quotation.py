"""A quotation taken apart: what a text or a seal is asked for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from generator.characters import collapse
from generator.passages.tokens import FOLD, QUOTATION_MARKS, folded

OMITTED = r"\[\s*(?:…|\.\.\.)\s*\]"  # pattern of the mark for words that are left out
_OMISSION = re.compile(OMITTED)

MANY = 99  # places or readings of one quotation that are counted
Span: TypeAlias = tuple[int, int]  # token numbers, end open


class State(StrEnum):
    """What comparing a passage found; only the first two may be published."""

    VERBATIM = "verbatim"
    TYPOGRAPHY = "typography"
    NOT_FOUND = "not-found"
    AMBIGUOUS = "ambiguous"
    TOO_SHORT = "too-short"
    NEEDS_ARCHIVE = "needs-archive"
    UNSEALED = "unsealed"

    @property
    def holds(self) -> bool:
        """Whether the words are those of the source."""
        return self in (State.VERBATIM, State.TYPOGRAPHY)

    @property
    def is_skipped(self) -> bool:
        """Whether there was nothing to compare with."""
        return self in (State.NEEDS_ARCHIVE, State.UNSEALED)


class Fault(StrEnum):
    """Why a quotation is not found."""

    WORDS = "words"  # the source does not go on with the next word
    CUT = "cut"  # it begins or ends inside a hyphenated word or a number
    AROUND = "around"  # the words stand there, but not with this prefix or suffix
    LONGER = "longer"  # it goes on behind the words that are sealed
    SHORTER = "shorter"  # the words that are sealed go on behind it
    OMISSIONS = "omissions"  # it has more or fewer omissions than what is sealed
    SEAL = "seal"  # the words are the sealed ones, and the seal does not add up


@dataclass(frozen=True)
class Result:
    """The state, and where each run between omissions stands, in token numbers.

    ``covered`` are the runs with prefix and suffix. For ``not-found``, ``matched`` is the
    number of the quote's leading tokens that the source does carry and ``fault`` says why;
    for ``ambiguous``, ``places`` counts the readings (at most 99).
    """

    state: State
    ranges: tuple[Span, ...] = ()
    covered: tuple[Span, ...] = ()
    matched: int = 0
    fault: Fault | None = None
    places: int = 0


@dataclass(frozen=True)
class Quotation:
    """The runs of a quotation between omissions, as written and as folded tokens."""

    parts: tuple[str, ...]
    runs: tuple[list[str], ...]
    prefix: list[str]
    suffix: list[str]

    @classmethod
    def of(cls, quote: str, prefix: str | None = None, suffix: str | None = None) -> Quotation:
        """Split at ``[…]``; a quotation mark at the very start or end is no part of it."""
        parts = parts_of(quote)
        return cls(parts, tuple(map(folded, parts)), _around(prefix), _around(suffix))

    @property
    def tokens(self) -> list[str]:
        """All tokens of the quotation in a row."""
        return [token for run in self.runs for token in run]

    def covering(self, number: int) -> list[str]:
        """Return the tokens of a run with the prefix or suffix that touches it."""
        before = self.prefix if number == 0 else []
        after = self.suffix if number == len(self.runs) - 1 else []
        return [*before, *self.runs[number], *after]

    def within(self, covered: tuple[Span, ...]) -> tuple[Span, ...]:
        """Take prefix and suffix off the first and the last of ``covered``."""
        spans = [list(span) for span in covered]
        spans[0][0] += len(self.prefix)
        spans[-1][1] -= len(self.suffix)
        return tuple((start, end) for start, end in spans)


def parts_of(quote: str) -> tuple[str, ...]:
    """Return the runs of a quotation as written, which is all that a link to its words needs."""
    return tuple(_parts(unicodedata.normalize("NFC", quote)))


def _around(text: str | None) -> list[str]:
    return folded(unicodedata.normalize("NFC", text)) if text else []


def _parts(quote: str) -> list[str]:
    # Spaces of any width at the ends stand between words, not in the quotation.
    parts = [collapse(part).strip() for part in _OMISSION.split(quote)]
    opening, closing = _edges(parts[0][:1], parts[-1][-2:])
    parts[0] = parts[0][opening:].lstrip()
    parts[-1] = parts[-1][: len(parts[-1]) - closing].rstrip()
    return [part for part in parts if part]


def _edges(first: str, last: str) -> tuple[bool, bool]:
    """Return whether the mark at the start and the one at the end only enclose the quotation.

    A single mark may be the apostrophe of a word, and a double one behind a digit may be
    inches: these enclose as a pair or not at all.
    """
    opening, closing = first.translate(FOLD), last[-1:].translate(FOLD)
    is_pair = opening in QUOTATION_MARKS and closing in QUOTATION_MARKS
    measures = len(last) > 1 and unicodedata.category(last[0]).startswith("N")
    return is_pair or opening == '"', is_pair or (closing == '"' and not measures)
