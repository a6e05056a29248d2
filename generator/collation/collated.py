"""Wordings side by side: runs of columns that compare alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.collation import judging
from generator.collation.columns import aligned
from generator.collation.judging import Judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.collation.columns import Column
    from generator.collation.judging import Extent
    from generator.collation.lexicon import Lexicon
    from generator.collation.witness import Word


class Cell(NamedTuple):
    """What one wording has in a run. Without words it lacks them, or does not reach so far."""

    text: str
    lacks: bool = False


class Run(NamedTuple):
    """A place, with one cell a wording."""

    judgement: Judgement
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Collation:
    """Runs from the first word to the last. The texts of a wording in a row are its quotation."""

    runs: tuple[Run, ...]

    @cached_property
    def large(self) -> tuple[Run, ...]:
        """The places at which words differ."""
        return tuple(run for run in self.runs if run.judgement.is_large)

    @property
    def small(self) -> int:
        """The number of places at which only capitals, hyphens or marks differ."""
        return sum(run.judgement is Judgement.SMALL for run in self.runs)


def collate(rows: Sequence[Sequence[Word]], known: Lexicon) -> Collation:
    """Align the words of quotations, each of which has some, and judge every place."""
    columns = aligned(rows)
    reaches = judging.extents(columns)
    judged = judging.judged(columns, reaches)
    runs = [
        _run(list(places), columns, reaches, len(rows), known, judgement)
        for judgement, places in groupby(range(len(columns)), key=judged.__getitem__)
    ]
    return Collation(runs=tuple(runs))


def _run(
    places: list[int],
    columns: Sequence[Column],
    reaches: Sequence[Extent],
    count: int,
    known: Lexicon,
    judgement: Judgement,
) -> Run:
    held = {
        number: [columns[at][number] for at in places if number in columns[at]]
        for number in range(count)
    }
    covered = {
        number for number, first, last in reaches if first <= places[0] and places[-1] <= last
    }
    cells = tuple(
        Cell("".join(word.text for word in held[number]), not held[number] and number in covered)
        for number in range(count)
    )
    keys = {number: [word.key for word in row] for number, row in held.items()}
    return Run(judging.refined(judgement, keys, known), cells)
