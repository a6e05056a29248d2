"""What a change does to versions that were frozen before it: nothing may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import reading
from generator.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from generator.revisions import Changed

CODE = "bad-version"
_NEW = ("A", "C")  # git's letters for a file that was added, or made from another that stays


def problems(
    differing: Iterable[Changed], base: str, spoilt: Collection[str] = ()
) -> Iterator[Problem]:
    """Yield every frozen version that a change edits or takes away.

    The rules of the records find neither the loss of a version that no entry of a history asks
    for, nor an edit of the layout alone. ``spoilt`` are files that were no sound versions before:
    these are put back or deleted.
    """
    for one in differing:
        file = one.former or one.file
        if one.how in _NEW or file in spoilt or not reading.is_version(file):
            continue
        done = "gone" if one.how in ("D", "R") else "changed"
        said = f"a version that {base} has frozen is {done}"
        yield Problem(CODE, Position(file), said)
