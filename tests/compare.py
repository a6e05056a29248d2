"""Two built sites, element by element: what a reader sees must be the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from pathlib import Path

# What each host adds around the article itself: the pencil, which the plain folder has not.
OF_THE_HOST = "a.md-content__button, a.headerlink, a#__skip, .md-source-file, form, script, style"


LEADS = ("href", "src", "xlink:href")


class Element(NamedTuple):
    """One element of the article: its tag, where it leads, its anchor and its own text."""

    tag: str
    target: str
    anchor: str
    classes: str
    text: str


def elements(file: Path, page: str) -> list[Element]:
    """Read the article of ``page`` as a row of elements."""
    tree = LexborHTMLParser(file.read_text("utf-8"))
    article = tree.css_first("article")
    if article is None:
        return []
    for node in article.css(OF_THE_HOST):
        node.decompose()
    return [
        Element(
            node.tag or "",
            _target(page, next((v for n in LEADS if (v := node.attributes.get(n))), "")),
            node.attributes.get("id") or "",
            " ".join(sorted((node.attributes.get("class") or "").split())),
            " ".join(node.text(deep=True).split()),
        )
        for node in article.css("*")
    ]


def _target(page: str, address: str) -> str:
    # Hosts write one way to a page differently: `example/` is `../contribute/example/`.
    return urljoin(f"https://site.example/{page}", address) if address else ""


def differences(one: Path, other: Path) -> list[str]:
    """Name every page that only one site has, and the first difference in each that both have."""
    pages = {p.relative_to(one).as_posix() for p in one.rglob("*.html")} - {"404.html"}
    others = {p.relative_to(other).as_posix() for p in other.rglob("*.html")} - {"404.html"}
    found = [f"{page}: only in one site" for page in sorted(pages ^ others)]
    for page in sorted(pages & others):
        mine, theirs = elements(one / page, page), elements(other / page, page)
        for a, b in zip(mine, theirs, strict=False):
            if a != b:
                found.append(f"{page}: {a} / {b}")
                break
        else:
            if len(mine) != len(theirs):
                found.append(f"{page}: {len(mine)} elements / {len(theirs)}")
    return found
