"""Who does work on many items: this process, some more of this machine, or any Executor.

All give the results in the order of the items, a few chunks ahead of whoever takes them: not more,
or the pages of a large site would all be in memory.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections import deque
from concurrent.futures import BrokenExecutor, CancelledError, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Protocol

from generator.work import task as tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor, Future

    from generator.work.task import Item, Result, Shared, Task

_AHEAD = 2  # chunks for each worker that are under way at once
_ROUNDS = 8  # chunks for each worker, so that none waits long for the others at the end
_LONGEST = 100  # items of a chunk


class WorkError(Exception):
    """The work could not be done where it was to be done; the message says why, in one sentence."""


class Pool(Protocol):
    """Whoever works."""

    def mapped(
        self, task: Task[Shared, Item, Result], items: Sequence[Item], least: int
    ) -> Iterator[Result]:
        """Yield the result of each item; for fewer than ``least``, others need not be asked.

        Raises WorkError, and whatever the function of the task raises.
        """


@dataclass(frozen=True)
class Serial:
    """This process, one item after the other."""

    def mapped(
        self, task: Task[Shared, Item, Result], items: Sequence[Item], least: int = 0
    ) -> Iterator[Result]:
        """Work in this process."""
        del least
        yield from task.function(task.shared, items)


@dataclass(frozen=True)
class Forked:
    """Processes forked from this one: they share all that it has read, and nothing is copied.

    ``is_chosen``: by somebody, for few items too. A fork copies no thread but this one, and locks
    that others hold stay locked for good: where there are others, as in `mkdocs serve`, this
    process works alone. It does so too where the system forks badly or not at all.
    """

    workers: int
    is_chosen: bool = False

    def mapped(
        self, task: Task[Shared, Item, Result], items: Sequence[Item], least: int
    ) -> Iterator[Result]:
        """Work in processes of its own, which end with the work."""
        is_little = len(items) < least and not self.is_chosen
        if is_little or self.workers < 2 or not _may_fork():  # noqa: PLR2004
            return Serial().mapped(task, items)
        return self._forked(task, items)

    def _forked(self, task: Task[Shared, Item, Result], items: Sequence[Item]) -> Iterator[Result]:
        # What the collector never visits stays shared: a visit writes to each object.
        was_frozen = gc.get_freeze_count() > 0
        gc.freeze()
        pool = ProcessPoolExecutor(
            self.workers, get_context("fork"), initializer=tasks.inherit, initargs=(task, items)
        )
        try:
            yield from _in_order(
                lambda start, stop: pool.submit(tasks.run_inherited, start, stop),
                _spans(len(items), self.workers),
                self.workers * _AHEAD,
            )
        except BrokenExecutor as error:
            raise WorkError(_ENDED) from error
        finally:
            pool.shutdown(cancel_futures=True)
            if not was_frozen:
                gc.unfreeze()


_ENDED = (
    "a process of this work was ended from outside, which happens when the memory is full; "
    "the executor 'serial' needs least"
)


@dataclass(frozen=True)
class Sent:
    """Any Executor, here or elsewhere, whose workers have this program and nothing else.

    ``hand`` makes of the packed task what is given to each chunk; where the executor has a way of
    its own to bring it to every worker once, that. ``lost`` are the errors by which it says that
    workers are gone.
    """

    executor: Executor
    workers: int
    hand: Callable[[bytes], Any] = bytes
    lost: tuple[type[BaseException], ...] = (BrokenExecutor, CancelledError)

    def mapped(
        self, task: Task[Shared, Item, Result], items: Sequence[Item], least: int = 0
    ) -> Iterator[Result]:
        """Work wherever the executor does."""
        del least
        digest, content = tasks.packed(task)
        try:
            handed = self.hand(content)
            yield from _in_order(
                lambda start, stop: self.executor.submit(
                    tasks.run_sent, digest, handed, items[start:stop]
                ),
                _spans(len(items), self.workers),
                self.workers * _AHEAD,
            )
        except self.lost as error:
            raise WorkError(f"the workers of the executor were lost: {error}") from error


def _may_fork() -> bool:
    # macOS has fork, but its system libraries do not bear it (python/cpython issue 77906).
    return sys.platform == "linux" and threading.active_count() == 1


def _spans(count: int, workers: int) -> Iterator[tuple[int, int]]:
    size = min(max(count // (workers * _ROUNDS), 1), _LONGEST)
    for start in range(0, count, size):
        yield start, min(start + size, count)


def _in_order(
    submit: Callable[[int, int], Future[list[Any]]], spans: Iterator[tuple[int, int]], ahead: int
) -> Iterator[Any]:
    under_way: deque[Future[list[Any]]] = deque()
    for start, stop in spans:
        if len(under_way) == ahead:
            yield from under_way.popleft().result()
        under_way.append(submit(start, stop))
    while under_way:
        yield from under_way.popleft().result()
