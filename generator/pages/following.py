"""Links to the feeds of what a page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape, publication, urls
from generator.pages.views import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.escape import Safe
    from generator.pages.linking import Linker
    from generator.records import Kind


FORMATS = {"Atom": urls.ATOM, "JSON Feed": urls.JSON_FEED}


def following(to: Linker, feed: str) -> Safe:
    """Link to a feed in both formats; ``feed`` is its path within the tree, without ending."""
    path = to.edition.prefix + feed
    return escape.join((to.root(name, path + ending) for name, ending in FORMATS.items()), " · ")


def follow(to: Linker, feed: str) -> Safe:
    """Say in a line where to follow what a list shows."""
    return to.words.safe("Follow: {feeds}", feeds=following(to, feed))


def fact(to: Linker, kind: Kind, record_id: str) -> Iterator[Fact]:
    """Say among the facts on a topic or person where to follow it, if it has public claims."""
    if publication.has_claims(to.corpus, kind, record_id):
        feeds = following(to, urls.feed(kind, record_id))
        yield Fact(label=to.words.t("Follow"), value=feeds)
