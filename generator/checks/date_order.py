"""Dates of one story follow each other.

What was said on a day cannot stand in a report that appeared before; nobody reviews a claim
before it was made, or changes its history after the last look; a source is captured and
translated after it appeared. A date known to the month or year only is compared as far as it
goes: 2031-03 is not before 2031-03-04.

Correct the date that is wrong; when a source states a wrong date, say so in its
``published_note``. Can be excused, on the claim or the source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.finding import Finding, claims, of_claim, sources
from generator.evidence import quoted
from generator.fields import PartialDate
from generator.problems import Problem, Severity
from generator.records import Kind, Question, Stance
from generator.rules import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.corpus import Corpus
    from generator.records import Claim, Source

CODE = "date-order"
SEVERITY = Severity.ERROR
EXCUSABLE = True


def check(corpus: Corpus) -> Iterator[Finding]:
    """Compare the dates of each claim and of each source."""
    for claim in claims(corpus):
        for key, said in (*_carried(corpus, claim), *_reviewed(claim)):
            at = corpus.at(Kind.CLAIM, claim.id, key)
            yield of_claim(claim, Problem(CODE, at, said))
    for source in sources(corpus):
        for path, said in _of_source(source):
            at = corpus.at(Kind.SOURCE, source.id, *path)
            yield Finding(Place(Kind.SOURCE, source.id), Problem(CODE, at, said))


def _carried(corpus: Corpus, claim: Claim) -> Iterator[tuple[str, str]]:
    """Compare the day on which it was said with the reports that say so."""
    reports = {id_: corpus.sources[id_] for id_ in claim.appearances if id_ in corpus.sources}
    for item in claim.evidence:
        found = quoted(corpus, item)
        # For a question of fact, older evidence may support what was said later.
        if found and item.stance is Stance.SUPPORTS and claim.asks is Question.SAID:
            reports.setdefault(found[0].id, found[0])
    for source in reports.values():
        if _is_before(source.published, claim.said_on):
            said = f"said on {claim.said_on}, and '{source.id}' carried it on {source.published}"
            yield "said_on", said


def _reviewed(claim: Claim) -> Iterator[tuple[str, str]]:
    if _is_before(claim.reviewed_on, claim.said_on):
        yield "reviewed_on", f"reviewed on {claim.reviewed_on}, before it was said"
    if _is_before(claim.reviewed_on, claim.changed_on):
        said = f"reviewed on {claim.reviewed_on}, and changed on {claim.changed_on}"
        yield "reviewed_on", said


def _of_source(source: Source) -> Iterator[tuple[tuple[str, ...], str]]:
    if _is_before(source.accessed, source.published):
        said = f"captured on {source.accessed}, before it was published on {source.published}"
        yield ("accessed",), said
    for passage_id, passage in source.passages.items():
        for language, translation in passage.translations.items():
            if _is_before(translation.date, source.published):
                said = f"translated on {translation.date}, before the source was published"
                yield ("passages", passage_id, "translations", language, "date"), said


def _is_before(one: PartialDate | date | None, other: PartialDate | date | None) -> bool:
    return one is not None and other is not None and _partial(one).surely_before(_partial(other))


def _partial(day: PartialDate | date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
