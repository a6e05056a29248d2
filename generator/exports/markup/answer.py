"""The answer that clients of the Fact Check Tools API read: ``claims:search``, v1alpha1.

It is one page of all checks, whatever was asked: a file does not see the ``pageToken`` of a
request, and whoever followed one would read the first page for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator import urls
from generator.exports.markup.review import reviewed, sentence
from generator.records import Kind

if TYPE_CHECKING:
    from datetime import date

    from generator.corpus import Corpus
    from generator.fields import PartialDate
    from generator.records import Claim


def answer(corpus: Corpus) -> dict[str, Any]:
    """Make the answer, newest check first."""
    return {"claims": [found(corpus, claim) for claim in reviewed(corpus)], "nextPageToken": ""}


def found(corpus: Corpus, claim: Claim) -> dict[str, Any]:
    """Make one claim of the answer. What is not known is left out, as the service does."""
    made = {
        "text": sentence(claim),
        "claimant": corpus.people[claim.claimant].name if claim.claimant else "",
        "claimDate": _moment(claim.said_on),
        "claimReview": [_review(corpus, claim)],
    }
    return {name: value for name, value in made.items() if value}


def _review(corpus: Corpus, claim: Claim) -> dict[str, Any]:
    publisher = corpus.publisher
    return {
        "publisher": {"name": publisher.name, "site": urls.host(publisher.url)},
        "url": urls.published(publisher.url, urls.page(Kind.CLAIM, claim.id)),
        "title": claim.title,
        "reviewDate": _moment(claim.changed_on),
        "textualRating": corpus.ratings[claim.verdict].label if claim.verdict else "",
        "languageCode": publisher.language,
    }


def _moment(day: date | PartialDate | None) -> str:
    # RFC 3339 has no month or year without a day.
    return f"{day}T00:00:00Z" if day and day.day else ""
