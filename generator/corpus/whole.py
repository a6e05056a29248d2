"""The corpus: all sound records, and what is computed from them once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from generator import collation, modified, quotations, reading
from generator.corpus import spellings
from generator.links import Links
from generator.records import Kind, Rules
from generator.references import REFERENCES, values_at
from generator.versions.canonical import digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet
    from datetime import date

    from generator.collation import Lexicon
    from generator.passages.quotation import Result
    from generator.passages.seal import Seal
    from generator.problems import Position
    from generator.records import (
        Claim,
        Event,
        Passage,
        Person,
        Publisher,
        Rating,
        Record,
        Source,
        Topic,
    )
    from generator.references import Key
    from generator.versions.frozen import Version
    from generator.yamltext import Document

# Claims beyond which lists are not filtered in the browser: it would be sent a row of each, some
# 44 bytes under gzip. The index of the search comes in pieces, however many there are.
FILTERED_UP_TO = 3000

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """All valid records, each by its id, and where each was written.

    ``broken`` names records that exist and have problems: they are in none of the maps,
    and a reference to one is not reported again. ``today`` is the day of a check; a build has
    none, so that it is the same on every day.
    """

    publisher: Publisher
    ratings: Mapping[str, Rating]
    sources: Mapping[str, Source]
    people: Mapping[str, Person]
    topics: Mapping[str, Topic]
    events: Mapping[str, Event]
    claims: Mapping[str, Claim]
    seals: Mapping[str, Seal] = field(repr=False)
    signed: AbstractSet[str] = field(repr=False)  # sources whose seal has a signature
    documents: Mapping[Key, Document] = field(repr=False)
    rating_document: Document | None = field(default=None, repr=False)
    broken: frozenset[Key] = frozenset()
    rules: Rules = field(default_factory=Rules)
    today: date | None = None
    mark: str = field(default="", repr=False)  # of the publisher, as SVG
    # As published, oldest first; of an unread claim one could not be read.
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict, repr=False)
    unread: frozenset[str] = frozenset()

    @cached_property
    def links(self) -> Links:
        """Every link back, computed once."""
        return Links.of(self.sources, self.claims)

    @cached_property
    def verified(self) -> Mapping[str, Result]:
        """Every passage compared with the seal of its source, by ``<source>#<passage>``."""
        return quotations.compare_all(self.sources, self.seals, self.rules.shortest_quotation)

    def quoted_tokens(self, source: Source) -> set[int]:
        """Return the numbers of a source's tokens that are published, prefix and suffix too."""
        found = (self.verified[f"{source.id}#{key}"].covered for key in source.passages)
        return {number for spans in found for span in spans for number in range(*span)}

    @cached_property
    def newest_claims(self) -> tuple[Claim, ...]:
        """Claims, newest check first; drafts stand before all.

        By the last day of the history, then by the day on which it was said, newest first; then
        by id. Dates known to the day stand before those of the same month or year.
        """
        by_id = sorted(self.claims.values(), key=lambda claim: claim.id)
        return tuple(sorted(by_id, key=newness, reverse=True))

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of each claim in ``newest_claims``, to sort any list of claims by."""
        return {claim.id: place for place, claim in enumerate(self.newest_claims)}

    @cached_property
    def spellings(self) -> Mapping[str, tuple[str, ...]]:
        """The passages in which each spelling of a name stands."""
        return spellings.find(self.people.values(), self.sources.values())

    @cached_property
    def lexicon(self) -> Lexicon:
        """What wordings are compared by: the spellings of names, the names of days and months."""
        names = ((person.name, *person.variants) for person in self.people.values())
        languages = {source.language for source in self.sources.values()}
        return collation.lexicon(names, collation.days_and_months(languages))

    @cached_property
    def as_of(self) -> date | None:
        """The newest date in the records: the site's only clock."""
        days = [claim.changed_on for claim in self.claims.values()]
        days += [claim.reviewed_on for claim in self.claims.values()]
        days += [source.accessed for source in self.sources.values()]
        return max((day for day in days if day), default=None)

    @cached_property
    def modified(self) -> modified.Days:
        """The day on which what the page of each record shows last changed."""
        return modified.days(self.claims, self.sources, self.links)

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The digest of each claim that was frozen, as its record stands today."""
        known = (id_ for id_ in self.versions if (Kind.CLAIM, id_) in self.documents)
        return {id_: digest(self.documents[Kind.CLAIM, id_].data) for id_ in known}

    @cached_property
    def drafts_named(self) -> Mapping[Key, tuple[str, ...]]:
        """The claims that are not shown and that the text of a record's file names somewhere."""
        claims = (id_ for kind, id_ in self.documents if kind is Kind.CLAIM)
        drafts = {id_ for id_ in claims if id_ not in self.claims}
        if not drafts:
            return {}
        found = {
            key: tuple(sorted(drafts.intersection(_ID.findall(document.text))))
            for key, document in self.documents.items()
        }
        return {key: named for key, named in found.items() if named}

    @property
    def is_filtered(self) -> bool:
        """Whether a browser is sent a row of every claim, to filter lists by."""
        return len(self.claims) <= FILTERED_UP_TO

    @property
    def clock(self) -> date | None:
        """The day by which what grows old is judged."""
        return self.today or self.as_of

    @cached_property
    def named(self) -> frozenset[Key]:
        """All that any file names, files with problems too."""
        return frozenset(
            (target, text)
            for (kind, _), document in self.documents.items()
            for pattern, target in REFERENCES.get(kind, ())
            for _, text in values_at(document.data, pattern)
        )

    def passage(self, reference: str) -> tuple[Source, Passage]:
        """Return the source and the passage that ``<source>#<passage>`` names."""
        source_id, _, passage_id = reference.partition("#")
        source = self.sources[source_id]
        return source, source.passages[passage_id]

    def file_of(self, kind: Kind, record_id: str) -> str:
        """Return the path of a record's file from the root of the project."""
        return self.documents[kind, record_id].file

    @property
    def by_kind(self) -> dict[Kind, Mapping[str, Record]]:
        """All records of each kind, by id."""
        return {
            Kind.CLAIM: self.claims,
            Kind.SOURCE: self.sources,
            Kind.PERSON: self.people,
            Kind.TOPIC: self.topics,
            Kind.EVENT: self.events,
            Kind.RATING: self.ratings,
        }

    @property
    def rating_file(self) -> str:
        """The file of the rating scale, which holds all ratings."""
        return reading.RATINGS

    def at(self, kind: Kind, record_id: str, *path: str | int) -> Position:
        """Return the position of a value in a record's file."""
        return self.documents[kind, record_id].at(path)


def newness(claim: Claim) -> tuple[bool, str, str]:
    """Return what claims are sorted by, the newest last."""
    # sorted() keeps the order of equal ones when it goes backwards too.
    return not claim.is_public, str(claim.changed_on or ""), str(claim.said_on or "")
