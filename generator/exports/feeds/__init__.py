"""Feeds for readers and programs: new checks, changes, and the checks of a topic or person.

Each holds the newest entries only, so that none grows with the site, in Atom and JSON Feed.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator import publication, urls
from generator.exports.feeds import atom, channel, jsonfeed, offered
from generator.exports.feeds.feeds import Feeds
from generator.exports.head import Link
from generator.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.edition import Edition
    from generator.exports.export import Makers
    from generator.exports.feeds.channel import Channel
    from generator.exports.feeds.feed import Feed
    from generator.exports.head import Element
    from generator.exports.published import Page, Published
    from generator.offers import Offer
    from generator.records import Kind


FORMATS = {urls.ATOM: atom, urls.JSON_FEED: jsonfeed}


def outputs(site: Published) -> Iterator[Output]:
    """Make the feeds of each language, in both formats."""
    for edition in site.editions:
        feeds = Feeds(edition)
        yield from _files(feeds.checks)
        yield from _files(feeds.changes)


def of_records(edition: Edition) -> Makers:
    """Make the feed of a topic or person that has claims."""
    feeds = Feeds(edition)
    return {kind: partial(_of_record, feeds, kind) for kind in channel.FOLLOWED}


def _of_record(feeds: Feeds, kind: Kind, record_id: str) -> Iterator[Output]:
    if publication.has_claims(feeds.edition.corpus, kind, record_id):
        yield from _files(feeds.of(kind, record_id))


def _files(feed: Feed) -> Iterator[Output]:
    path = feed.edition.prefix + feed.channel.path
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
