"""The kinds of value that record fields hold: YAML text in, checked values out.

Every scalar arrives as text. A pattern stands before each date, number and flag, because
pydantic alone would read "0" as the date 1970-01-01 and "1_000" as a number.

Editors see what YAML makes of an unquoted scalar: 2022 is a number to them, true a flag. The
same in quotes is right too, so that a JSON Schema names both types, the usual one first.
"""

from __future__ import annotations

from generator.fields.addresses import Email, Url
from generator.fields.choice import Choice
from generator.fields.dates import Day, PartialDate, When
from generator.fields.ids import MAX_ID, Id, PassageRef, id_fault
from generator.fields.numbers import Flag, Share, WholeNumber
from generator.fields.scalar import is_open
from generator.fields.text import Language, Line, Markdown, Prose, Quote

__all__ = [
    "MAX_ID",
    "Choice",
    "Day",
    "Email",
    "Flag",
    "Id",
    "Language",
    "Line",
    "Markdown",
    "PartialDate",
    "PassageRef",
    "Prose",
    "Quote",
    "Share",
    "Url",
    "When",
    "WholeNumber",
    "id_fault",
    "is_open",
]
