"""Dates by period, for bars: days, months, years or longer, whichever gives few enough."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.fields import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST = 36  # bars of a picture
_LAST_MONTH = 12
_YEARS = (1, 10, 100, 1000)


@dataclass(frozen=True, order=True)
class Period:
    """A month, or as many whole years as ``years`` from ``start.year`` on; of a month, 0.

    A year without a month stands in a chart of months for what is known to the year only.
    """

    start: PartialDate
    years: int = 0

    @property
    def last(self) -> int:
        """The last year of it."""
        return self.start.year + max(self.years, 1) - 1


def periods(dates: Iterable[PartialDate], most: int = MOST) -> list[tuple[Period, int]]:
    """Count dates by the shortest period that makes at most ``most`` bars, oldest first.

    Periods without a date are left out.
    """
    known = Counter(PartialDate(day.year, day.month) for day in dates)
    found = _summed((Period(month), number) for month, number in known.items())
    for years in _YEARS:
        if len(found) <= most:
            break
        found = _summed((_of_years(month, years), number) for month, number in known.items())
    return sorted(found.items())


def period_of(day: PartialDate, years: int) -> Period:
    """Return the period in which a date lies; ``years`` is that of the chart's periods."""
    month = PartialDate(day.year, day.month)
    return _of_years(month, years) if years else Period(month)


def _of_years(month: PartialDate, years: int) -> Period:
    return Period(PartialDate(month.year - month.year % years), years)


def _summed(counted: Iterable[tuple[Period, int]]) -> dict[Period, int]:
    found: Counter[Period] = Counter()
    for period, number in counted:
        found[period] += number
    return dict(found)


def first_day(day: PartialDate) -> date:
    """Return the first day on which it can have been."""
    return date(day.year, day.month or 1, day.day or 1)


def last_day(day: PartialDate) -> date:
    """Return the last day on which it can have been."""
    if day.day:
        return first_day(day)
    month = day.month or _LAST_MONTH
    if month == _LAST_MONTH:
        return date(day.year, month, 31)
    return date(day.year, month + 1, 1) - timedelta(days=1)


def within(dates: Sequence[PartialDate]) -> list[int]:
    """Count, for each of sorted dates, how many that follow lie inside its span."""
    ends = [last_day(day) for day in dates]
    counts = []
    for number, end in enumerate(ends):
        count = 0
        while number + count + 1 < len(ends) and ends[number + count + 1] <= end:
            count += 1
        counts.append(count)
    return counts


def months_between(one: PartialDate, other: PartialDate) -> int:
    """Return the whole months that surely lie between two dates; 0 when they may touch."""
    start, end = last_day(one), first_day(other)
    months = 12 * (end.year - start.year) + end.month - start.month - (end.day < start.day)
    return max(0, months)
