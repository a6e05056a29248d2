"""The frame of every page as plain data: menus, languages, words and links for the theme.

The theme reads it as ``config.extra.factcheck``, in each host alike. Every text is finished:
the theme prints it as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from generator import escape, urls
from generator.words import message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from generator.edition import Edition
    from generator.records import Publisher

# What a page may load and do: nothing from elsewhere, nothing written inside the page itself.
# Static hosts send no headers, so it stands in the head (W3C, Content Security Policy Level 3).
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
# MkDocs 1.6 writes its reload of a preview into each page, with other numbers at each build:
# no hash would fit. No site that is published has this policy.
PREVIEW_POLICY = POLICY.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-inline'")

# What the theme says: its templates find a text by its English form.
MESSAGES = (
    message("Menu"),
    message("Close the menu"),
    message("Sections"),
    message("Search"),
    message("Search the checks"),
    message("Language"),
    message("Dark colours"),
    message("Link to this place"),
    message("On this page"),
    message("Report an error on this page"),
    message("Write to us"),
    message("Data and feeds"),
    message("All records and their history"),
    message("Licence:"),
    message(
        "This site sets no cookies, loads nothing from other hosts, and does not follow its "
        "readers."
    ),
    message("Page not found"),
    message("There is no page at this address"),
    message(
        "The address may be mistyped or cut short. No check disappears: one that is withdrawn "
        "keeps its page, with the reason."
    ),
    message("A link on this site led here? Please tell us:"),
)
# The titles of the menu in mkdocs.yml; one that is not here stays as it is written there.
TITLES = (
    message("Home"),
    message("Claims"),
    message("Sources"),
    message("People"),
    message("Topics"),
    message("Timeline"),
    message("Events"),
    message("About"),
    message("About this site"),
    message("Method"),
    message("How we verify"),
    message("Quality"),
    message("Rating scale"),
    message("Rules"),
    message("Where sources disagree"),
    message("Corrections policy"),
    message("Corrections log"),
    message("Self-report"),
    message("Report an error"),
    message("Cite and reuse"),
    message("Data and feeds"),
    message("Contribute"),
)

FONTS = "assets/fonts"
LATIN = ("inter-latin", "citation-serif-latin")
CYRILLIC = ("inter-cyrillic", "citation-serif-cyrillic")
IN_CYRILLIC = {"be", "bg", "kk", "mk", "ru", "sr", "uk"}


def shell(editions: Sequence[Edition], nav: object, pages: Collection[str]) -> dict[str, Any]:
    """Return the data of the frame, for the ``editions`` of a site, the first of them at its root.

    ``nav`` is the menu of mkdocs.yml, which names pages of the first; ``pages`` are the paths
    of all pages: a menu leads to the page of its own language where there is one. Nothing here
    grows with the number of claims.
    """
    first = editions[0]
    made: dict[str, Any] = {
        "policy": POLICY,
        "language": first.language,
        "names": {e.language: escape.html(e.words.own_name) for e in editions},
        "homes": {e.language: e.prefix for e in editions},
        "frames": {
            e.language: {"words": e.words.spoken, "direction": e.words.direction} for e in editions
        },
        "menus": {e.language: list(_entries(nav, e, pages)) for e in editions},
        "words": {
            e.language: {text: escape.html(e.words.t(text)) for text in MESSAGES} for e in editions
        },
        "taglines": {e.language: escape.html(e.corpus.publisher.tagline) for e in editions},
        "fonts": {e.language: _fonts(e.language) for e in editions},
        "search": _own(urls.SEARCH, editions, pages),
        "formats": _own(urls.DATA, editions, pages),
    }
    return made | _publisher(first.corpus.publisher)


def _own(page: str, editions: Sequence[Edition], pages: Collection[str]) -> dict[str, str]:
    """Return the address of a page in each language that has it."""
    return {
        e.language: urls.published("", e.prefix + page)
        for e in editions
        if e.prefix + page in pages
    }


def _publisher(publisher: Publisher) -> dict[str, Any]:
    contact = escape.html(publisher.contact)
    return {
        "contact": contact,
        "report": f"mailto:{contact}?subject={quote(publisher.name, safe='')}",
        "data": escape.html(publisher.repository or ""),
        "licence": {
            "name": escape.html(publisher.licence.name),
            "url": escape.html(publisher.licence.url),
        },
    }


def _fonts(language: str) -> list[str]:
    """Name the files that a page of this language needs for certain."""
    is_cyrillic = language.partition("-")[0] in IN_CYRILLIC
    return [f"{FONTS}/{name}.woff2" for name in LATIN + CYRILLIC * is_cyrillic]


def _entries(nav: object, edition: Edition, pages: Collection[str]) -> Iterator[dict[str, Any]]:
    """Turn rows of ``nav``, each a title with a path or with further rows, into entries."""
    for row in nav if isinstance(nav, list) else []:
        for title, target in row.items() if isinstance(row, dict) else ():
            entry: dict[str, Any] = {"title": escape.html(edition.words.t(str(title)))}
            if isinstance(target, list):
                yield entry | {"children": list(_entries(target, edition, pages))}
            else:
                yield entry | _target(str(target), edition, pages)


def _target(path: str, edition: Edition, pages: Collection[str]) -> dict[str, str]:
    if not path.endswith(".md"):
        return {"url": escape.html(path)}  # an address elsewhere
    if edition.prefix + path in pages:
        return {"url": urls.published("", edition.prefix + path)}
    page = {"url": urls.published("", path)}
    # The contributors' manual is in the first language alone.
    return page if edition.is_first else page | {"language": edition.trees[0][0]}
