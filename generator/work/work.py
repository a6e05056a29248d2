"""What a run works with: its pool, its timings, and who is told how far it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from generator.work.pools import Pool, Serial
from generator.work.task import Task
from generator.work.timings import Timings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from generator.work.task import Item, Result, Shared
    from generator.work.timings import Stage


class Shown(Protocol):
    """Whoever is told how far a stage is."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take note; called for each item, so that it must be quick."""


def unseen(stage: str, done: int, total: int) -> None:
    """Show nothing."""


@dataclass(frozen=True, kw_only=True)
class Work:
    """Does, measures and shows what takes long. Without anything, this process works unseen."""

    pool: Pool = field(default_factory=Serial)
    timings: Timings = field(default_factory=Timings)
    shown: Shown = unseen

    def stage(self, name: str, items: int = 0) -> AbstractContextManager[Stage]:
        """Measure what is done within."""
        return self.timings.stage(name, items)

    def mapped(
        self,
        name: str,
        function: Callable[[Shared, Sequence[Item]], Iterable[Result]],
        items: Sequence[Item],
        shared: Shared,
        *,
        least: int,
    ) -> Iterator[Result]:
        """Yield the result of each item, in their order.

        ``function`` takes what is ``shared`` and some of the items, and gives one result for
        each (see ``Task``). ``least`` is how many items it takes before processes of their own
        are worth their start, some tens of milliseconds. Raises WorkError.
        """
        results = self.pool.mapped(Task(function, shared), items, least)
        for done, result in enumerate(results, 1):
            self.shown(name, done, len(items))
            yield result
