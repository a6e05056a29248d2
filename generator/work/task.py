"""A function over items, with what all of them share: in one piece, so that it can travel."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Task(Generic[Shared, Item, Result]):
    """``function`` gives one result an item, and changes nothing of what is ``shared``.

    To be sent, it must stand at the top of a module, and all else be of types that pickle knows.
    """

    function: Callable[[Shared, Sequence[Item]], Iterable[Result]]
    shared: Shared

    def of(self, items: Sequence[Item]) -> list[Result]:
        """Return the result of each item."""
        return list(self.function(self.shared, items))


# --- in a process that was forked --------------------------------------------------------

_inherited: list[tuple[Task[Any, Any, Any], Sequence[Any]]] = []


def inherit(task: Task[Any, Any, Any], items: Sequence[Any]) -> None:
    """Keep what a process has from the one that it was forked from; nothing was copied."""
    _inherited[:] = [(task, items)]


def run_inherited(start: int, stop: int) -> list[Any]:
    """Work on some of the items that this process was forked with."""
    task, items = _inherited[0]
    return task.of(items[start:stop])


# --- in a process that only has the program ----------------------------------------------

_known: dict[str, Task[Any, Any, Any]] = {}


def packed(task: Task[Any, Any, Any]) -> tuple[str, bytes]:
    """Return the digest of a task, and the task as bytes."""
    content = pickle.dumps(task, protocol=pickle.HIGHEST_PROTOCOL)
    return hashlib.sha256(content).hexdigest(), content


def run_sent(digest: str, content: bytes, items: Sequence[Any]) -> list[Any]:
    """Work on items with a task that comes along with each of them, and is unpacked once.

    Only the last task is kept: the records of a large site fill a good part of the memory.
    """
    task = _known.get(digest)
    if task is None:
        # Whoever may send work to this process may run anything in it anyway.
        task = pickle.loads(content)  # noqa: S301
        _known.clear()
        _known[digest] = task
    return task.of(items)
