"""Collections, a page of at most 100 at a time."""

from __future__ import annotations

from pydantic import Field

from generator.exports.api.contract.base import Answer, Reference
from generator.exports.api.contract.claim import ClaimSummary
from generator.exports.api.contract.person import PersonSummary
from generator.exports.api.contract.source import SourceSummary
from generator.exports.api.contract.subject import EventSummary, TopicSummary, VerdictSummary
from generator.exports.api.contract.words import Address


class Collection(Answer):
    """One page of a collection."""

    total: int = Field(ge=0, description="Records in the whole collection.")
    page: int = Field(ge=1, description="The number of this page, from 1.")
    pages: int = Field(ge=1, description="How many pages there are.")
    first: Address = Field(description="The first page.")
    previous: Address | None = Field(description="The page before this one; null on the first.")
    next: Address | None = Field(description="The page behind this one; null on the last.")
    last: Address = Field(description="The last page.")
    items: tuple[Reference, ...] = Field(max_length=100, description="The records of this page.")


class ClaimCollection(Collection):
    """Claims, the newest check first, the withdrawn among them."""

    items: tuple[ClaimSummary, ...] = Field(max_length=100)


class SourceCollection(Collection):
    """Sources, by id."""

    items: tuple[SourceSummary, ...] = Field(max_length=100)


class PersonCollection(Collection):
    """Persons and bodies, by id."""

    items: tuple[PersonSummary, ...] = Field(max_length=100)


class TopicCollection(Collection):
    """Topics, by id."""

    items: tuple[TopicSummary, ...] = Field(max_length=100)


class EventCollection(Collection):
    """Events, by id."""

    items: tuple[EventSummary, ...] = Field(max_length=100)


class VerdictCollection(Collection):
    """Verdicts, by id."""

    items: tuple[VerdictSummary, ...] = Field(max_length=100)
