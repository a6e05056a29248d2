"""What an editorial rule is, and where records are excused from one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.problems import Position, Severity
    from generator.records import Claim, Event, Excuse, Passage, Person, Source, Topic

    Excusing = Claim | Event | Passage | Person | Source | Topic


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule as its page shows it.

    ``by_day``: what it finds changes from day to day. ``by_text``: it needs the captured texts,
    and ``factcheck verify`` alone looks.
    """

    code: str
    title: str
    text: str
    severity: Severity
    excusable: bool
    by_day: bool = False
    by_text: bool = False


class Place(NamedTuple):
    """A record, or one passage of a source."""

    kind: Kind
    id: str
    passage: str = ""


class Held(NamedTuple):
    """An excuse, the place that it stands at and its number there."""

    place: Place
    number: int
    excuse: Excuse

    def at(self, corpus: Corpus, *key: str) -> Position:
        """Return the position of the excuse, or of one key of it."""
        kind, id_, passage = self.place
        inner = ("passages", passage) if passage else ()
        return corpus.at(kind, id_, *inner, "excused", self.number, *key)

    def holds(self, corpus: Corpus) -> bool:
        """Whether its last day is not over."""
        return corpus.clock is None or self.excuse.until >= corpus.clock


def excuses(corpus: Corpus) -> Iterator[Held]:
    """Yield every excuse of every record, whether it holds or not."""
    for place, record in _places(corpus):
        for number, excuse in enumerate(record.excused):
            yield Held(place, number, excuse)


def _places(corpus: Corpus) -> Iterator[tuple[Place, Excusing]]:
    for claim in corpus.claims.values():
        yield Place(Kind.CLAIM, claim.id), claim
    for source in corpus.sources.values():
        yield Place(Kind.SOURCE, source.id), source
        for passage_id, passage in source.passages.items():
            yield Place(Kind.SOURCE, source.id, passage_id), passage
    for person in corpus.people.values():
        yield Place(Kind.PERSON, person.id), person
    for topic in corpus.topics.values():
        yield Place(Kind.TOPIC, topic.id), topic
    for event in corpus.events.values():
        yield Place(Kind.EVENT, event.id), event
