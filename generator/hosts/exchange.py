"""Puts a finished folder in the place of another: at no moment is there half of either.

Linux exchanges two names in one step (renameat2 with RENAME_EXCHANGE, Linux 3.15). Elsewhere it
takes two, and a start after a kill between them puts the old folder back.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HERE = -100  # AT_FDCWD: names are relative to the working folder
_EXCHANGE = 2  # RENAME_EXCHANGE
_ASIDE = ".former"


def exchange(made: Path, place: Path) -> None:
    """Put the folder ``made`` at ``place``; what stood there lies at ``made`` then.

    Both are on one file system. Raises OSError, and leaves a whole folder at ``place``.
    """
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        made.rename(place)
        return
    if _in_one_step(made, place):
        return
    aside = _aside(place)
    place.rename(aside)
    try:
        made.rename(place)
    except OSError:
        aside.rename(place)
        raise
    aside.rename(made)


def recover(place: Path) -> None:
    """Put back what a kill between two steps has left aside. Raises OSError."""
    aside = _aside(place)
    if aside.is_dir() and not place.exists():
        aside.rename(place)
    elif aside.is_dir():  # the new one is in its place
        shutil.rmtree(aside)


def _aside(place: Path) -> Path:
    return place.with_name(f".{place.name}{_ASIDE}")


def _in_one_step(made: Path, place: Path) -> bool:
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False  # no such call in this system's library
    done: int = rename(_HERE, os.fsencode(made), _HERE, os.fsencode(place), _EXCHANGE)
    return done == 0
