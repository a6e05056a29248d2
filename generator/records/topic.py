"""Subjects that claims share."""

from __future__ import annotations

from pydantic import Field

from generator.fields import Language, Line, Prose
from generator.records.base import Record
from generator.records.excuse import EXCUSED, Excuse
from generator.records.translation import NameTranslation


class Topic(Record):
    """A subject that claims share: ``content/topics/<id>.yml``."""

    name: Line = Field(
        description="What readers see in lists and headings.", examples=["Harbour ferry"]
    )
    description: Prose | None = Field(
        None,
        description="One sentence: which claims belong here.",
        examples=["Claims on the ferry across the harbour."],
    )
    translations: dict[Language, NameTranslation] = Field(
        {},
        description="The record in other languages of the interface, each under its tag.",
        examples=[{"uk": {"name": "Пором"}}],
    )
    excused: tuple[Excuse, ...] = EXCUSED
