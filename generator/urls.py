"""The only place that knows page paths and anchors.

A page is named by the path of its Markdown file; ``claims/x.md`` is served as
``/claims/x/``. Record ids never collide with the index or list pages beside them: ``index``
and ``page`` are reserved names.
"""

from __future__ import annotations

import posixpath

from generator.records import Kind

TIMELINE = "timeline.md"
PER_PAGE = 100

FOLDERS = {
    Kind.CLAIM: "claims",
    Kind.SOURCE: "sources",
    Kind.PERSON: "people",
    Kind.TOPIC: "topics",
    Kind.EVENT: "events",
    Kind.RATING: "verdicts",
}


def page(kind: Kind, record_id: str) -> str:
    """Return the page of a record."""
    return f"{FOLDERS[kind]}/{record_id}.md"


def index(kind: Kind) -> str:
    """Return the index page of a kind."""
    return f"{FOLDERS[kind]}/index.md"


def list_page(first: str, number: int) -> str:
    """Return the page that continues the list of ``first``; numbers count from 1."""
    if number == 1:
        return first
    stem = first.removesuffix(".md").removesuffix("/index")
    return f"{stem}/page/{number}.md"


def sub_list(path: str, name: str) -> str:
    """Name one of several lists that stand on a page, for the pages that continue it."""
    return f"{path.removesuffix('.md')}/{name}.md"


def relative(origin: str, target: str, anchor: str = "") -> str:
    """Return the link from one page to another, as Markdown hosts resolve it."""
    mark = f"#{anchor}" if anchor else ""
    if origin == target and mark:
        return mark
    return posixpath.relpath(target, posixpath.dirname(origin) or ".") + mark


def published(site: str, path: str) -> str:
    """Return the address of a page on the published site; ``site`` ends in a slash."""
    folder, name = posixpath.split(path.removesuffix(".md"))
    stem = folder if name.lower() in ("index", "readme") else posixpath.join(folder, name)
    return f"{site}{stem}/" if stem else site
