"""Dates of which perhaps only the month or the year is known, as text and as days.

The text is Extended Date/Time Format, level 0, which is ISO 8601; a span of which one end is not
known is level 1 (Library of Congress, EDTF, 2019).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.exports.tables.table import Row
    from generator.fields import PartialDate


def when(name: str, day: PartialDate | None) -> Row:
    """Return the three cells of a date."""
    return {
        name: None if day is None else str(day),
        f"{name}_earliest": _first(day),
        f"{name}_latest": _last(day),
    }


def span(name: str, since: PartialDate | None, until: PartialDate | None) -> Row:
    """Return the three cells of a span; an end that is None is not known."""
    known = since or until
    return {
        name: f"{since or ''}/{until or ''}" if known else None,
        f"{name}_earliest": _first(since),
        f"{name}_latest": _last(until),
    }


def _first(day: PartialDate | None) -> date | None:
    return None if day is None else date(day.year, day.month or 1, day.day or 1)


def _last(day: PartialDate | None) -> date | None:
    if day is None:
        return None
    month = day.month or 12
    return date(day.year, month, day.day or monthrange(day.year, month)[1])
