"""One build of a site into its folder, whichever host makes HTML of the pages."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import urls
from generator.renewal import Renewal
from generator.watched import digest
from generator.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from generator.former import Former, MadeFile
    from generator.hosts.settling import Site
    from generator.plan import Recipe

Frame = dict[str, Any]


@dataclass
class Building:
    """What was made now, and what is kept, of a site.

    ``settings`` is the digest of all that a page is put into but its frame, which ``frame_of``
    makes from the paths of all pages. The pages ``always`` are made in each build: the menu asks
    them for more than their address, and what people wrote may link to what is new or gone.
    ``undrawn``: no picture is drawn, and so none is missed; of ``late`` parts see ``Renewal``.
    """

    site: Site
    recipe: Recipe
    settings: str
    frame_of: Callable[[Collection[str]], Frame]
    always: Collection[str] = ()
    undrawn: bool = False
    late: Collection[str] = ()
    work: Work = field(default_factory=Work)
    frame: Frame = field(default_factory=dict)
    look: str = ""
    renewal: Renewal = field(init=False)

    def run(self) -> None:
        """Make or keep each part.

        The frame of the last build is taken for that of this one. When it turns out to be
        another, which is seldom, every page is made again.
        """
        self._renew(self.site.look)
        if self.look != self.site.look and self.renewal.made < len(self.renewal.entries):
            self._renew("")

    @property
    def paths(self) -> set[str]:
        """The paths of all outputs, made or kept."""
        return {file.path for file in self.renewal.files}

    def settle(
        self, staged: Path, finish: Callable[[Path, str], str], warned: Collection[str] = ()
    ) -> None:
        """Complete and publish the folder. ``staged`` holds what the host made. Raises OSError.

        ``finish`` is given the folder and the digest of its pages, and returns what its index is
        of. The pages ``warned`` of are made again by the next build, which so warns again.
        """
        made = self.renewal.outputs.keys() | self.renewal.drawn.keys()
        keys = {place(f.path): key(f, self.look) for f in self.renewal.files}
        kept = {
            place(file.path)
            for file in self.renewal.files
            if file.path not in made and not (file.is_drawn and self.undrawn)
        }
        found = dict(_staged(staged))
        wanted = {path: keys[path] for path in kept}
        wanted |= {path: keys.get(path) or _digest(file) for path, file in found.items()}
        pages = digest(*(f"{p} {wanted[p]}" for p in sorted(wanted) if p.endswith(".html")))
        self.site.settle(staged, wanted, lambda folder: finish(folder, pages), self.look)
        self.site.remember(self.renewal.result.without(warned))

    def _renew(self, look: str) -> None:
        def has(file: MadeFile) -> bool:
            if file.is_drawn and self.undrawn:
                return True
            return file.path not in self.always and self.site.has(place(file.path), key(file, look))

        former = self.site.former if look or not self.site.look else self._without_pages
        self.renewal = Renewal(former=former, has=has, late=self.late)
        self.renewal.run(self.recipe, self.work)
        self.frame = self.frame_of(self.paths)
        self.look = digest(self.settings, repr(self.frame))

    @property
    def _without_pages(self) -> Former:
        former = self.site.former
        files = chain.from_iterable(entry.files for entry in former.entries.values())
        return former.without({file.path for file in files if file.path.endswith(".md")})


def place(path: str) -> str:
    """Return where the file of an output lies in the finished site."""
    if not path.endswith(".md"):
        return path
    address = urls.published("", path)
    return address if address.endswith(".html") else f"{address}index.html"


def key(file: MadeFile, look: str) -> str:
    """Return by what the file of an output is made: a page also by what it is put into."""
    return digest(file.digest, look) if file.path.endswith(".md") else file.digest


def _staged(folder: Path) -> list[tuple[str, str]]:
    found = []
    for here, _, names in os.walk(folder):
        below = os.path.relpath(here, folder)
        inner = "" if below == os.curdir else below.replace(os.sep, "/") + "/"
        found += [(inner + name, os.path.join(here, name)) for name in names]  # noqa: PTH118
    return found


def _digest(file: str) -> str:
    return blake2b(Path(file).read_bytes(), digest_size=16).hexdigest()
