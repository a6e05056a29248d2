"""What records say in another language of the interface, shown as a translation."""

from __future__ import annotations

from pydantic import Field

from generator.fields import Day, Line, Prose
from generator.records.base import Model


class ClaimTranslation(Model):
    """A claim in another language; what is left out stands in the language of the record."""

    title: Line | None = Field(
        None, description="The headline, translated.", examples=["Чи лишиться пором?"]
    )
    claim: Line | None = Field(
        None,
        description="The statement, translated. Its wording is not compared with a source.",
        examples=["Пором лишиться."],
    )
    said_in: Line | None = Field(
        None, description="Where it was said, translated.", examples=["Засідання ради, Оттербі"]
    )
    summary: Prose | None = Field(
        None,
        description="The answer and the reason, translated.",
        examples=["Так сказано у двох повідомленнях."],
    )
    by: Line = Field(
        description="Who translated it: a person, a desk, or a program with its version.",
        examples=["Claims desk"],
    )
    date: Day = Field(description="Day of the translation.", examples=["2026-11-22"])


class NameTranslation(Model):
    """A person, topic or event in another language."""

    name: Line | None = Field(None, description="The name, translated.", examples=["Пором"])
    description: Prose | None = Field(
        None, description="The description, translated.", examples=["Твердження про пором."]
    )


class EventTranslation(NameTranslation):
    """An event in another language."""

    place: Line | None = Field(None, description="The place, translated.", examples=["Оттербі"])


class StaffTranslation(Model):
    """A person or desk behind the checks in another language."""

    name: Line | None = Field(None, description="The name, translated.", examples=["Редакція"])
    role: Prose | None = Field(
        None, description="What they do, translated.", examples=["Пише перевірки."]
    )


class RatingTranslation(Model):
    """A verdict in another language."""

    label: Line | None = Field(None, description="What readers see.", examples=["Точно"])
    definition: Prose | None = Field(
        None,
        description="When this verdict is given.",
        examples=["Джерела суперечать одне одному."],
    )


class PublisherTranslation(Model):
    """What a site says of itself in another language."""

    tagline: Line | None = Field(
        None, description="The sentence below the name.", examples=["Кожну цитату звірено."]
    )
    organisation: Prose | None = Field(
        None, description="Who is answerable.", examples=["Видає спілка журналістів Оттербі."]
    )
    funding: Prose | None = Field(
        None, description="Who pays for it.", examples=["Платить спілка з внесків членів."]
    )
