"""What the linter finds in the records, told where a contributor mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import reading, urls
from generator.exports.markup.lint import flaws
from generator.exports.markup.review import claim_review, is_reviewed
from generator.problems import Position, Problem, Severity
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.edition import Edition
    from generator.exports.markup.lint import Flaw
    from generator.records import Claim

CODE = "claim-review"
KEYS = {"reviewRating": "verdict", "author": "claimant", "appearance": "appearances"}


def of_claim(edition: Edition, claim_id: str) -> Iterator[Problem]:
    """Judge the review of a claim, where it has one; it depends on what the review is made of."""
    claim = edition.corpus.claims[claim_id]
    if not is_reviewed(claim):
        return
    site = edition.corpus.publisher.url
    labels = [rating.label for rating in edition.corpus.ratings.values()]
    address = urls.published(site, urls.page(Kind.CLAIM, claim.id))
    for flaw in flaws(claim_review(edition, claim), address, site, labels):
        yield _problem(edition, claim, flaw)


def of_site(edition: Edition, written: Collection[str]) -> Iterator[Problem]:
    """Look for the pages that are asked for; ``written`` are the paths of hand-written ones."""
    if edition.corpus.claims and urls.CORRECTIONS_POLICY not in written:
        at = Position(f"{reading.PAGES}/{urls.CORRECTIONS_POLICY}")
        said = "the site has no page that says how it corrects errors"
        hint = "write it: fact-check explorers list no site without one"
        yield Problem(CODE, at, said, hint, Severity.WARNING)


def _problem(edition: Edition, claim: Claim, flaw: Flaw) -> Problem:
    sentence = "claim_short" if claim.claim_short else "claim"
    key = {"claimReviewed": sentence, **KEYS}.get(flaw.property, "claim")
    at = edition.corpus.at(Kind.CLAIM, claim.id, key)
    return Problem(CODE, at, flaw.said, flaw.hint, Severity.WARNING)
