"""A captured text in its canonical form, tokenized once."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.characters import canonical, collapse
from generator.passages.tokens import Token, inner, tokenize

if TYPE_CHECKING:
    from generator.passages.quotation import Span


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
    def tokens(self) -> list[Token]:
        """The tokens of the text."""
        return tokenize(self.text)

    @cached_property
    def words(self) -> list[str]:
        """The folded tokens alone."""
        return [token.text for token in self.tokens]

    @cached_property
    def inner(self) -> frozenset[int]:
        """The tokens before which no quotation may begin or end."""
        return inner(self.text, self.tokens)

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

    def as_written(self, start: int, end: int) -> str:
        """Return the characters of the tokens from ``start`` to ``end`` (open), blanks as one."""
        if start >= end:
            return ""
        return collapse(self.text[self.tokens[start].start : self.tokens[end - 1].end])

    def is_written(self, part: str, span: Span) -> bool:
        """Whether the tokens of ``span`` are written with these very characters."""
        return self.as_written(*span) == part
