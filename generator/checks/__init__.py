"""Editorial rules, one module per rule; a module's docstring is its page on the site."""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from generator.checks import (
    claimant_not_mentioned,
    date_order,
    future_date,
    headline_quote,
    history_rewritten,
    long_omission,
    missing_version,
    near_duplicate,
    negation_before,
    omitted_negation,
    omitted_speaker,
    orphan,
    overused_passage,
    prose_links,
    quotation_limit,
    quoted_words,
    short_quotation,
    single_source,
    source_status,
    stale_review,
    unused_excuse,
    unused_passage,
    verdict_evidence,
    verdict_history,
    verdict_question,
)
from generator.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.checks.finding import Finding
    from generator.corpus import Corpus
    from generator.problems import Problem, Severity


class Described(Protocol):
    """What a module tells of its rule; its docstring begins with one sentence that states it."""

    CODE: str
    SEVERITY: Severity
    EXCUSABLE: bool


class Check(Described, Protocol):
    """A rule about records that are sound."""

    def check(self, corpus: Corpus) -> Iterator[Finding]:
        """Yield what breaks the rule, once through the records."""


CHECKS: tuple[Check, ...] = (
    verdict_question,
    verdict_evidence,
    single_source,
    headline_quote,
    short_quotation,
    quotation_limit,
    long_omission,
    date_order,
    future_date,
    verdict_history,
    missing_version,
    history_rewritten,
    prose_links,
    quoted_words,
    source_status,
    claimant_not_mentioned,
    stale_review,
    near_duplicate,
    overused_passage,
    unused_passage,
    orphan,
)
# What `factcheck verify` finds where the captured texts are.
WITH_ARCHIVE: tuple[Described, ...] = (omitted_negation, omitted_speaker, negation_before)
# What these find changes from day to day without a change of the records.
BY_DAY = frozenset({future_date.CODE, stale_review.CODE})


def _rule(module: Described) -> Rule:
    title, _, text = inspect.cleandoc(module.__doc__ or "").partition("\n")
    return Rule(
        code=module.CODE,
        title=title,
        text=text.strip(),
        severity=module.SEVERITY,
        excusable=module.EXCUSABLE,
        by_day=module.CODE in BY_DAY,
        by_text=module in WITH_ARCHIVE,
    )


_DESCRIBED: tuple[Described, ...] = (*CHECKS, *WITH_ARCHIVE, unused_excuse)
RULES: dict[str, Rule] = {module.CODE: _rule(module) for module in _DESCRIBED}


def run(corpus: Corpus, today: date | None = None) -> list[Problem]:
    """Apply every rule to what is not broken already, and drop what is excused.

    ``today`` is the day of a check. Without it the newest date in the records is the clock, so
    that a build finds the same on every day.
    """
    judged = replace(corpus, today=today) if today else corpus
    findings = (finding for module in CHECKS for finding in module.check(judged))
    return list(unused_excuse.apply(judged, findings, RULES))
