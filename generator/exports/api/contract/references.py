"""Records as others name them: what is needed to show a link."""

from __future__ import annotations

from pydantic import Field

from generator.exports.api.contract.base import Reference, Resource
from generator.exports.api.contract.words import Address, Id, Language, Question, Relation, When


class PersonReference(Reference):
    """A person or body."""

    name: str = Field(description="The name, in the spelling of this site.")


class VerdictReference(Reference):
    """A verdict of the rating scale."""

    label: str = Field(description="What readers see.")
    value: int | None = Field(
        ge=1,
        le=5,
        description="From 1 (least true) to 5 (truest); null where truth is not rated.",
    )
    question: Question = Field(description="What it answers: was it said so, or is it so.")


class SourceReference(Reference):
    """A captured source."""

    title: str | None = Field(description="The headline as captured.")
    publisher: str | None = Field(description="Who published it.")
    published: When | None = Field(description="Day, month or year of its publication.")
    language: Language = Field(description="The language of its text.")
    original_url: Address | None = Field(description="The address at which it was published.")


class RelatedClaim(Reference):
    """Another claim, and how this one stands to it."""

    title: str = Field(description="The headline of the other check.")
    relation: Relation = Field(description="How this claim stands to the other.")


class StaffReference(Resource):
    """A person or desk of this site."""

    id: Id = Field(description="The id in the records.")
    name: str = Field(description="The name.")
