"""What a computation read, so that its result can be kept until some of that changes.

Whoever hands out values that may change from one build to the next notes the place and the key
under which each was asked for. Nothing has to be declared, so nothing can be forgotten: a
dependency is recorded because it was used. (The idea is that of build systems with dynamic
dependencies: Mokhov, Mitchell, Peyton Jones, Build Systems à la Carte, 2018.)
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import ItemsView, ValuesView

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

# A place and a key in it; the key None stands for all that is in the place.
Read = tuple[str, Hashable]

_open: ContextVar[set[Read] | None] = ContextVar("reads", default=None)


def note(place: str, key: Hashable = None) -> None:
    """Note one read; without anybody who records, do nothing."""
    reads = _open.get()
    if reads is not None:
        reads.add((place, key))


def again(reads: AbstractSet[Read]) -> None:
    """Note the reads of a value that is used once more."""
    noted = _open.get()
    if noted is not None:
        noted |= reads


@contextmanager
def recording() -> Iterator[set[Read]]:
    """Record what is read inside; whoever records outside of it learns the same."""
    reads: set[Read] = set()
    token = _open.set(reads)
    try:
        yield reads
    finally:
        _open.reset(token)
        again(reads)


class Recorded(Mapping[K, V]):
    """A mapping that notes each key it is asked for; going through it counts as all of it."""

    def __init__(self, place: str, values: Mapping[K, V]) -> None:
        self._place = place
        self._values = values

    def __getitem__(self, key: K) -> V:
        note(self._place, key)
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        note(self._place, key)
        return key in self._values

    def __iter__(self) -> Iterator[K]:
        note(self._place)
        return iter(self._values)

    def __len__(self) -> int:
        note(self._place)
        return len(self._values)

    # Those of Mapping would ask for each key, one after the other.

    def values(self) -> ValuesView[V]:
        """Return all values."""
        note(self._place)
        return self._values.values()

    def items(self) -> ItemsView[K, V]:
        """Return all keys with their values."""
        note(self._place)
        return self._values.items()


class RecordedSet(AbstractSet[K]):
    """A set that notes what it is asked for, in the same way."""

    def __init__(self, place: str, values: AbstractSet[K]) -> None:
        self._place = place
        self._values = values

    def __contains__(self, value: object) -> bool:
        note(self._place, value)
        return value in self._values

    def __iter__(self) -> Iterator[K]:
        note(self._place)
        return iter(self._values)

    def __len__(self) -> int:
        note(self._place)
        return len(self._values)


class once(Generic[V]):  # noqa: N801 - used as functools.cached_property is
    """A property computed once; each use notes what computing it had read.

    With ``functools.cached_property`` only the first user would be known to depend on it.
    """

    def __init__(self, make: Callable[[Any], V]) -> None:
        self._make = make
        self._name = ""
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_once_{name}"

    @overload
    def __get__(self, instance: None, owner: type) -> once[V]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> V: ...
    def __get__(self, instance: object | None, owner: type) -> once[V] | V:
        """Return the value, computing it for the first who asks."""
        if instance is None:
            return self
        kept = vars(instance).get(self._name)
        if kept is None:
            with recording() as reads:
                value = self._make(instance)
            vars(instance)[self._name] = kept = (value, frozenset(reads))
        else:
            again(kept[1])
        result: V = kept[0]
        return result


class Memo(Generic[K, V]):
    """Values made once for each key; each use notes what making it had read."""

    def __init__(self, make: Callable[[K], V]) -> None:
        self._make = make
        self._kept: dict[K, tuple[V, frozenset[Read]]] = {}

    def __call__(self, key: K) -> V:
        """Return the value of ``key``."""
        kept = self._kept.get(key)
        if kept is None:
            with recording() as reads:
                value = self._make(key)
            self._kept[key] = kept = (value, frozenset(reads))
        else:
            again(kept[1])
        return kept[0]
