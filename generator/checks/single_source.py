"""A firm verdict rests on two independent origins, or says why one is enough.

Only evidence that bears the verdict counts. Two reports of one interview count as one: their
``origin`` is the same. A public reference counts by its own ``origin``, else two pages of one
website count as one. Where the question is whether something is so, somebody's bare word does
not count. A verdict that needs no evidence, such as "unproven", is not firm.

Add evidence of another origin, or write ``single_source_reason``, which the page shows. Can be
excused, on the claim; the reason in the record is the better way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.finding import Finding, of_claim, published
from generator.evidence import origins
from generator.problems import Problem, Severity
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus

CODE = "single-source"
SEVERITY = Severity.ERROR
EXCUSABLE = True


def check(corpus: Corpus) -> Iterator[Finding]:
    """Count the origins of what carries each published verdict."""
    for claim in published(corpus):
        found = origins(corpus, claim)
        # Without any, the rule on the evidence of verdicts has spoken.
        if len(found) != 1 or claim.single_source_reason:
            continue
        said = f"'{claim.verdict}' rests on one origin only: {found.pop()}"
        hint = "add evidence of another origin, or say in 'single_source_reason' why one is enough"
        at = corpus.at(Kind.CLAIM, claim.id, "verdict")
        yield of_claim(claim, Problem(CODE, at, said, hint))
