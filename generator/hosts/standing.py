"""A folder of finished files that is brought from one build to the next.

It remembers of each file by which key it was made and how it lay on the disk. A file whose key is
the same stays as it is; one that somebody else touched is written again. Nothing is ever written
into a file that is there: another folder may share it by a hard link.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from generator import files

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

# Key, size in bytes, time of the last change in nanoseconds, number of the file.
Stood = tuple[str, int, int, int]


@dataclass
class Standing:
    """The files below ``folder``, by path with forward slashes."""

    folder: Path
    known: dict[str, Stood] = field(default_factory=dict)
    _folders: set[str] = field(default_factory=set)

    def holds(self, path: str, key: str) -> bool:
        """Whether the file was made by this key and lies as it was left.

        Size, time and number show every change that a program makes in passing, and the next
        to last build cannot be mistaken for the last one. Whoever sets the time back on purpose
        is found by a build without a cache.
        """
        stood = self.known.get(path)
        return stood is not None and stood[0] == key and stood[1:] == _lies(self._place(path))

    def adopt(self, made: Path, keys: Mapping[str, str]) -> None:
        """Become the folder ``made``, in one step. Raises OSError.

        To make each folder of a large site anew and to remove the old ones takes longer than to
        write the files.
        """
        shutil.rmtree(self.folder, ignore_errors=True)
        made.rename(self.folder)
        for path, key in keys.items():
            self._note(path, key, self._place(path))

    def put(self, path: str, key: str, content: bytes) -> None:
        """Write a file. Raises OSError."""
        place = self._room(path)
        with open(place, "xb", buffering=0) as stream:  # noqa: PTH123 - for each page of a site
            stream.write(content)
        self._note(path, key, place)

    def move(self, path: str, key: str, source: Path) -> None:
        """Put in a file that was made on the same file system. Raises OSError."""
        place = self._room(path)
        source.rename(place)
        self._note(path, key, place)

    def take(self, path: str, key: str, other: Standing) -> None:
        """Share the file of another folder, or copy it where that cannot be. Raises OSError."""
        source, place = other._place(path), self._room(path)
        try:
            os.link(source, place, follow_symlinks=False)
        except OSError:
            with open(place, "xb", buffering=0) as stream:  # noqa: PTH123
                stream.write(Path(source).read_bytes())
        self._note(path, key, place)

    def keep_only(self, paths: Collection[str]) -> None:
        """Remove what the folder has besides these files, also what it does not know of."""
        self._folders.clear()
        for path in self.known.keys() - set(paths):
            del self.known[path]
        wanted = {self._place(path) for path in paths}
        for folder, folders, names in os.walk(self.folder, topdown=False):
            for name in names:
                if os.path.join(folder, name) not in wanted:  # noqa: PTH118 - for each file
                    os.unlink(os.path.join(folder, name))  # noqa: PTH108, PTH118
            for name in folders:
                with suppress(OSError):  # it is not empty
                    os.rmdir(os.path.join(folder, name))  # noqa: PTH106, PTH118

    def save(self, place: Path) -> None:
        """Keep what is known, with its digest in front. Raises OSError."""
        text = json.dumps(self.known, separators=(",", ":")).encode()
        files.write(place, sha256(text).hexdigest().encode() + b"\n" + text)

    @classmethod
    def load(cls, folder: Path, place: Path) -> Standing:
        """Return what is known of a folder: nothing, when that cannot be read."""
        with suppress(OSError, ValueError, TypeError):
            digest, _, text = place.read_bytes().partition(b"\n")
            if sha256(text).hexdigest().encode() == digest:
                known = {path: tuple(stood) for path, stood in json.loads(text).items()}
                return cls(folder, known)
        return cls(folder)

    def _place(self, path: str) -> str:
        return f"{self.folder}/{path}"

    def _room(self, path: str) -> str:
        place = self._place(path)
        parent = place.rpartition("/")[0]
        if parent not in self._folders:
            os.makedirs(parent, exist_ok=True)  # noqa: PTH103 - for each folder of a site
            self._folders.add(parent)
        with suppress(FileNotFoundError):
            os.unlink(place)  # noqa: PTH108
        return place

    def _note(self, path: str, key: str, place: str) -> None:
        lies = _lies(place)
        if lies is not None:
            self.known[path] = (key, *lies)


def _lies(place: str) -> tuple[int, int, int] | None:
    try:
        found = os.lstat(place)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino
