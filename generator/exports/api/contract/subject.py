"""What claims share: topics, events and verdicts."""

from __future__ import annotations

from pydantic import Field

from generator.exports.api.contract.base import Record, Reference, Resource
from generator.exports.api.contract.person import NameTranslation
from generator.exports.api.contract.references import VerdictReference
from generator.exports.api.contract.words import Id, Language, Question, When

_CLAIMS = "Ids of its claims, the newest check first."


class TopicSummary(Reference):
    """A topic as it stands in a collection."""

    name: str
    description: str | None


class Topic(Record):
    """A subject that claims share."""

    name: str
    description: str | None
    claims: tuple[Id, ...] = Field(description=_CLAIMS)
    translations: dict[Language, NameTranslation] = Field(description="By language.")


class EventTranslation(NameTranslation):
    """An event in another language, as far as it is translated."""

    place: str | None


class EventSummary(Reference):
    """An event as it stands in a collection."""

    name: str
    date: When | None = Field(description="Its day, month or year; null for a span.")
    since: When | None = Field(description="The first day of a span.")
    until: When | None = Field(description="The last day of a span.")


class Event(Record):
    """Something that happened on a day or over a time."""

    name: str
    date: When | None = Field(description="Its day, month or year; null for a span.")
    since: When | None = Field(description="The first day of a span.")
    until: When | None = Field(description="The last day of a span.")
    place: str | None
    description: str | None
    claims: tuple[Id, ...] = Field(description=_CLAIMS)
    translations: dict[Language, EventTranslation] = Field(description="By language.")


class VerdictTranslation(Resource):
    """A verdict in another language, as far as it is translated."""

    label: str | None
    definition: str | None


class VerdictSummary(VerdictReference):
    """A verdict as it stands in a collection."""

    definition: str = Field(description="When it is given.")


class Verdict(Record):
    """A verdict of the rating scale."""

    label: str = Field(description="What readers see.")
    definition: str = Field(description="When it is given.")
    value: int | None = Field(
        ge=1, le=5, description="From 1 (least true) to 5 (truest); null where truth is not rated."
    )
    question: Question = Field(description="What it answers: was it said so, or is it so.")
    claims: tuple[Id, ...] = Field(description=_CLAIMS)
    translations: dict[Language, VerdictTranslation] = Field(description="By language.")
