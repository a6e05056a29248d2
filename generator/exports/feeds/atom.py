"""A feed as Atom (RFC 4287).

feedgenerator writes the file and refuses characters that XML cannot hold. What it does not know
of is added here: languages of single texts, labels of categories, generator and licence (RFC 4946).
"""

from __future__ import annotations

from functools import lru_cache
from io import StringIO
from typing import TYPE_CHECKING

from feedgenerator import Atom1Feed, rfc3339_date
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from generator import urls
from generator.exports.feeds.feed import moment

if TYPE_CHECKING:
    from datetime import datetime

    from generator.exports.feeds.entry import Entry
    from generator.exports.feeds.feed import Feed

NAME = "Atom"
TYPE = "application/atom+xml"
GENERATOR = "factcheck-site"


def document(feed: Feed) -> str:
    """Write a feed as an Atom document."""
    written = _Atom(feed)
    return f"{written.writeString('utf-8')}\n"


class _Atom(Atom1Feed):  # type: ignore[misc]  # it has no types
    def __init__(self, feed: Feed) -> None:
        channel, publisher = feed.channel, feed.edition.corpus.publisher
        own = feed.address(channel.path + urls.ATOM)
        super().__init__(
            title=channel.title,
            link=feed.address(channel.page),
            description=channel.description,
            language=feed.edition.language,
            author_name=publisher.name,
            author_link=publisher.url,
            feed_url=own,
            feed_guid=own,
            feed_copyright=f"{feed.licence.name}, {feed.licence.url}",
        )
        self._feed = feed

    def latest_post_date(self) -> datetime:
        """Return when the newest entry changed; without entries, it would be now."""
        return moment(self._feed.updated)

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        """Add the same feed in the other format, licence, icon and generator."""
        super().add_root_elements(handler)
        other = self._feed.address(self._feed.channel.path + urls.JSON_FEED)
        kind = "application/feed+json"
        handler.addQuickElement("link", "", {"rel": "alternate", "type": kind, "href": other})
        handler.addQuickElement("link", "", {"rel": "license", "href": self._feed.licence.url})
        handler.addQuickElement("icon", self._feed.icon)
        handler.addQuickElement("generator", GENERATOR)

    def write_items(self, handler: SimplerXMLGenerator) -> None:
        """Put in the entries, each as one finished text, which this method takes as it is."""
        for entry in self._feed.entries:
            handler.ignorableWhitespace(_entry(entry))


@lru_cache(maxsize=5_000)  # an entry stands in the feeds of its topics, its people and the site
def _entry(entry: Entry) -> str:
    """Write an entry. The library's own would ask for the time and names no language."""
    file = StringIO()
    handler = SimplerXMLGenerator(file, "utf-8", short_empty_elements=True)
    put = handler.addQuickElement
    handler.startElement("entry", {})
    put("id", entry.id)
    put("title", entry.title, _language(entry.title_language))
    put("link", "", {"rel": "alternate", "type": "text/html", "href": entry.address})
    put("published", rfc3339_date(moment(entry.published)))
    put("updated", rfc3339_date(moment(entry.updated)))
    handler.startElement("author", {})
    put("name", entry.author)
    handler.endElement("author")
    for tag in entry.tags:
        put("category", "", {"term": tag.id, "scheme": tag.scheme, "label": tag.label})
    put("summary", entry.summary, {"type": "text"} | _language(entry.summary_language))
    put("content", entry.html, {"type": "html"})
    handler.endElement("entry")
    return file.getvalue()


def _language(tag: str) -> dict[str, str]:
    return {"xml:lang": tag} if tag else {}
