"""Whether a quotation stands in a text, word for word.

Nothing here is fuzzy: a quotation matches token by token or not at all. A matcher that
accepts nine tenths also accepts nearly every quotation that lost its "not".
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from generator.characters import collapse
from generator.passages.tokens import FOLD, QUOTATION_MARKS, Token, clean, tokenize

_OMISSION = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]")


class State(StrEnum):
    """What comparing a passage with its text found; only the first two may be published."""

    VERBATIM = "verbatim"
    TYPOGRAPHY = "typography"
    NOT_FOUND = "not-found"
    AMBIGUOUS = "ambiguous"

    @property
    def holds(self) -> bool:
        """Whether the words are those of the text."""
        return self in (State.VERBATIM, State.TYPOGRAPHY)


@dataclass(frozen=True)
class Result:
    """The state, and the token ranges (start, end open) of each run between omissions.

    For ``not-found``, ``matched`` is the number of leading tokens that the text does carry.
    """

    state: State
    ranges: tuple[tuple[int, int], ...] = ()
    matched: int = 0


@dataclass(frozen=True)
class CapturedText:
    """A captured text, tokenized once, with the places of every token."""

    text: str

    @classmethod
    def of(cls, raw: str) -> CapturedText:
        """Clean a capture and keep it."""
        return cls(clean(raw))

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of the text."""
        return tokenize(self.text)

    @cached_property
    def words(self) -> list[str]:
        """The folded tokens alone."""
        return [token.text for token in self.tokens]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Every token and the positions at which it stands."""
        places = defaultdict(list)
        for index, word in enumerate(self.words):
            places[word].append(index)
        return dict(places)

    def find(self, words: list[str], start: int = 0) -> list[int]:
        """Return every position from ``start`` at which ``words`` stand in a row."""
        if not words:
            return []
        return [
            at
            for at in self.places.get(words[0], ())
            if at >= start and self.words[at : at + len(words)] == words
        ]


def verify(quote: str, text: CapturedText, *, prefix: str = "", suffix: str = "") -> Result:
    """Compare ``quote`` with ``text``; ``prefix`` and ``suffix`` tell repeated quotes apart.

    Segments parted by ``[…]`` must follow each other in order. A quotation mark at the very
    start or end of the quote is ignored.
    """
    parts = _parts(quote)
    segments = [[token.text for token in tokenize(part)] for part in parts]
    before, after = ([token.text for token in tokenize(part)] for part in (prefix, suffix))
    starts = [
        at
        for at in text.find(segments[0] if segments else [])
        if not before or text.words[max(0, at - len(before)) : at] == before
    ]
    # Runs that start at different places may end in one: all are kept, and more than one of
    # them means that the quotation does not say which it is.
    found = [r for at in starts if (r := _follow(segments, at, text, after))]
    if not found:
        return Result(State.NOT_FOUND, matched=_matched(segments, text))
    if len(found) > 1:
        return Result(State.AMBIGUOUS, found[0])
    same = _as_written(found[0], text) == parts
    return Result(State.VERBATIM if same else State.TYPOGRAPHY, found[0])


def _parts(quote: str) -> list[str]:
    """Split at omissions, without the quotation mark that may open or close the whole."""
    parts = [collapse(part) for part in _OMISSION.split(quote)]
    if parts[0][:1].translate(FOLD) in QUOTATION_MARKS:
        parts[0] = parts[0][1:].lstrip()
    if parts[-1][-1:].translate(FOLD) in QUOTATION_MARKS:
        parts[-1] = parts[-1][:-1].rstrip()
    return [part for part in parts if part]


def _follow(
    segments: list[list[str]], at: int, text: CapturedText, after: list[str]
) -> tuple[tuple[int, int], ...]:
    """Place every further segment at its first occurrence behind the one before."""
    ranges = [(at, at + len(segments[0]))]
    for index, segment in enumerate(segments[1:], 1):
        places = text.find(segment, ranges[-1][1])
        if index == len(segments) - 1 and after:
            places = [p for p in places if _ends(p + len(segment), text, after)]
        if not places:
            return ()
        ranges.append((places[0], places[0] + len(segment)))
    return tuple(ranges) if _ends(ranges[-1][1], text, after) else ()


def _ends(at: int, text: CapturedText, after: list[str]) -> bool:
    return text.words[at : at + len(after)] == after


def _matched(segments: list[list[str]], text: CapturedText) -> int:
    """Count the leading tokens of the first segment that stand in the text in a row."""
    words = segments[0] if segments else []
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text.find(words[:middle]) else (low, middle - 1)
    return low


def _as_written(ranges: tuple[tuple[int, int], ...], text: CapturedText) -> list[str]:
    parts = (text.text[text.tokens[a].start : text.tokens[b - 1].end] for a, b in ranges)
    return [collapse(part) for part in parts]
