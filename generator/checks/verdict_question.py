"""The verdict answers the question that the claim asks.

"X said Y" (``asks: said``) and "Y is so" (``asks: fact``) have different labels: a
confirmed quotation is not a truth. Each rating says in ``asks`` which question it answers.

Choose one of the verdicts that the message names. Cannot be excused: an answer to another
question would mislead on every list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.finding import Finding, claims, of_claim
from generator.problems import Problem, Severity
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus

CODE = "verdict-question"
SEVERITY = Severity.ERROR
EXCUSABLE = False


def check(corpus: Corpus) -> Iterator[Finding]:
    """Compare ``asks`` of each claim and of its rating."""
    for claim in claims(corpus):
        if claim.verdict is None or corpus.ratings[claim.verdict].asks is claim.asks:
            continue
        fitting = [r.id for r in corpus.ratings.values() if r.asks is claim.asks]
        rating = corpus.ratings[claim.verdict]
        said = f"'{rating.id}' answers '{rating.asks}', and the claim asks '{claim.asks}'"
        at = corpus.at(Kind.CLAIM, claim.id, "verdict")
        yield of_claim(claim, Problem(CODE, at, said, f"verdicts for it: {', '.join(fitting)}"))
