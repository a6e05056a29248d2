"""Removes from the cache what no build has used for long, so that it does not grow for ever.

An entry is a file or folder in the folder of its kind, named by a digest. The time of its last
change says when it was last used. What is missing is made again, so that removing one is always
safe; what was used today may be in use right now, and stays.
"""

from __future__ import annotations

import re
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cache import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.cache import Cache

KINDS = ("share", "sites")  # no other folder is touched: the cache may lie where somebody put it
UNUSED = 30 * DAY
ROOM = 2_000_000_000  # bytes

_MARK = "tidied"
_NAME = re.compile(r"[0-9a-f]{16,64}(\.[a-z]+)?")


@dataclass(frozen=True)
class _Entry:
    place: Path
    used: float  # seconds since 1970
    size: int


def tidy(kept: Cache, *, now: float | None = None, room: int = ROOM) -> None:
    """Remove entries that were not used for ``UNUSED``, then the oldest beyond ``room`` bytes.

    Once a day: to look at each file of a large site takes a while.
    """
    now = time.time() if now is None else now
    with suppress(OSError):  # a cache that cannot be read or written does no harm
        if kept.folder is not None and kept.folder.is_dir() and _is_due(kept.folder / _MARK, now):
            (kept.folder / _MARK).touch()
            _tidy(kept.folder, now, room)


def _is_due(mark: Path, now: float) -> bool:
    return not mark.exists() or now - mark.stat().st_mtime > DAY


def _tidy(folder: Path, now: float, room: int) -> None:
    filled = 0
    for entry in sorted(_entries(folder), key=lambda entry: entry.used, reverse=True):
        filled += entry.size
        age = now - entry.used
        if age > UNUSED or (filled > room and age > DAY):
            filled -= entry.size
            _remove(entry.place)


def _entries(folder: Path) -> Iterator[_Entry]:
    for kind in KINDS:
        for place in (folder / kind).glob("*"):
            if _NAME.fullmatch(place.name) and not place.is_symlink():
                with suppress(OSError):  # another build has just removed it
                    yield _Entry(place, place.stat().st_mtime, _size(place))


def _size(place: Path) -> int:
    files = place.rglob("*") if place.is_dir() else (place,)
    return sum(file.lstat().st_size for file in files)


def _remove(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place, ignore_errors=True)
    else:
        place.unlink(missing_ok=True)
