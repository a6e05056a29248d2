"""Topics, events and verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.api.contract.subject import (
    Event,
    EventSummary,
    EventTranslation,
    Topic,
    TopicSummary,
    Verdict,
    VerdictSummary,
    VerdictTranslation,
)
from generator.exports.api.making.naming import written
from generator.exports.api.making.person import names
from generator.records import Kind

if TYPE_CHECKING:
    from generator import records
    from generator.exports.api.making.naming import Namer


def topic_summary(to: Namer, record: records.Topic) -> TopicSummary:
    """Make a topic as it stands in a collection."""
    return TopicSummary(
        **to.named(Kind.TOPIC, record.id), name=record.name, description=record.description
    )


def topic(to: Namer, record: records.Topic) -> Topic:
    """Make the file of a topic."""
    return Topic(
        **to.headed(Kind.TOPIC, record.id),
        language=to.corpus.publisher.language,
        name=record.name,
        description=record.description,
        claims=to.newest_first(to.corpus.links.claims_of_topic.get(record.id, ())),
        translations=names(record.translations),
    )


def event_summary(to: Namer, record: records.Event) -> EventSummary:
    """Make an event as it stands in a collection."""
    return EventSummary(
        **to.named(Kind.EVENT, record.id),
        name=record.name,
        date=written(record.date),
        since=written(record.since),
        until=written(record.until),
    )


def event(to: Namer, record: records.Event) -> Event:
    """Make the file of an event."""
    return Event(
        **to.headed(Kind.EVENT, record.id),
        language=to.corpus.publisher.language,
        name=record.name,
        date=written(record.date),
        since=written(record.since),
        until=written(record.until),
        place=record.place,
        description=record.description,
        claims=to.newest_first(to.corpus.links.claims_of_event.get(record.id, ())),
        translations={
            language: EventTranslation(
                name=told.name, description=told.description, place=told.place
            )
            for language, told in record.translations.items()
        },
    )


def verdict_summary(to: Namer, record: records.Rating) -> VerdictSummary:
    """Make a verdict as it stands in a collection."""
    return VerdictSummary(
        **to.named(Kind.RATING, record.id),
        label=record.label,
        value=record.value,
        question=record.asks.value,
        definition=record.definition,
    )


def verdict(to: Namer, record: records.Rating) -> Verdict:
    """Make the file of a verdict."""
    return Verdict(
        **to.headed(Kind.RATING, record.id),
        language=to.corpus.publisher.language,
        label=record.label,
        definition=record.definition,
        value=record.value,
        question=record.asks.value,
        claims=to.newest_first(to.corpus.links.claims_of_verdict.get(record.id, ())),
        translations={
            language: VerdictTranslation(label=told.label, definition=told.definition)
            for language, told in record.translations.items()
        },
    )
