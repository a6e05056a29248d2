"""The records in the formats that programs read, a module or folder a format.

An export sees public records only: no draft, no passage that only drafts use. It knows nothing of
views and templates. What it says of a page goes into the head of that page; what it makes, into
files of its own. The same records make the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports import (
    api,
    bibliographic,
    cff,
    citations,
    feeds,
    llms,
    markup,
    opengraph,
    raw,
    redirects,
    robots,
    security,
    sitemap,
    tables,
    web_annotation,
)
from generator.exports.head import html

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from generator.edition import Edition
    from generator.exports.export import Export, InHead, OfRecords
    from generator.exports.published import Page
    from generator.offers import Offer
    from generator.output import Output
    from generator.records import Kind

# The order of the formats of a group on the page that lists them.
EXPORTS: dict[str, Export] = {
    "feeds": feeds,
    "raw": raw,
    "api": api,
    "tables": tables,
    "markup": markup,
    "opengraph": opengraph,
    "citations": citations,
    "cff": cff,
    "web_annotation": web_annotation,
    "sitemap": sitemap,
    "redirects": redirects,
    "robots": robots,
    "llms": llms,
    "security": security,
}

# What a build can leave out to be measured: see ``Switches.without``.
FORMATS = {
    "pictures": ("opengraph",),
    "tables": ("tables",),
    "records": ("raw", "api", "citations", "web_annotation"),
}

# The order of their elements.
IN_HEAD: tuple[InHead, ...] = (
    feeds,
    raw,
    api,
    tables,
    markup,
    opengraph,
    bibliographic,
    citations,
    web_annotation,
)
OF_RECORDS: dict[str, OfRecords] = {
    "feeds": feeds,
    "raw": raw,
    "api": api,
    "opengraph": opengraph,
    "citations": citations,
    "web_annotation": web_annotation,
    "redirects": redirects,
}


def made(left_out: Collection[str]) -> dict[str, Export]:
    """Return the exports but those of the ``FORMATS`` that are left out."""
    names = _names(left_out)
    return {name: export for name, export in EXPORTS.items() if name not in names}


def _names(left_out: Collection[str]) -> set[str]:
    return {name for part in left_out for name in FORMATS.get(part, ())}


def of_records(
    edition: Edition, left_out: Collection[str] = ()
) -> Callable[[Kind, str], Iterator[Output]]:
    """Return what makes the files of a public record."""
    names = _names(left_out)
    every = [export.of_records(edition) for name, export in OF_RECORDS.items() if name not in names]

    def of_record(kind: Kind, record_id: str) -> Iterator[Output]:
        for makers in every:
            if make := makers.get(kind):
                yield from make(record_id)

    return of_record


def offers(edition: Edition) -> list[Offer]:
    """Return what the site offers to programs, in the order of the groups."""
    found = [offer for export in EXPORTS.values() for offer in export.offers(edition)]
    return sorted(found, key=lambda offer: offer.group.value)


def head(page: Page) -> str:
    """Return what stands in the head of a page for programs, as finished HTML."""
    elements = (element for export in IN_HEAD for element in export.in_head(page))
    return html(page.place, elements)
