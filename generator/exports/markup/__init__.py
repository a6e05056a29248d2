"""What pages are, for search engines and fact-check explorers: schema.org as JSON-LD.

A ClaimReview stands on the page of a published check in the language of the checks, and nowhere
else: translations of the page would be further reviews of one claim. Pages that search engines
shall not show say nothing.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator import urls
from generator.exports.head import Link, Markup
from generator.exports.markup.answer import answer
from generator.exports.markup.dataset import REVIEWS, dataset
from generator.exports.markup.feed import feed
from generator.exports.markup.home import organisation, web_site
from generator.exports.markup.offered import offers
from generator.exports.markup.pages import web_page
from generator.exports.markup.problems import of_claim, of_site
from generator.exports.markup.review import claim_review, is_reviewed
from generator.exports.markup.thing import document
from generator.exports.markup.trail import trail
from generator.output import Output
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.exports.head import Element
    from generator.exports.markup.thing import Thing
    from generator.exports.published import Page, Published

__all__ = ["in_head", "of_claim", "of_site", "offers", "outputs"]


def outputs(site: Published) -> Iterator[Output]:
    """Make the feed of all reviews and the answer for clients."""
    yield _file(urls.CLAIM_REVIEWS, feed(site.first))
    yield _file(urls.CLAIMS_SEARCH, answer(site.corpus))


def _file(path: str, value: Thing) -> Output:
    return Output(path, json.dumps(value, ensure_ascii=False) + "\n")


def in_head(page: Page) -> Iterator[Element]:
    """Say what a page is; that of the data leads to the files."""
    is_draft = page.kind is not None and not page.is_public
    if is_draft or not page.is_indexed:
        return
    for thing in _things(page):
        yield Markup(thing=document(thing))
    if page.path == urls.DATA:
        for path, media_type in REVIEWS.items():
            yield Link(rel="alternate", path=path, type=media_type)


def _things(page: Page) -> Iterator[Thing]:
    if page.path == urls.HOME:
        yield web_site(page)
        yield organisation(page)
        return
    claim = page.edition.corpus.claims[page.record_id] if page.kind is Kind.CLAIM else None
    if claim and is_reviewed(claim) and page.edition.is_first:
        yield claim_review(page.edition, claim)
    elif page.path == urls.DATA:
        yield dataset(page)
    else:
        yield web_page(page)
    if steps := trail(page):
        yield steps
