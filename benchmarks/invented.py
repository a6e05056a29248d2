"""Words, names and sentences that mean nothing, drawn as real ones are distributed."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_VOWELS = "aeiou"
_CONSONANTS = "bcdfghklmnprstvwz"
_ENDINGS = ("", "", "", "s", "n", "r", "ed", "ing", "th", "l")
_KNOWN = 24_000  # distinct words
_COMMON = 40  # of these, the ones that stand in nearly every sentence
_SHIFT = 2.7  # Mandelbrot's shift of Zipf's law, for English
_COMMA = 0.07  # words with a comma behind them
_SHORTEST, _LONGEST = 9, 22  # words of a sentence


class Language:
    """An invented language: the same random numbers give the same sentences.

    How often a word is drawn follows Zipf's law with Mandelbrot's shift, so that an index of
    the texts grows as one of real texts does.
    """

    def __init__(self, random: Random) -> None:
        self.random = random
        found: dict[str, None] = {}
        while len(found) < _KNOWN:
            found[self._made(len(found))] = None
        self.known = list(found)
        self.weights = list(accumulate(1 / (rank + _SHIFT) for rank in range(_KNOWN)))

    def _made(self, rank: int) -> str:
        sizes = (1,) if rank < _COMMON else (2, 2, 3, 3, 4)
        syllables = [
            self.random.choice(_CONSONANTS) + self.random.choice(_VOWELS)
            for _ in range(self.random.choice(sizes))
        ]
        return "".join(syllables) + ("" if rank < _COMMON else self.random.choice(_ENDINGS))

    def words(self, count: int) -> list[str]:
        """Draw words, common ones more often."""
        return self.random.choices(self.known, cum_weights=self.weights, k=count)

    def rare(self, count: int) -> list[str]:
        """Draw words that are no common ones, all alike likely."""
        return self.random.choices(self.known[_COMMON:], k=count)

    def name(self, parts: int = 2) -> str:
        """Make a name, such as "Mira Tolvand"."""
        return " ".join(word.capitalize() for word in self.rare(parts))

    def clause(self, count: int) -> str:
        """Write words without a mark at their end; a comma stands here and there."""
        *found, last = self.words(count)
        marks = self.random.choices((",", ""), (_COMMA, 1 - _COMMA), k=len(found))
        return " ".join([*map("".join, zip(found, marks, strict=True)), last])

    def sentence(self) -> str:
        """Write a sentence without its full stop."""
        made = self.clause(self.random.randint(_SHORTEST, _LONGEST))
        return made[0].upper() + made[1:]

    def prose(self, count: int) -> str:
        """Write so many sentences."""
        return " ".join(f"{self.sentence()}." for _ in range(count))
