"""The tables of what claims share: people, topics, events, the scale of verdicts, the staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.exports.tables.dates import span, when
from generator.exports.tables.table import (
    Table,
    Type,
    dated,
    optional,
    ordered,
    refers,
    text,
    typed,
)
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.exports.published import Published
    from generator.exports.tables.table import Row


def _people(site: Published) -> Iterator[Row]:
    for person in ordered(site.corpus.people):
        yield {
            "id": person.id,
            "name": person.name,
            "kind": person.kind.value,
            "variants": list(person.variants),
            "same_as": list(person.same_as),
            "description": person.description,
            "page": site.address(urls.page(Kind.PERSON, person.id)),
        }


def _roles(site: Published) -> Iterator[Row]:
    for person in ordered(site.corpus.people):
        for position, role in enumerate(person.roles, 1):
            yield {
                "person_id": person.id,
                "position": position,
                "title": role.title,
                **span("held", role.since, role.until),
            }


def _topics(site: Published) -> Iterator[Row]:
    for topic in ordered(site.corpus.topics):
        yield {
            "id": topic.id,
            "name": topic.name,
            "description": topic.description,
            "page": site.address(urls.page(Kind.TOPIC, topic.id)),
        }


def _events(site: Published) -> Iterator[Row]:
    for event in ordered(site.corpus.events):
        is_span = event.since or event.until
        yield {
            "id": event.id,
            "name": event.name,
            **(span("date", event.since, event.until) if is_span else when("date", event.date)),
            "place": event.place,
            "description": event.description,
            "page": site.address(urls.page(Kind.EVENT, event.id)),
        }


def _ratings(site: Published) -> Iterator[Row]:
    for position, rating in enumerate(site.corpus.ratings.values(), 1):
        yield {
            "id": rating.id,
            "label": rating.label,
            "position": position,
            "definition": rating.definition,
            "value": rating.value,
            "asks": rating.asks.value,
            "needs": rating.needs.value,
            "page": site.address(urls.page(Kind.RATING, rating.id)),
        }


def _staff(site: Published) -> Iterator[Row]:
    for id_, member in sorted(site.corpus.publisher.staff.items()):
        yield {"id": id_, "name": member.name, "role": member.role}


_ID = text("id", "Identifier, which is the end of the address of its page.")
_PAGE = text("page", "Address of its page.")

PEOPLE = Table(
    name="people",
    description="Persons and bodies that make claims or are spoken of.",
    key=("id",),
    label="name",
    rows=_people,
    columns=(
        _ID,
        text("name", "The name, in the spelling that this site uses."),
        text("kind", "'person', 'organisation', 'government' or 'group'."),
        typed("variants", Type.LIST, "Other spellings and short forms that the sources print."),
        typed("same_as", Type.LIST, "Addresses of the same person or body elsewhere."),
        optional("description", "Who this is, as far as the sources say it."),
        _PAGE,
    ),
)
ROLES = Table(
    name="roles",
    description="Offices that persons held, as sources state them.",
    key=("person_id", "position"),
    label="title",
    rows=_roles,
    columns=(
        refers("person_id", "people", "Who held it."),
        typed("position", Type.INTEGER, "Place in the list of the person, from 1."),
        text("title", "The office."),
        *dated("held", "From when until when; what is not known is left out"),
    ),
)
TOPICS = Table(
    name="topics",
    description="Subjects that claims share.",
    key=("id",),
    label="name",
    rows=_topics,
    columns=(
        _ID,
        text("name", "The name of the topic."),
        optional("description", "Which claims belong here."),
        _PAGE,
    ),
)
EVENTS = Table(
    name="events",
    description="What happened, and when.",
    key=("id",),
    label="name",
    rows=_events,
    columns=(
        _ID,
        text("name", "The name of the event."),
        *dated("date", "When it happened"),
        optional("place", "Where it happened."),
        optional("description", "What happened and which source says so."),
        _PAGE,
    ),
)
RATINGS = Table(
    name="ratings",
    description="The verdicts, in the order of the scale.",
    key=("id",),
    label="label",
    rows=_ratings,
    columns=(
        _ID,
        text("label", "What readers see."),
        typed("position", Type.INTEGER, "Place in the list of verdicts, from 1."),
        text("definition", "When this verdict is given."),
        optional(
            "value",
            "Place on the scale of truth, from 1 (least true) to 5 (truest); null for a verdict "
            "that does not rate truth.",
            Type.INTEGER,
        ),
        text("asks", "Which question it answers: 'said' (was it said so?) or 'fact' (is it so?)."),
        text("needs", "Evidence that it rests on: 'supports', 'refutes', 'both' or 'none'."),
        _PAGE,
    ),
)
STAFF = Table(
    name="staff",
    description="Who writes and reviews the checks.",
    key=("id",),
    label="name",
    rows=_staff,
    columns=(
        text("id", "Identifier."),
        text("name", "Name of the person or desk."),
        optional("role", "What the person or desk does."),
    ),
)
