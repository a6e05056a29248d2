"""Two built trees, byte by byte."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff
from typing import TYPE_CHECKING

from generator.hosts.searching import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LINES = 12  # of a difference that are shown
WIDTH = 300  # of each
_TICK = 10_000_000  # nanoseconds: the clock of a file system is coarser


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A file that one tree has otherwise than the other, or does not have."""

    path: str
    said: str


def tree(site: Path) -> dict[str, Path]:
    """Return the files of a built site by their paths, without the search index.

    The names of its files are drawn by chance: its answers are compared instead.
    """
    files = (file for file in sorted(site.rglob("*")) if file.is_file())
    paths = {file.relative_to(site).as_posix(): file for file in files}
    return {path: file for path, file in paths.items() if not path.startswith(f"{FOLDER}/")}


def differences(warm: Path, cold: Path) -> list[Difference]:
    """Compare a warm tree with a cold one."""
    ours, theirs = tree(warm), tree(cold)
    found = [Difference(path=path, said="only built warm") for path in ours.keys() - theirs.keys()]
    found += [Difference(path=path, said="only built cold") for path in theirs.keys() - ours.keys()]
    for path in ours.keys() & theirs.keys():
        one, other = ours[path].read_bytes(), theirs[path].read_bytes()
        if one != other:
            found.append(Difference(path=path, said=first_lines(one, other)))
    return sorted(found, key=lambda one: one.path)


def first_lines(warm: bytes, cold: bytes) -> str:
    """Return the first lines that differ, as a unified difference."""
    one, other = (raw.decode(errors="replace").splitlines() for raw in (warm, cold))
    rows = list(unified_diff(one, other, "warm", "cold", lineterm="", n=1))
    return "\n".join(row[:WIDTH] for row in rows[:LINES]) or "they differ in line ends"


@dataclass(frozen=True)
class Snapshot:
    """A tree as it stood: of each file its bytes and when it was written."""

    files: dict[str, tuple[int, int, bytes]]

    @classmethod
    def of(cls, site: Path) -> Snapshot:
        """Note what stands in a tree."""
        made = {}
        for path, file in tree(site).items():
            state = file.stat()
            made[path] = (state.st_ino, state.st_mtime_ns, file.read_bytes())
        return cls(made)

    def changed(self, later: Snapshot) -> set[str]:
        """Return the files that say something else, or are new or gone."""
        return _differing(
            {path: raw for path, (*_, raw) in self.files.items()},
            {path: raw for path, (*_, raw) in later.files.items()},
        )

    def since(self, time: int) -> set[str]:
        """Return the files that were written since then, in nanoseconds, whatever they say."""
        return {path for path, (_, at, _) in self.files.items() if at > time - _TICK}

    def touched(self, later: Snapshot) -> set[str]:
        """Return the files that are not the very same ones as before."""
        return _differing(
            {path: (inode, at) for path, (inode, at, _) in self.files.items()},
            {path: (inode, at) for path, (inode, at, _) in later.files.items()},
        )


def _differing(before: dict[str, object], after: dict[str, object]) -> set[str]:
    paths: Iterable[str] = before.keys() | after.keys()
    return {path for path in paths if before.get(path) != after.get(path)}
