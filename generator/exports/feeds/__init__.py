"""Feeds for readers and programs: new checks, changes, and the checks of a topic or person.

Each holds the newest entries only, so that none grows with the site, in Atom and JSON Feed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import publication, urls
from generator.exports.feeds import atom, channel, jsonfeed, offered
from generator.exports.feeds.feeds import Feeds
from generator.exports.head import Link
from generator.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.edition import Edition
    from generator.exports.feeds.channel import Channel
    from generator.exports.head import Element
    from generator.exports.published import Page, Published
    from generator.offers import Offer


FORMATS = {urls.ATOM: atom, urls.JSON_FEED: jsonfeed}


def outputs(site: Published) -> Iterator[Output]:
    """Make every feed of every language, in both formats."""
    for edition in site.editions:
        for feed in Feeds(edition).every():
            path = edition.prefix + feed.channel.path
            for ending, form in FORMATS.items():
                yield Output(path + ending, form.document(feed))


def offers(edition: Edition) -> Iterable[Offer]:
    """List the formats."""
    return offered.offers(edition)


def in_head(page: Page) -> Iterator[Element]:
    """Lead to the feeds of the site, and to that of the topic or person."""
    if not page.is_indexed:
        return
    for of in _channels(page):
        path = page.edition.prefix + of.path
        for ending, form in FORMATS.items():
            title = f"{of.title} ({form.NAME})"
            yield Link(rel="alternate", path=path + ending, type=form.TYPE, title=title)


def _channels(page: Page) -> Iterator[Channel]:
    edition, kind, id_ = page.edition, page.kind, page.record_id
    if kind in channel.FOLLOWED and publication.has_claims(edition.corpus, kind, id_):
        yield channel.of_record(edition, kind, id_)
    yield channel.new_checks(edition)
    yield channel.changes(edition)
