"""Who publishes and who speaks, as schema.org names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.markup.thing import Thing, thing
from generator.records import PersonKind

if TYPE_CHECKING:
    from generator.records import Person, Publisher

# Of a group that is no body schema.org has no type; who makes a claim is one of these two.
TYPES = {
    PersonKind.PERSON: "Person",
    PersonKind.ORGANISATION: "Organization",
    PersonKind.GOVERNMENT: "GovernmentOrganization",
    PersonKind.GROUP: "Organization",
}


def publisher(of: Publisher) -> Thing:
    """Name whoever answers for the site."""
    return thing("Organization", name=of.name, url=of.url)


def claimant(person: Person) -> Thing:
    """Name whoever made a claim: to the readers of ClaimReview a person or an organisation."""
    kind = "Person" if person.kind is PersonKind.PERSON else "Organization"
    return thing(kind, name=person.name, sameAs=list(person.same_as))


def profile(person: Person) -> Thing:
    """Tell all that the page of a person or body shows of them."""
    is_person = person.kind is PersonKind.PERSON
    return thing(
        TYPES[person.kind],
        name=person.name,
        alternateName=list(person.variants),
        description=person.description,
        sameAs=list(person.same_as),
        hasOccupation=_offices(person) if is_person else None,
    )


def _offices(person: Person) -> list[Thing]:
    # A Role says when an office was held (schema.org/Role).
    return [
        thing(
            "Role",
            roleName=role.title,
            startDate=str(role.since or ""),
            endDate=str(role.until or ""),
        )
        for role in person.roles
    ]
