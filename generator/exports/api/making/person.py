"""Persons and bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.api.contract.person import NameTranslation, Person, PersonSummary, Role
from generator.exports.api.making.naming import written
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator import records
    from generator.exports.api.making.naming import Namer


def person_summary(to: Namer, record: records.Person) -> PersonSummary:
    """Make a person as they stand in a collection."""
    return PersonSummary(
        **to.named(Kind.PERSON, record.id),
        name=record.name,
        kind=record.kind.value,
        description=record.description,
    )


def person(to: Namer, record: records.Person) -> Person:
    """Make the file of a person or body."""
    links = to.corpus.links
    return Person(
        **to.headed(Kind.PERSON, record.id),
        language=to.corpus.publisher.language,
        kind=record.kind.value,
        name=record.name,
        variants=record.variants,
        description=record.description,
        roles=tuple(map(_role, record.roles)),
        same_as=record.same_as,
        claims_made=to.newest_first(links.claims_by_claimant.get(record.id, ())),
        claims_naming=to.newest_first(links.claims_naming_person.get(record.id, ())),
        passages=links.passages_of_speaker.get(record.id, ()),
        translations=names(record.translations),
    )


def names(told: Mapping[str, records.NameTranslation]) -> dict[str, NameTranslation]:
    """Make the translations of a name."""
    return {
        language: NameTranslation(name=one.name, description=one.description)
        for language, one in told.items()
    }


def _role(record: records.Role) -> Role:
    return Role(title=record.title, since=written(record.since), until=written(record.until))
