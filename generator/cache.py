"""Files that take long to make, kept from one build to the next.

A name holds a digest of all that the bytes depend on, so that nothing kept grows old. The folder
can be deleted, copied to another machine or used by several builds at once: an entry is written
beside its place and renamed, and says the digest of its bytes, so that a damaged one is made again.
"""

from __future__ import annotations

import hashlib
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FOLDER = ".cache/factcheck"
DAY = 24 * 60 * 60  # seconds


@dataclass(frozen=True)
class Cache:
    """Keeps bytes by name below ``folder``; without one, keeps nothing."""

    folder: Path | None = None

    def get(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Return what is kept under ``name``, a relative path; else make it and keep it."""
        found = self.find(name)
        if found is None:
            found = make()
            self.keep(name, found)
        return found

    def find(self, name: str) -> bytes | None:
        """Return what is kept under ``name``; None for nothing, or for what cannot be read."""
        if self.folder is None:
            return None
        found = _read(self.folder / name)
        if found is not None:
            _note_use(self.folder / name)
        return found

    def keep(self, name: str, content: bytes) -> None:
        """Keep something; what cannot be written is not kept."""
        if self.folder is not None:
            with suppress(OSError):
                files.write(self.folder / name, _digest(content) + content, is_lasting=False)


def of(root: Path) -> Cache:
    """Return the cache of a project."""
    return Cache(root / FOLDER)


def _read(place: Path) -> bytes | None:
    try:
        raw = place.read_bytes()
    except OSError:
        return None
    size = hashlib.sha256().digest_size
    written, content = raw[:size], raw[size:]
    return content if written == _digest(content) else None


def _note_use(place: Path) -> None:
    """Date an entry by its last use, to the day: what is never used is removed at some time."""
    with suppress(OSError):
        if time.time() - place.stat().st_mtime > DAY:
            place.touch()


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
