"""Who makes claims or is spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from generator.fields import Choice, Language, Line, Prose, Url, When
from generator.records.base import Fault, Model, Record
from generator.records.excuse import EXCUSED, Excuse
from generator.records.translation import NameTranslation

if TYPE_CHECKING:
    from collections.abc import Iterator


class PersonKind(Choice):
    """Who can make a claim: a person or a body."""

    PERSON = "person", "one human being"
    ORGANISATION = "organisation", "a company, an outlet, a party, an alliance of states"
    GOVERNMENT = "government", "a state, a ministry, a head of state's office, a council"
    GROUP = "group", "people who act or are spoken of together without being a body"


class Role(Model):
    """An office that a person held, as a source states it."""

    title: Line = Field(
        description="The office, as a source states it.", examples=["Mayor of Otterby"]
    )
    since: When | None = Field(
        None, alias="from", description="When it began; null when not known.", examples=["2028-05"]
    )
    until: When | None = Field(
        None,
        description="When it ended; null when it has not, or when that is not known.",
        examples=["2030-09-30"],
    )
    translations: dict[Language, Line] = Field(
        {},
        description="The office in other languages of the interface, each under its tag.",
        examples=[{"uk": "Мер Оттербі"}],
    )

    def faults(self) -> Iterator[Fault]:
        """A role cannot end before it began."""
        if self.since and self.until and self.until.surely_before(self.since):
            yield Fault(("until",), "inconsistent", "the role ends before it begins")


class Person(Record):
    """A person or body that makes claims or is spoken of: ``content/people/<id>.yml``."""

    kind: PersonKind = Field(description="Whether this is a person or which sort of body.")
    name: Line = Field(
        description="The name, in the spelling that this site uses.",
        examples=["Ada Quill"],
    )
    variants: tuple[Line, ...] = Field(
        (),
        description="Other spellings and short forms that the sources print.",
        examples=[["A. Quill", "Ada Quille"]],
    )
    roles: tuple[Role, ...] = Field(
        (),
        description="Offices held, as the sources state them.",
        examples=[[{"title": "Mayor of Otterby", "from": "2028-05"}]],
    )
    same_as: tuple[Url, ...] = Field(
        (),
        description="Addresses of the same person or body elsewhere, such as Wikidata.",
        examples=[["https://www.wikidata.org/wiki/Q42"]],
    )
    description: Prose | None = Field(
        None,
        description="One or two neutral sentences: who this is, as far as the sources say it.",
        examples=["Named in one captured text as mayor of Otterby."],
    )
    translations: dict[Language, NameTranslation] = Field(
        {},
        description="The record in other languages of the interface, each under its tag.",
        examples=[{"uk": {"name": "Пором"}}],
    )
    excused: tuple[Excuse, ...] = EXCUSED

    def faults(self) -> Iterator[Fault]:
        """Check the roles; a variant is another spelling than the name."""
        for index, role in enumerate(self.roles):
            yield from (fault.below("roles", index) for fault in role.faults())
        for index, variant in enumerate(self.variants):
            if variant == self.name or variant in self.variants[:index]:
                said = f"the spelling '{variant}' is listed already"
                yield Fault(("variants", index), "inconsistent", said)
