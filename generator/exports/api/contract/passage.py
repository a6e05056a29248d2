"""The words of a source, and what bears on a claim."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from generator.exports.api.contract.base import Resource
from generator.exports.api.contract.references import PersonReference, SourceReference
from generator.exports.api.contract.words import (
    Address,
    Language,
    PassageId,
    PassageKind,
    Stance,
    State,
)


class PassageTranslation(Resource):
    """A passage in another language: a translation, never a quotation."""

    text: str = Field(description="The translated words.")
    by: str = Field(description="Who translated it.")
    date: date


class Passage(Resource):
    """Words of a source as captured. Its selectors are those of W3C's TextQuoteSelector."""

    id: PassageId = Field(description="The id of the source, #, and that of the passage.")
    url: Address = Field(description="Its place on the page of the source.")
    quotation: str = Field(
        description="The words, one for one as captured; […] marks what was left out."
    )
    prefix: str | None = Field(
        description="The words before it, where the quotation alone stands there twice."
    )
    suffix: str | None = Field(
        description="The words behind it, where the quotation alone stands there twice."
    )
    kind: PassageKind = Field(description="Whose words these are.")
    speaker: PersonReference | None = Field(description="Who speaks.")
    at: str | None = Field(description="Where in the source: page, timecode or paragraph.")
    note: str | None = Field(description="What a reader must know about these words.")
    verification: State = Field(
        description=(
            "What comparing it with the seal of the source found. A published site has verbatim "
            "(the same words) and typography (the same but for quotation marks, dashes, spaces)."
        )
    )
    translations: dict[Language, PassageTranslation] = Field(description="By language.")


class QuotedPassage(Passage):
    """A passage with the source that it is from."""

    source: SourceReference


class ExternalReference(Resource):
    """A public fact outside the captured sources. Nothing of it was compared."""

    title: str = Field(description="What it is.")
    original_url: Address = Field(description="The address at which it can be read.")
    accessed: date = Field(description="The day on which it was read.")
    quotations: tuple[str, ...] = Field(description="Words that it prints; nobody compared them.")


class Evidence(Resource):
    """One thing that bears on a claim: a passage or a reference; the other is null."""

    stance: Stance = Field(description="What it does for the claim.")
    passage: QuotedPassage | None
    reference: ExternalReference | None
    note: str | None = Field(description="What a reader must know about it.")
    why_counts: str | None = Field(
        description="Why somebody's words prove the claim, where it asks whether something is so."
    )
