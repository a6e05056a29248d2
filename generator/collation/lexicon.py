"""Which words are spellings of one name, and which name a day or a month."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_ALIKE = 60.0  # of 100: "Gaia" and "Gaidai" are at 80, "Volodymyr" and "Zelensky" at 24


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Words in small letters: ``names`` leads from each spelling of a name to the first one."""

    names: Mapping[str, str] = field(default_factory=dict)
    calendar: frozenset[str] = frozenset()


def lexicon(people: Iterable[tuple[str, ...]], calendar: Iterable[str] = ()) -> Lexicon:
    """Make the lexicon of all people, each with the spellings of one name, the main one first."""
    names: dict[str, str] = {}
    for spellings in people:
        for word, first in _spelled(spellings):
            names.setdefault(word, first)
    return Lexicon(names=names, calendar=frozenset(word.casefold() for word in calendar))


def _spelled(spellings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield each word of a name that is spelled in several ways with its first spelling."""
    first, *others = (spelling.casefold().split() for spelling in spellings)
    for other in others:
        for word in other:
            score, near = max((fuzz.ratio(word, own), own) for own in first)
            if score >= _ALIKE and near != word:
                yield near, near
                yield word, near
