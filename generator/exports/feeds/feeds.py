"""Every feed of an edition, with its entries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.exports.feeds import changes, channel, checks
from generator.exports.feeds.feed import Feed
from generator.exports.feeds.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.edition import Edition
    from generator.exports.feeds.channel import Channel
    from generator.exports.feeds.entry import Entry
    from generator.records import Claim

SIZE = 50  # entries of a feed, so that none grows with the site


@dataclass(frozen=True)
class Feeds:
    """Makes the feeds of an edition, each entry once; its records are public ones only."""

    edition: Edition

    def every(self) -> Iterator[Feed]:
        """Make the feeds of the site, then that of each topic and person that has claims."""
        yield self.checks
        yield self.changes
        for kind, id_ in channel.followed(self.edition):
            claims = self.edition.corpus.links.claims_on(kind, id_)
            of = channel.of_record(self.edition, kind, id_)
            yield self._of(of, (self.edition.corpus.claims[claim] for claim in claims))

    @cached_property
    def checks(self) -> Feed:
        """The newest checks."""
        return self._of(channel.new_checks(self.edition), self.edition.corpus.claims.values())

    @cached_property
    def changes(self) -> Feed:
        """The newest changes and corrections."""
        to = Telling(self.edition)
        found = changes.newest(self.edition.corpus.claims.values(), SIZE)
        entries = tuple(changes.entry(to, change) for change in found)
        return Feed(edition=self.edition, channel=channel.changes(self.edition), entries=entries)

    def _of(self, of: Channel, claims: Iterable[Claim]) -> Feed:
        entries = tuple(self._entry(claim) for claim in checks.newest(claims, SIZE))
        return Feed(edition=self.edition, channel=of, entries=entries)

    def _entry(self, claim: Claim) -> Entry:
        if claim.id not in self._entries:
            self._entries[claim.id] = checks.entry(Telling(self.edition), claim)
        return self._entries[claim.id]

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return {}
