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
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.exports.export import Export
    from generator.exports.published import Page, Published
    from generator.offers import Offer
    from generator.output import Output

# The order of links in the head, and of the formats of a group on the page that lists them.
EXPORTS: dict[str, Export] = {
    "feeds": feeds,
    "raw": raw,
    "api": api,
    "tables": tables,
    "markup": markup,
    "opengraph": opengraph,
    "bibliographic": bibliographic,
    "citations": citations,
    "cff": cff,
    "web_annotation": web_annotation,
    "sitemap": sitemap,
    "redirects": redirects,
    "robots": robots,
    "llms": llms,
    "security": security,
}


def outputs(site: Published) -> Iterator[Output]:
    """Make the files of every export."""
    for export in EXPORTS.values():
        yield from export.outputs(site)


def offers(edition: Edition) -> list[Offer]:
    """Return what the site offers to programs, in the order of the groups."""
    found = [offer for export in EXPORTS.values() for offer in export.offers(edition)]
    return sorted(found, key=lambda offer: offer.group.value)


def head(page: Page) -> str:
    """Return what stands in the head of a page for programs, as finished HTML."""
    elements = (element for export in EXPORTS.values() for element in export.in_head(page))
    return html(page.place, elements)
