"""What the words at one place are to each other."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.collation.columns import Column
    from generator.collation.lexicon import Lexicon

Extent = tuple[int, int, int]  # number of the wording, first and last column of one part of it


class Judgement(StrEnum):
    """How wordings compare at one place."""

    SAME = "same"
    ALONE = "alone"  # only one of the quotations reaches so far
    SMALL = "small"  # capitals, hyphens and marks
    NAME = "name"  # spellings of one name
    FIGURE = "figure"  # numbers, days and months
    WORDS = "words"

    @property
    def is_large(self) -> bool:
        """Whether it is told to the reader in words."""
        return self in (Judgement.NAME, Judgement.FIGURE, Judgement.WORDS)


def extents(columns: Sequence[Column]) -> list[Extent]:
    """Return from which column to which each part of each wording reaches."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for at, column in enumerate(columns):
        for number, word in column.items():
            first, _ = found.get((number, word.part), (at, at))
            found[number, word.part] = first, at
    return [(number, *ends) for (number, _), ends in found.items()]


def judged(columns: Sequence[Column], reaches: Sequence[Extent]) -> list[Judgement]:
    """Judge each column; a word is the same as another when all of it is."""
    found = [
        _judgement(column, {number for number, first, last in reaches if first <= at <= last})
        for at, column in enumerate(columns)
    ]
    for at, column in enumerate(columns):
        _spread(found, columns, at, column)
    return found


def _judgement(column: Column, covered: set[int]) -> Judgement:
    if len(covered) == 1:
        return Judgement.ALONE
    words = column.values()
    if len(words) < len(covered) or len({word.key for word in words}) > 1:
        return Judgement.WORDS
    if len({word.plain for word in words}) > 1:
        return Judgement.NAME
    marks = [{word.before for word in words} - {None}, {word.behind for word in words} - {None}]
    is_small = len({word.core for word in words}) > 1 or any(len(found) > 1 for found in marks)
    return Judgement.SMALL if is_small else Judgement.SAME


def _spread(found: list[Judgement], columns: Sequence[Column], at: int, column: Column) -> None:
    """Mark the whole word when what follows its apostrophe differs, or what stands before."""
    if not at or not any(word.goes_on and n in columns[at - 1] for n, word in column.items()):
        return
    pair = found[at - 1 : at + 1]
    if Judgement.WORDS in pair and Judgement.ALONE not in pair:
        found[at - 1 : at + 1] = [Judgement.WORDS, Judgement.WORDS]


def refined(
    judgement: Judgement, readings: Mapping[int, Iterable[str]], known: Lexicon
) -> Judgement:
    """Tell a difference of figures from one of words; ``readings`` are the keys in a row."""
    if judgement is not Judgement.WORDS:
        return judgement
    figures = {
        tuple(key for key in keys if key[-1:].isdigit() or key in known.calendar)
        for keys in readings.values()
    }
    return Judgement.FIGURE if len(figures - {()}) > 1 else judgement
