"""The records as a Dataset, on the page that offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.exports.markup import agents
from generator.exports.markup.thing import Thing, thing

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.exports.published import Page

REVIEWS = {
    urls.CLAIM_REVIEWS: "application/ld+json",
    urls.CLAIMS_SEARCH: "application/json",
}
DOWNLOADS = {
    **REVIEWS,
    urls.DATABASE: "application/vnd.sqlite3",
    urls.DATA_PACKAGE: "application/json",
    urls.NESTED_CLAIMS: "application/x-ndjson",
}


def dataset(page: Page) -> Thing:
    """Describe all checks as one set of data."""
    corpus, say = page.edition.corpus, page.edition.words
    publisher = corpus.publisher
    return thing(
        "Dataset",
        name=say.t("All checks of {publisher}", publisher=publisher.name),
        description=page.description,
        url=page.address,
        license=publisher.licence.url,
        creator=agents.publisher(publisher),
        isAccessibleForFree=True,
        dateModified=str(corpus.as_of or ""),
        temporalCoverage=_period(corpus),
        distribution=[
            thing(
                "DataDownload",
                contentUrl=urls.published(publisher.url, path),
                encodingFormat=media_type,
            )
            for path, media_type in DOWNLOADS.items()
        ],
    )


def _period(corpus: Corpus) -> str:
    """Return from when to when the claims were made, as an interval of ISO 8601."""
    days = [claim.said_on for claim in corpus.claims.values() if claim.is_public and claim.said_on]
    return f"{min(days)}/{max(days)}" if days else ""
