"""One feed in one language: what it is of, and its entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from generator import urls

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.exports.feeds.channel import Channel
    from generator.exports.feeds.entry import Entry
    from generator.records import Licence

NOTHING_YET = date(1970, 1, 1)  # of a feed without entries on a site without records


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A channel with its entries, newest first."""

    edition: Edition
    channel: Channel
    entries: tuple[Entry, ...]

    def address(self, path: str) -> str:
        """Return the whole address of a page or file of the edition."""
        return urls.published(self.edition.corpus.publisher.url, self.edition.prefix + path)

    @property
    def licence(self) -> Licence:
        """The terms under which its words may be used again."""
        return self.edition.corpus.publisher.licence

    @property
    def icon(self) -> str:
        """The address of the mark of the site, a square."""
        return urls.published(self.edition.corpus.publisher.url, urls.ICON)

    @property
    def updated(self) -> date:
        """The day of the newest change of an entry; without entries, of the records."""
        days = [entry.updated for entry in self.entries]
        return max(days, default=self.edition.corpus.as_of or NOTHING_YET)


def moment(day: date) -> datetime:
    """Return the beginning of a day: feeds have moments (RFC 3339), and records know days."""
    return datetime.combine(day, time(), UTC)
