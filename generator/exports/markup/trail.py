"""The way from the home page to a page: a BreadcrumbList."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.exports.markup.thing import Thing, thing
from generator.records import Kind
from generator.words import message

if TYPE_CHECKING:
    from generator.exports.published import Page

SECTIONS = {
    urls.index(Kind.CLAIM): message("Claims"),
    urls.index(Kind.SOURCE): message("Sources"),
    urls.index(Kind.PERSON): message("People and bodies"),
    urls.index(Kind.TOPIC): message("Topics"),
    urls.index(Kind.EVENT): message("Events"),
    urls.index(Kind.RATING): message("Verdicts"),
    urls.AGREEMENT: message("Where sources disagree"),
    urls.RULES: message("Rules"),
    urls.PROBLEMS: message("What the messages mean"),
}
_FOLDERS = {path: path.removesuffix("index.md").removesuffix(".md") for path in SECTIONS}


def trail(page: Page) -> Thing | None:
    """Return the steps to a page, itself the last; None of a page without a name."""
    if not page.title:
        return None
    site, say = page.edition.corpus.publisher, page.edition.words
    steps = [(urls.HOME, site.name)]
    steps += [(path, say.t(SECTIONS[path])) for path in _above(page.path)]
    steps.append((page.path, page.title))
    return thing(
        "BreadcrumbList",
        itemListElement=[
            thing(
                "ListItem",
                position=number,
                name=name,
                item=urls.published(site.url, page.edition.prefix + path),
            )
            for number, (path, name) in enumerate(steps, 1)
        ],
    )


def _above(path: str) -> list[str]:
    """Return the index pages that a page lies below, the nearest last."""
    return [
        section
        for section, folder in _FOLDERS.items()
        if section != path and path.startswith(folder.rstrip("/") + "/")
    ]
