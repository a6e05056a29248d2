"""The published folder and its twin: a site is made whole beside its place and then exchanged.

The twin is what was published before. A build brings it to the new state, taking from the
published folder what is the same there, and exchanges the two; so a site of any size changes in
the time of what changed, and a reader sees the old one or the new one.
"""

from __future__ import annotations

import atexit
import os
import secrets
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator import former
from generator.former import Former
from generator.hosts import exchange
from generator.hosts.standing import Standing
from generator.watched import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PARTS, _SHOWN, _TWIN, _MARKS = "parts.json", "shown.json", "twin.json", "marks.txt"
_STAGING = "staging-"


@dataclass
class Site:
    """The folder ``place`` that is published, and in ``home`` what is kept to make the next.

    ``look`` is the digest of what every page of the last build was put into, ``index`` that of
    the pages its search index is of. ``lasts``: a later process can go on from here.
    """

    place: Path
    home: Path
    former: Former
    shown: Standing
    twin: Standing
    look: str = ""
    index: str = ""
    lasts: bool = True

    @classmethod
    def open(cls, place: Path, cache: Path | None, program: str) -> Site:
        """Go on from the last build into ``place``; without a ``cache``, from nothing.

        Raises OSError.
        """
        exchange.recover(place)
        if cache is None:
            return cls.fresh(place, program)
        home = _home(place, cache)
        for stale in home.glob(f"{_STAGING}*"):  # of a build that was killed
            shutil.rmtree(stale, ignore_errors=True)
        # An index is of the pages that one program made.
        made_by, look, index = _marks(home / _MARKS)
        if made_by != program:
            look = index = ""
        return cls(
            place=place,
            home=home,
            former=former.load(home / _PARTS, program),
            shown=Standing.load(place, home / _SHOWN),
            twin=Standing.load(home / "twin", home / _TWIN),
            look=look,
            index=index,
        )

    @classmethod
    def fresh(cls, place: Path, program: str) -> Site:
        """Begin with nothing, in a folder that is removed by ``close``. Raises OSError."""
        place.parent.mkdir(parents=True, exist_ok=True)
        home = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}-"))
        atexit.register(shutil.rmtree, home, ignore_errors=True)  # also when it is interrupted
        twin = Standing(home / "twin")
        return cls(place, home, Former(program=program), Standing(place), twin, lasts=False)

    def has(self, path: str, key: str) -> bool:
        """Whether the file made by ``key`` is in one of the two folders."""
        return self.shown.holds(path, key) or self.twin.holds(path, key)

    def staging(self) -> Path:
        """Make an empty folder, on the file system of the site, for what is made now."""
        # Not by tempfile, whose folders nobody else may read: this one may become the site.
        staged = self.home / f"{_STAGING}{secrets.token_hex(8)}"
        staged.mkdir()
        atexit.register(shutil.rmtree, staged, ignore_errors=True)  # also when it is interrupted
        return staged

    def settle(
        self, staged: Path, keys: Mapping[str, str], finish: Callable[[Path], str], look: str
    ) -> None:
        """Bring the twin to the state of ``keys`` and exchange it with the published folder.

        ``keys`` names each file of the site and what it is made by. Those below ``staged`` are
        moved, the others kept. ``finish`` completes the folder and returns the digest of the
        pages that its index is of. Raises OSError; then the published folder is as it was.
        """
        twin = self.twin
        if not twin.known:
            twin.adopt(staged, keys)
        twin.folder.mkdir(parents=True, exist_ok=True)
        twin.keep_only(keys)
        for path, key in keys.items():
            source = staged / path
            if source.exists():
                twin.move(path, key, source)
            elif not twin.holds(path, key):
                twin.take(path, key, self.shown)
        index = finish(twin.folder)
        self._carry_over()
        self.forget()
        exchange.exchange(twin.folder, self.place)
        self.shown.known, self.twin.known = twin.known, self.shown.known
        self.look, self.index = look, index

    def doubt(self) -> None:
        """Keep nothing of the last build: something may have a hand in pages that tells nothing."""
        self.former, self.look, self.index = Former(program=self.former.program), "", ""

    def _carry_over(self) -> None:
        """Move hidden files, such as those of git, to the new site: MkDocs too lets them be."""
        if not self.place.is_dir():
            return
        for hidden in self.place.glob(".*"):
            if not (self.twin.folder / hidden.name).exists():
                hidden.rename(self.twin.folder / hidden.name)

    def share_index(self, pages: str, folder: str) -> bool:
        """Put the published index into the twin, when it is of just these ``pages``."""
        published = self.place / folder
        if not pages or self.index != pages or not published.is_dir():
            return False
        shutil.copytree(published, self.twin.folder / folder, copy_function=_shared)
        return True

    def forget(self) -> None:
        """Forget the last build: between the exchange and new lists, none would be true."""
        for name in (_PARTS, _SHOWN, _TWIN, _MARKS):
            (self.home / name).unlink(missing_ok=True)

    def remember(self, made: Former) -> None:
        """Keep what the next build can go on from; where it cannot be kept, that makes all."""
        self.former = made
        if not self.lasts:
            return
        with suppress(OSError):
            former.save(self.home / _PARTS, made)
            self.shown.save(self.home / _SHOWN)
            self.twin.save(self.home / _TWIN)
            marks = (made.program, self.look, self.index)
            (self.home / _MARKS).write_text("\n".join(marks), "utf-8")

    def close(self) -> None:
        """Remove what no later build goes on from."""
        if not self.lasts:
            shutil.rmtree(self.home, ignore_errors=True)


def _home(place: Path, cache: Path) -> Path:
    """Return the folder beside which nothing has to be copied: on the same file system."""
    name = digest(str(place))
    home = cache / "sites" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    home.mkdir(parents=True, exist_ok=True)
    if home.stat().st_dev != place.parent.stat().st_dev:
        home = place.parent / f".{place.name}-{name}"
        home.mkdir(exist_ok=True)
    return home


def _marks(place: Path) -> tuple[str, str, str]:
    """Return the program of the last build, its look and what its index is of."""
    try:
        program, look, index = place.read_text("utf-8").split("\n")
    except (OSError, ValueError):
        return "", "", ""
    return program, look, index


def _shared(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
    return target
