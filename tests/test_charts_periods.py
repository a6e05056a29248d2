"""Dates by period: honest about what is known, and never more bars than fit."""

from __future__ import annotations

from datetime import date

import pytest

from generator.charts.periods import (
    MOST,
    Period,
    first_day,
    last_day,
    months_between,
    period_of,
    periods,
    within,
)
from generator.fields import PartialDate


def days(*texts: str) -> list[PartialDate]:
    return [PartialDate(*map(int, text.split("-"))) for text in texts]


def counted(*texts: str, most: int = MOST) -> list[tuple[str, int, int]]:
    found = periods(days(*texts), most)
    return [(str(period.start), period.years, number) for period, number in found]


def test_by_month_and_what_is_known_to_the_year_by_itself() -> None:
    assert counted("2022-05-31", "2022-05", "2022", "2024-01-01") == [
        ("2022", 0, 1),
        ("2022-05", 0, 2),
        ("2024-01", 0, 1),
    ]


def test_by_year_when_months_are_too_many() -> None:
    assert counted("2022-05", "2022-06", "2023", most=2) == [("2022", 1, 2), ("2023", 1, 1)]


def test_by_decade_and_longer() -> None:
    assert counted("1999", "2003", "2009", "2011", most=3) == [
        ("1990", 10, 1),
        ("2000", 10, 2),
        ("2010", 10, 1),
    ]
    every = [f"{year:04}" for year in range(1, 10_000)]
    assert len(counted(*every)) <= MOST


def test_every_date_lies_in_one_period_of_its_chart() -> None:
    dates = days("1999", "2003-04", "2009", "2011-12-31")
    for most in (1, 2, 3, 4):
        found = dict(periods(dates, most))
        years = next(iter(found)).years
        again = [period_of(day, years) for day in dates]
        assert {period: again.count(period) for period in again} == found


def test_the_last_year_of_a_period() -> None:
    assert [Period(PartialDate(1990), years).last for years in (0, 1, 10)] == [1990, 1990, 1999]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
    ],
)
def test_a_partial_date_is_a_span(text: str, first: date, last: date) -> None:
    (day,) = days(text)
    assert (first_day(day), last_day(day)) == (first, last)


def test_rows_within_the_span_of_an_earlier_one() -> None:
    dates = days("2022", "2022-05", "2022-05-22", "2022-05-31", "2022-06-01", "2023")
    assert within(dates) == [4, 2, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("one", "other", "months"),
    [
        ("2022-05-31", "2022-06-07", 0),
        ("2022-06-07", "2025-02-12", 32),
        ("2022", "2022-06", 0),
        ("2022", "2023-02", 1),
        ("2022-01-31", "2022-03-01", 1),
    ],
)
def test_months_that_surely_lie_between(one: str, other: str, months: int) -> None:
    assert months_between(*days(one, other)) == months
