"""A captured source and the passages quoted from it."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from generator.exports.api.contract.base import Record, Resource
from generator.exports.api.contract.passage import Passage
from generator.exports.api.contract.references import SourceReference
from generator.exports.api.contract.words import Address, Basis, Id, Media, SealKind, When
from generator.exports.api.contract.words import SourceStatus as Status

_INFERRED = "How it was worked out, where it is inferred."


class Seal(Resource):
    """The proof that stands for the text of a source."""

    kind: SealKind = Field(description="Whether it gives away other words than the quoted ones.")
    is_signed: bool = Field(description="A signature lies beside it.")
    tokens: int = Field(ge=0, description="Words and marks of the text.")
    quoted_tokens: int = Field(ge=0, description="How many of them this site publishes.")


class SourceSummary(SourceReference):
    """A source as it stands in a collection."""

    media: Media = Field(description="What was captured.")
    passages: int = Field(ge=0, description="How many passages are quoted from it.")


class Source(Record):
    """A captured source. ``language`` is that of its text."""

    title: str | None = Field(description="The headline as captured.")
    publisher: str | None = Field(description="Who published it.")
    publisher_basis: Basis = Field(description="How the publisher is known.")
    publisher_note: str | None = Field(description=_INFERRED)
    published: When | None = Field(description="Day, month or year of its publication.")
    published_basis: Basis = Field(description="How the date is known.")
    published_note: str | None = Field(description=_INFERRED)
    original_url: Address | None = Field(description="The address at which it was published.")
    original_url_basis: Basis = Field(description="How the address is known.")
    original_url_note: str | None = Field(description=_INFERRED)
    archive_url: Address | None = Field(description="The address of a stable copy.")
    accessed: date | None = Field(description="The day on which it was read.")
    media: Media = Field(description="What was captured.")
    status: Status | None = Field(description="What became of it; null when nobody has looked.")
    origin: Id = Field(description="What it goes back to: sources of one origin count as one.")
    origin_note: str | None = Field(description="Why it has this origin.")
    note: str | None = Field(description="What a reader must know about it.")
    seal: Seal | None
    passages: tuple[Passage, ...] = Field(description="All that is quoted from it.")
    claims: tuple[Id, ...] = Field(description="Ids of the claims that rest on it or that it says.")
