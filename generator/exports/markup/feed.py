"""All reviews in one file: the DataFeed that collections of fact checks read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.markup import agents
from generator.exports.markup.review import claim_review, reviewed
from generator.exports.markup.thing import Thing, document, thing

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.records import Claim


def feed(edition: Edition) -> Thing:
    """Make the feed of an edition, newest check first. An item is an array, as readers expect."""
    corpus = edition.corpus
    return {
        **document(thing("DataFeed", dateModified=str(corpus.as_of or ""))),
        "dataFeedElement": [_element(edition, claim) for claim in reviewed(corpus)],
    }


def _element(edition: Edition, claim: Claim) -> Thing:
    publisher, review = edition.corpus.publisher, claim_review(edition, claim)
    terms = {"sdLicense": publisher.licence.url, "sdPublisher": agents.publisher(publisher)}
    return thing(
        "DataFeedItem",
        dateCreated=review["datePublished"],
        dateModified=review["dateModified"],
        url=review["url"],
        item=[document(review | terms)],
    )
