"""What happened has a date that is not in the future.

A day on which something was said, published, read, translated, asked, reviewed or changed lies
behind us: a later one is a slip of the keyboard. ``factcheck check`` compares with today, or with
the day of ``--as-of``; a build has no clock and does not.

Correct the date. Can be excused, on the record: some printed magazines carry a later date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.finding import Finding, claims, sources
from generator.fields import PartialDate
from generator.problems import Problem, Severity
from generator.records import Kind
from generator.rules import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.corpus import Corpus
    from generator.records import Claim, Source

CODE = "future-date"
SEVERITY = Severity.ERROR
EXCUSABLE = True

Dated = tuple[tuple[str | int, ...], "PartialDate | date | None"]


def check(corpus: Corpus) -> Iterator[Finding]:
    """Compare every date of claims and sources with the day of the check."""
    if corpus.today is None:
        return
    today = _partial(corpus.today)
    dated = [(Kind.CLAIM, claim.id, _of_claim(claim)) for claim in claims(corpus)]
    dated += [(Kind.SOURCE, source.id, _of_source(source)) for source in sources(corpus)]
    for kind, id_, days in dated:
        for path, day in days:
            if day and today.surely_before(_partial(day)):
                said = f"{day} is after the day of this check, {today}"
                yield Finding(Place(kind, id_), Problem(CODE, corpus.at(kind, id_, *path), said))


def _of_claim(claim: Claim) -> Iterator[Dated]:
    yield ("said_on",), claim.said_on
    yield ("reviewed_on",), claim.reviewed_on
    if claim.response:
        yield ("response", "asked_on"), claim.response.asked_on
    for index, entry in enumerate(claim.history):
        yield ("history", index, "date"), entry.date
    for index, item in enumerate(claim.evidence):
        if item.reference:
            yield ("evidence", index, "reference", "accessed"), item.reference.accessed


def _of_source(source: Source) -> Iterator[Dated]:
    yield ("published",), source.published
    yield ("accessed",), source.accessed
    for passage_id, passage in source.passages.items():
        for language, translation in passage.translations.items():
            yield ("passages", passage_id, "translations", language, "date"), translation.date


def _partial(day: PartialDate | date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
