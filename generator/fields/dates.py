"""Days, and dates of which only the month or the year is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator import slips
from generator.fields.scalar import ANY, cut, fault, if_taken, schema, word

MONTH_OR_YEAR = "; or YYYY-MM or YYYY when no more is known"
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the day, the month or the year; unknown parts are 0.

    Written as in ISO 8601: ``2022-06-07``, ``2022-06`` or ``2022``.
    """

    year: int
    month: int = 0
    day: int = 0

    def surely_before(self, other: PartialDate) -> bool:
        """Whether it is earlier whatever the unknown parts are: 2030-05 is not before 2030."""
        for mine, others in ((self.year, other.year), (self.month, other.month)):
            if not mine or not others:
                return False
            if mine != others:
                return mine < others
        return bool(self.day and other.day) and self.day < other.day

    def __str__(self) -> str:
        """Return the date in its written form."""
        parts = [f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"]
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])


def _partial_date(value: object) -> PartialDate:
    text = word(value, "a date")
    if text.upper() == "YYYY-MM-DD":
        hint = "write a day such as 2026-11-22"
        raise fault("not-a-date", f"'{text}' is still a placeholder", hint)
    found = _DATE.fullmatch(text)
    hint = f"write YYYY-MM-DD{MONTH_OR_YEAR}"
    if not found:
        meant = if_taken(slips.as_date(text), _partial_date)
        said = f"'{cut(text)}' is not a date{' as records write it' if meant else ''}"
        if readings := slips.two_days(text):
            hint = f"write {' or '.join(readings)}, whichever is meant"
        raise fault("not-a-date", said, hint, meant)
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        raise fault("not-a-date", f"'{text}' is not in the calendar", hint) from None
    if (found[2] and not month) or (found[3] and not day):
        raise fault("not-a-date", f"'{text}' is not in the calendar", hint)
    return PartialDate(year, month, day)


def _day(value: object) -> date:
    text = word(value, "a date")
    try:
        found = _partial_date(text)
    except PydanticCustomError as error:
        told = error.context or {}
        meant, hint = if_taken(told["meant"], _day), told["hint"].replace(MONTH_OR_YEAR, "")
        raise fault("not-a-date", error.message(), hint, meant) from None
    if not found.day:
        raise fault("not-a-date", f"'{text}' names no day", "write YYYY-MM-DD")
    return date(found.year, found.month, found.day)


Day = Annotated[
    date,
    ANY,
    BeforeValidator(_day),
    schema(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "YYYY-MM-DD", format="date"),
]
When = Annotated[
    PartialDate,
    ANY,
    BeforeValidator(_partial_date),
    schema(
        _DATE.pattern,
        "YYYY-MM-DD, YYYY-MM or YYYY",
        type=["string", "integer"],
        minimum=1,
        maximum=9999,
    ),
]
