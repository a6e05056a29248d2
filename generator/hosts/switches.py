"""What the environment asks of a build: the only place that reads these variables.

No settings of mkdocs.yml: none of them changes what is published, but for the preview, and a site
that is published never has that one.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator import cache
from generator.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Mapping

PREVIEW = "FACTCHECK_PREVIEW"
FAST = "FACTCHECK_FAST"
CACHE = "FACTCHECK_CACHE"
EXECUTOR = "FACTCHECK_EXECUTOR"
PROGRESS = "FACTCHECK_PROGRESS"
TIMINGS = "FACTCHECK_TIMINGS"
TIMINGS_FILE = "FACTCHECK_TIMINGS_FILE"
WITHOUT = "FACTCHECK_WITHOUT"

PROGRESSES = ("auto", "plain", "off")
PARTS = ("search", "pictures", "tables", "records")
_YES, _NO = ("1", "on", "yes", "true"), ("0", "off", "no", "false")


class SwitchError(Exception):
    """A variable has a value that says nothing; the message says which, in one sentence."""


@dataclass(frozen=True, kw_only=True)
class Switches:
    """How a site is built.

    ``preview``: with drafts, and quotations that nobody could compare yet. ``fast``: with the
    tricks that make the same bytes in less time. ``caching``: with what earlier builds kept, in
    the folder ``kept``, else in that of the project. ``executor``: who does the work (see
    ``executors``). ``progress``: how it says how far it is, one of ``PROGRESSES``. ``timings``:
    whether it says where the time went; ``timings_file``: and to which file. ``without``: the parts
    of a site, of ``PARTS``, that are not made, so that each can be measured; nobody publishes that.
    """

    preview: bool = False
    fast: bool = True
    caching: bool = True
    kept: Path | None = None
    executor: str = "auto"
    progress: str = "auto"
    timings: bool = False
    timings_file: Path | None = None
    without: frozenset[str] = frozenset()

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Switches:
        """Read the variables; an empty one counts as absent. Raises SwitchError."""
        place, file = environ.get(CACHE, ""), environ.get(TIMINGS_FILE, "")
        is_word = place.lower() in (*_YES, *_NO)
        return cls(
            # Any value, as it has always been.
            preview=bool(environ.get(PREVIEW)),
            fast=_flag(environ, FAST, default=True),
            caching=place.lower() not in _NO,
            kept=Path(place) if place and not is_word else None,
            executor=environ.get(EXECUTOR) or "auto",
            progress=_one_of(PROGRESSES, environ, PROGRESS),
            timings=_flag(environ, TIMINGS, default=False),
            timings_file=Path(file) if file else None,
            without=_some_of(PARTS, environ, WITHOUT),
        )

    def cache(self, root: Path) -> Cache:
        """Return the cache of a build of the project at ``root``."""
        if not self.caching:
            return Cache()
        return Cache(self.kept) if self.kept else cache.of(root)


def _flag(environ: Mapping[str, str], name: str, *, default: bool) -> bool:
    said = environ.get(name, "").lower()
    if said and said not in (*_YES, *_NO):
        raise SwitchError(f"{name} is '{environ[name]}'; it may be 'on' or 'off'")
    return said in _YES if said else default


def _one_of(known: tuple[str, ...], environ: Mapping[str, str], name: str) -> str:
    said = environ.get(name) or known[0]
    if said not in known:
        raise SwitchError(f"{name} is '{said}'; it may be {', '.join(known)}")
    return said


def _some_of(known: tuple[str, ...], environ: Mapping[str, str], name: str) -> frozenset[str]:
    said = frozenset(filter(None, environ.get(name, "").split(",")))
    if said - set(known):
        told = ", ".join(known)
        raise SwitchError(f"{name} is '{environ[name]}'; it may be some of {told}, with commas")
    return said
