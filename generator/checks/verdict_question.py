"""The verdict answers the question that the claim asks.

"X said Y" (``asks: said``) and "Y is so" (``asks: fact``) have different labels: a
confirmed quotation is not a truth. Each rating says in ``asks`` which question it answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.records import Claim

CODE = "verdict-question"


def check(corpus: Corpus, claim: Claim) -> Iterator[Problem]:
    """Compare ``asks`` of the claim and of its rating."""
    if claim.verdict is None or corpus.ratings[claim.verdict].asks is claim.asks:
        return
    fitting = [r.id for r in corpus.ratings.values() if r.asks is claim.asks]
    rating = corpus.ratings[claim.verdict]
    said = f"'{rating.id}' answers '{rating.asks}', and the claim asks '{claim.asks}'"
    at = corpus.at(Kind.CLAIM, claim.id, "verdict")
    yield Problem(CODE, at, said, f"verdicts for it: {', '.join(fitting)}")
