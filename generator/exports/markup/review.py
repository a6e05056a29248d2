"""A published check as a ClaimReview.

Sources: schema.org; Google's "Fact check (ClaimReview) structured data". All that is said here
stands on the page of the claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.exports.markup import agents, works
from generator.exports.markup.rating import rating
from generator.exports.markup.thing import Thing, thing
from generator.records import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.edition import Edition
    from generator.records import Claim


def reviewed(corpus: Corpus) -> Iterator[Claim]:
    """Yield the claims that have a review, newest first."""
    return (claim for claim in corpus.newest_claims if is_reviewed(claim))


def is_reviewed(claim: Claim) -> bool:
    """Whether the site stands by a check: one that was withdrawn rates nothing any more."""
    return claim.status is Status.PUBLISHED


def sentence(claim: Claim) -> str:
    """Return the claim as lists of other sites show it; it is never cut."""
    return claim.claim_short or claim.claim


def claim_review(edition: Edition, claim: Claim) -> Thing:
    """Make the review of a claim; ``edition`` is that in the language of the checks."""
    corpus, publisher = edition.corpus, edition.corpus.publisher
    path = urls.page(Kind.CLAIM, claim.id)
    return thing(
        "ClaimReview",
        claimReviewed=sentence(claim),
        reviewRating=claim.verdict and rating(edition, claim, corpus.ratings[claim.verdict]),
        url=urls.published(publisher.url, path),
        name=claim.title,
        author=agents.publisher(publisher),
        itemReviewed=_item(corpus, claim),
        datePublished=str(claim.published_on or ""),
        dateModified=str(claim.changed_on or ""),
        inLanguage=publisher.language,
        license=publisher.licence.url,
        correction=[_correction(entry.note, str(entry.date)) for entry in claim.corrections],
    )


def _item(corpus: Corpus, claim: Claim) -> Thing:
    # Which appearance was the first, no record says.
    sources = (corpus.sources[id_] for id_ in claim.appearances)
    person = corpus.people[claim.claimant] if claim.claimant else None
    return thing(
        "Claim",
        text=claim.claim if claim.claim_short else None,
        author=person and agents.claimant(person),
        datePublished=str(claim.said_on or ""),
        appearance=[works.appearance(source) for source in sources if source.url],
    )


def _correction(note: str, day: str) -> Thing:
    return thing("CorrectionComment", text=note, datePublished=day)
