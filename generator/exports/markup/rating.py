"""A verdict as a rating of schema.org.

Both questions have a scale of their own, from the least to the truest of its verdicts. What is
rated is the sentence in ``claimReviewed``: of "X said Y" a confirmed quotation is the truest, and
``reviewAspect`` tells that the question was whether it was said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import words
from generator.exports.markup.thing import Thing, thing

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.edition import Edition
    from generator.records import Claim, Rating


def rating(edition: Edition, claim: Claim, verdict: Rating) -> Thing:
    """Rate a claim; a verdict that has no place on a scale has its label alone."""
    return thing(
        "Rating",
        alternateName=verdict.label,
        **_place(edition.corpus, verdict),
        ratingExplanation=claim.summary,
        reviewAspect=edition.words.t(words.QUESTION[claim.asks]),
    )


def _place(corpus: Corpus, verdict: Rating) -> dict[str, int]:
    scale = [r.value for r in corpus.ratings.values() if r.asks is verdict.asks and r.value]
    if verdict.value is None or min(scale) == max(scale):
        return {}  # one step is no scale
    return {"ratingValue": verdict.value, "bestRating": max(scale), "worstRating": min(scale)}
