"""Which pages of a built site stand for all: found in the site, so that no list goes stale.

Pages of one kind have addresses of one shape, such as ``claims/*/``. Of each kind the longest page
is looked at, and then as many as it takes to see every element and class that any page of the
kind has: the claim whose verdict changed, the one with a translation, the one without evidence.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

INDEX = "index.html"
MOST = 5  # pages of one kind


@dataclass(frozen=True, kw_only=True)
class Example:
    """A page that stands for others: ``path`` is its address, ``file`` where it lies."""

    kind: str
    path: str
    file: Path
    is_longest: bool

    def __str__(self) -> str:
        return f"/{self.path}"


def shape(path: str, languages: Iterable[str] = ()) -> str:
    """Return an address with "*" for every name: ``people/*/page/*/``."""
    first, *rest = path.split("/")
    if first in languages:
        return f"{first}/{shape('/'.join(rest))}"
    named = [part if part in ("", "page") or part.endswith(".html") else "*" for part in rest]
    return "/".join([first, *named])


def languages_of(site: Path) -> list[str]:
    """Return the folders that hold the site in another language than that of its root."""
    own = _language(site / INDEX)
    return [
        file.parent.name
        for file in sorted(site.glob(f"*/{INDEX}"))
        if _language(file) == file.parent.name != own
    ]


def _language(file: Path) -> str:
    (root,) = LexborHTMLParser(file.read_text("utf-8")).css("html")
    return root.attributes.get("lang") or ""


def _features(file: Path) -> set[str]:
    """Return every element with its classes that a page has."""
    tree = LexborHTMLParser(file.read_text("utf-8"))
    return {
        f"{node.tag}.{name}"
        for node in tree.css("body *")
        for name in ("", *(node.attributes.get("class") or "").split())
    }


def _cover(files: list[Path]) -> Iterator[Path]:
    """Yield the longest page, and others until no page of the kind has anything new."""
    left = {
        file: _features(file) for file in sorted(files, key=lambda f: (-f.stat().st_size, f.parts))
    }
    seen: set[str] = set()
    while left:
        # Of pages with as much news the longest stands first.
        best = max(left, key=lambda file: len(left[file] - seen)) if seen else next(iter(left))
        if not left[best] - seen:
            return
        yield best
        seen |= left.pop(best)


def examples(site: Path) -> list[Example]:
    """Return the pages of a built site to look at, by kind.

    The trees of other languages hold the same pages in other words: the longest of each kind is
    enough there.
    """
    languages = languages_of(site)
    kinds = defaultdict[str, list[Path]](list)
    for file in sorted(site.rglob("*.html")):
        kinds[shape(_address(site, file), languages)].append(file)
    return [
        Example(kind=kind, path=_address(site, file), file=file, is_longest=number == 0)
        for kind, files in sorted(kinds.items())
        for number, file in enumerate(islice(_cover(files), MOST))
        if number == 0 or kind.partition("/")[0] not in languages
    ]


def _address(site: Path, file: Path) -> str:
    path = file.relative_to(site).as_posix()
    return path.removesuffix(INDEX)
