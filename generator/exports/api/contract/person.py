"""A person or body."""

from __future__ import annotations

from pydantic import Field

from generator.exports.api.contract.base import Record, Resource
from generator.exports.api.contract.references import PersonReference
from generator.exports.api.contract.words import (
    Address,
    Id,
    Language,
    PassageId,
    PersonKind,
    When,
)


class NameTranslation(Resource):
    """A name and a description in another language, as far as they are translated."""

    name: str | None
    description: str | None


class Role(Resource):
    """An office, as a source states it."""

    title: str
    since: When | None = Field(description="When it began.")
    until: When | None = Field(description="When it ended.")


class PersonSummary(PersonReference):
    """A person or body as it stands in a collection."""

    kind: PersonKind
    description: str | None


class Person(Record):
    """A person or body that makes claims or is spoken of."""

    kind: PersonKind
    name: str = Field(description="The name, in the spelling of this site.")
    variants: tuple[str, ...] = Field(description="Other spellings that the sources print.")
    description: str | None
    roles: tuple[Role, ...]
    same_as: tuple[Address, ...] = Field(description="The same elsewhere, such as in Wikidata.")
    claims_made: tuple[Id, ...] = Field(description="Ids of the claims that they made.")
    claims_naming: tuple[Id, ...] = Field(description="Ids of the claims that are about them.")
    passages: tuple[PassageId, ...] = Field(description="Ids of the passages that they say.")
    translations: dict[Language, NameTranslation] = Field(description="By language.")
