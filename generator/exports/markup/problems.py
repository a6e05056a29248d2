"""What the linter finds in the records, told where a contributor mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import reading, urls
from generator.exports.markup.lint import flaws
from generator.exports.markup.review import claim_review, reviewed
from generator.problems import Position, Problem, Severity
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.edition import Edition
    from generator.exports.markup.lint import Flaw
    from generator.records import Claim

CODE = "claim-review"
KEYS = {"reviewRating": "verdict", "author": "claimant", "appearance": "appearances"}


def problems(edition: Edition, written: Collection[str]) -> Iterator[Problem]:
    """Judge the review of every claim; ``written`` are the paths of the hand-written pages."""
    site = edition.corpus.publisher.url
    labels = [rating.label for rating in edition.corpus.ratings.values()]
    for claim in reviewed(edition.corpus):
        address = urls.published(site, urls.page(Kind.CLAIM, claim.id))
        for flaw in flaws(claim_review(edition, claim), address, site, labels):
            yield _problem(edition, claim, flaw)
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
