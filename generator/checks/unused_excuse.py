"""An excuse stands only where it is needed.

A record that breaks a rule for a good reason says so in ``excused``: the rule, the reason and
the last day on which the excuse holds. Until then the rule is silent there; afterwards it
speaks again, so that somebody looks once more. When the record has changed and breaks the
rule no longer, the excuse is left over and would hide the next fault.

Delete the entry. Drafts may carry excuses that they need once they are published. Cannot be
excused.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator import rules, words
from generator.problems import MAX_MESSAGE, Problem, Severity, nearest
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.checks.finding import Finding
    from generator.corpus import Corpus
    from generator.rules import Held, Place, Rule

CODE = "unused-excuse"
SEVERITY = Severity.WARNING
EXCUSABLE = False


def apply(
    corpus: Corpus, findings: Iterable[Finding], known: Mapping[str, Rule]
) -> Iterator[Problem]:
    """Yield the problems that no excuse covers, and what is wrong with excuses."""
    held: dict[tuple[Place, str], list[Held]] = defaultdict(list)
    for item in rules.excuses(corpus):
        held[item.place, item.excuse.rule].append(item)
    used: set[Held] = set()
    for place, problem in findings:
        excuse = _excuse(held, place, problem.code) if known[problem.code].excusable else None
        if excuse is None:
            yield problem
            continue
        used.add(excuse)
        if not excuse.holds(corpus):
            yield _expired(problem, excuse, in_build=corpus.today is None)
    for item in (item for items in held.values() for item in items):
        yield from _about(corpus, item, known, is_used=item in used)


def _excuse(held: Mapping[tuple[Place, str], list[Held]], place: Place, code: str) -> Held | None:
    """Return the excuse that lasts longest; that of a source covers its passages."""
    places = dict.fromkeys((place, place._replace(passage="")))
    items = [item for at in places for item in held.get((at, code), ())]
    return max(items, key=lambda item: item.excuse.until, default=None)


def _expired(problem: Problem, held: Held, *, in_build: bool) -> Problem:
    end = f"; its excuse ended on {words.day(held.excuse.until)}"
    return replace(
        problem,
        message=problem.message[: MAX_MESSAGE - len(end)] + end,
        severity=Severity.WARNING if in_build else Severity.ERROR,
    )


def _about(
    corpus: Corpus, held: Held, known: Mapping[str, Rule], *, is_used: bool
) -> Iterator[Problem]:
    code = held.excuse.rule
    rule = known.get(code)
    excusable = [r.code for r in known.values() if r.excusable]
    if rule is None:
        said, hint = f"there is no rule '{code}'", nearest(code, excusable)
        hint = hint or f"rules that can be excused: {', '.join(excusable)}"
        yield Problem("unknown-reference", held.at(corpus, "rule"), said, hint)
    elif not rule.excusable:
        said = f"the rule '{code}' cannot be excused"
        hint = "delete the entry, and mend what the rule finds"
        yield Problem("bad-value", held.at(corpus, "rule"), said, hint)
    elif not is_used and _must_be_used(corpus, held, rule):
        said = f"nothing here breaks the rule '{code}' any more"
        yield Problem(CODE, held.at(corpus, "rule"), said, severity=SEVERITY)


def _must_be_used(corpus: Corpus, held: Held, rule: Rule) -> bool:
    """Whether the rule would have spoken: with all records sound, and what else it needs."""
    if corpus.broken or rule.by_text or (rule.by_day and corpus.today is None):
        return False
    kind, id_, _ = held.place
    return kind is not Kind.CLAIM or corpus.claims[id_].is_public
