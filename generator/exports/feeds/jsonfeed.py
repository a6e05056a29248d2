"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from generator import urls
from generator.exports.feeds.entry import plain
from generator.exports.feeds.feed import moment

if TYPE_CHECKING:
    from generator.exports.feeds.entry import Entry
    from generator.exports.feeds.feed import Feed

NAME = "JSON Feed"
TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"
# The name of what the format does not know of. ``about`` leads to the page that says what it is.
EXTENSION = "_factcheck"


def document(feed: Feed) -> str:
    """Write a feed as JSON."""
    channel, publisher = feed.channel, feed.edition.corpus.publisher
    made = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": feed.address(channel.page),
        "feed_url": feed.address(channel.path + urls.JSON_FEED),
        "description": channel.description,
        "icon": feed.icon,
        "favicon": feed.icon,
        "authors": [{"name": publisher.name, "url": publisher.url}],
        "language": feed.edition.language,
        EXTENSION: {"about": feed.address(urls.DATA), "licence": feed.licence.model_dump()},
    }
    items = ",".join(map(_item, feed.entries))
    return f'{_JSON.encode(made).removesuffix("}")},"items":[{items}]}}\n'


# A file of its own and no part of a page: nothing in it needs escaping.
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=5_000)  # an entry stands in the feeds of its topics, its people and the site
def _item(entry: Entry) -> str:
    return _JSON.encode(item(entry))


def item(entry: Entry) -> dict[str, Any]:
    """Return an entry as an item; ``language`` is that of its title where it is not the feed's."""
    return {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        **({"language": entry.title_language} if entry.title_language else {}),
        "summary": entry.summary,
        "content_html": entry.html,
        "content_text": plain(entry.lines),
        "date_published": moment(entry.published).isoformat(),
        "date_modified": moment(entry.updated).isoformat(),
        "authors": [{"name": entry.author}],
        "tags": [tag.label for tag in entry.tags],
        EXTENSION: dict(entry.facts),
    }
