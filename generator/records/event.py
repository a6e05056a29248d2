"""What happened, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from generator.fields import Language, Line, PartialDate, Prose, When
from generator.records.base import Fault, Record
from generator.records.excuse import EXCUSED, Excuse
from generator.records.translation import EventTranslation

if TYPE_CHECKING:
    from collections.abc import Iterator


class Event(Record):
    """Something that happened on a day or over a time: ``content/events/<id>.yml``."""

    name: Line = Field(
        description="What readers see in lists and headings.",
        examples=["Council meeting of 3 March"],
    )
    date: When | None = Field(
        None,
        description="The day, month or year. For a span use 'from' and 'until' instead.",
        examples=["2022-05-31"],
    )
    since: When | None = Field(
        None, alias="from", description="First day of a span.", examples=["2022-06-12"]
    )
    until: When | None = Field(None, description="Last day of a span.", examples=["2022-06-13"])
    place: Line | None = Field(None, description="Where it happened.", examples=["Otterby"])
    description: Prose | None = Field(
        None,
        description="One or two neutral sentences: what happened and which source says so.",
        examples=["A meeting whose minutes are captured."],
    )
    translations: dict[Language, EventTranslation] = Field(
        {},
        description="The record in other languages of the interface, each under its tag.",
        examples=[{"uk": {"name": "Пором"}}],
    )
    excused: tuple[Excuse, ...] = EXCUSED

    def faults(self) -> Iterator[Fault]:
        """An event has a date, a span or neither; a span runs forwards."""
        if self.date and (self.since or self.until):
            hint = "keep 'date' for one day, 'from' and 'until' for a span"
            yield Fault(("date",), "inconsistent", "the event has a date and a span", hint)
        if self.since and self.until and self.until.surely_before(self.since):
            yield Fault(("until",), "inconsistent", "the event ends before it begins")

    @property
    def begins(self) -> PartialDate | None:
        """The first day known, for sorting."""
        return self.date or self.since or self.until
