"""Every feed of an edition, with its entries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.exports.feeds import changes, channel, checks
from generator.exports.feeds.feed import Feed
from generator.exports.feeds.telling import Telling
from generator.reads import Memo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.edition import Edition
    from generator.exports.feeds.channel import Channel
    from generator.exports.feeds.entry import Entry
    from generator.records import Claim, Kind

SIZE = 50  # entries of a feed, so that none grows with the site


@dataclass(frozen=True)
class Feeds:
    """Makes the feeds of an edition, each entry once; its records are public ones only."""

    edition: Edition

    def of(self, kind: Kind, record_id: str) -> Feed:
        """Make the feed of a topic or person."""
        corpus = self.edition.corpus
        claims = (corpus.claims[id_] for id_ in corpus.links.claims_on(kind, record_id))
        return self._of(channel.of_record(self.edition, kind, record_id), claims)

    @property
    def checks(self) -> Feed:
        """The newest checks."""
        return self._of(channel.new_checks(self.edition), self.edition.corpus.claims.values())

    @property
    def changes(self) -> Feed:
        """The newest changes and corrections."""
        to = Telling(self.edition)
        found = changes.newest(self.edition.corpus.claims.values(), SIZE)
        entries = tuple(changes.entry(to, change) for change in found)
        return Feed(edition=self.edition, channel=channel.changes(self.edition), entries=entries)

    def _of(self, of: Channel, claims: Iterable[Claim]) -> Feed:
        entries = tuple(self._entry(claim.id) for claim in checks.newest(claims, SIZE))
        return Feed(edition=self.edition, channel=of, entries=entries)

    @cached_property
    def _entry(self) -> Memo[str, Entry]:
        return Memo(self._made)

    def _made(self, claim_id: str) -> Entry:
        return checks.entry(Telling(self.edition), self.edition.corpus.claims[claim_id])
