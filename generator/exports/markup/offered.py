"""What the page "Data and feeds" tells of the markup and its files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator import urls
from generator.exports.markup.answer import found
from generator.exports.markup.review import claim_review, reviewed
from generator.offers import Group, Offer, OfferedFile, Standard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.exports.markup.thing import Thing
    from generator.records import Claim

REVIEW = Standard(name="ClaimReview", url="https://schema.org/ClaimReview")
FEED = Standard(name="DataFeed", url="https://schema.org/DataFeed")
SEARCH = Standard(
    name="Fact Check Tools API, claims:search",
    url="https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims/search",
)

_READ = """curl -s {address} |
  jq -r '.dataFeedElement[].item[] | [.reviewRating.alternateName, .claimReviewed] | @tsv'"""


def offers(edition: Edition) -> Iterator[Offer]:
    """List the markup of the pages, the feed and the answer."""
    say, corpus = edition.words, edition.corpus
    shown = _example(edition)
    yield Offer(
        group=Group.FACT_CHECKS,
        name=say.t("ClaimReview on every check"),
        text=say.t(
            "The page of each published check holds it once, as JSON-LD, in the language of the "
            "checks; search engines and fact-check explorers read it."
        ),
        standard=REVIEW,
        sample=_review(edition, shown) if shown else "",
    )
    yield Offer(
        group=Group.FACT_CHECKS,
        name=say.t("Feed of all reviews"),
        text=say.t("All of them in one file, newest first, for collections of fact checks."),
        files=(OfferedFile(label="claimreview.json", path=urls.CLAIM_REVIEWS),),
        standard=FEED,
        sample=_READ.format(address=urls.published(corpus.publisher.url, urls.CLAIM_REVIEWS)),
    )
    yield Offer(
        group=Group.FACT_CHECKS,
        name=say.t("Answer for fact-check clients"),
        text=say.t(
            "What the claims:search of the Fact Check Tools would answer. It is a file: it holds "
            "all checks on one page, whatever is asked, and no page follows."
        ),
        files=(OfferedFile(label="claims-search.json", path=urls.CLAIMS_SEARCH),),
        standard=SEARCH,
        sample=_written(found(corpus, shown)) if shown else "",
    )


def _example(edition: Edition) -> Claim | None:
    """Return a rated claim; none in another language, in which the files say nothing."""
    corpus = edition.corpus
    rated = (c for c in reviewed(corpus) if c.verdict and corpus.ratings[c.verdict].value)
    return next(rated, None) if edition.is_first else None


def _review(edition: Edition, claim: Claim) -> str:
    """Show what readers of the markup need most; the page has the rest."""
    made = claim_review(edition, claim)
    shown = {name: made[name] for name in ("@type", "claimReviewed", "reviewRating", "url")}
    shown["reviewRating"] = {
        name: value for name, value in made["reviewRating"].items() if name != "ratingExplanation"
    }
    return _written(shown)


def _written(value: Thing) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
