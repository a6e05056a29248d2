"""The markup of pages and the files of it, by the examples of their specifications."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from generator import site, urls
from generator.edition import Edition, editions
from generator.exports.markup.agents import claimant
from generator.exports.markup.rating import rating
from generator.imports import claimreview as foreign
from generator.imports.block import Block
from generator.problems import Position
from generator.records import Person, PersonKind, Question
from tests.conftest import TOY
from tests.pages_of import Page, outputs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from generator.output import Output

    Edit = Callable[[str, str, str], None]

MADE = outputs(TOY, drafts=True)
FEED = json.loads(MADE[urls.CLAIM_REVIEWS].content)
ANSWER = json.loads(MADE[urls.CLAIMS_SEARCH].content)
READ, _ = site.read(TOY)
assert READ is not None
EDITION = next(editions(READ.corpus))
SITE = "https://otterby.example/"
PUBLISHER = {"@type": "Organization", "name": "Otterby Checks", "url": SITE}
# Newest first; without what is withdrawn and what is a draft.
PUBLISHED = ["vote-was-unanimous", "mayor-keeps-ferry", "ferry-cost"]


def markup(made: Mapping[str, Output], path: str) -> list[Any]:
    told = Page(made[path]).meta.get("head", {})
    return [json.loads(text) for text in told.get("markup", ())]


def of(made: Mapping[str, Output], claim: str) -> Any:
    return markup(made, f"claims/{claim}.md")[0]


def test_a_check_is_a_claim_review() -> None:
    assert of(MADE, "ferry-cost") == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": "The ferry cost 41,500 crowns in 2030.",
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Accurate",
            "ratingValue": 5,
            "bestRating": 5,
            "worstRating": 1,
            "ratingExplanation": "The minutes give the same figure.",
            "reviewAspect": "Is it so?",
        },
        "url": f"{SITE}claims/ferry-cost/",
        "name": "What the ferry cost in 2030",
        "author": PUBLISHER,
        "itemReviewed": {
            "@type": "Claim",
            "text": (
                "The harbour ferry of Otterby cost the town council forty-one thousand five "
                "hundred crowns in the year 2030."
            ),
            "author": {"@type": "Person", "name": "Bram Tolliver"},
            "datePublished": "2031-03",
            "appearance": [
                {
                    "@type": "CreativeWork",
                    "url": "https://herald.otterby.example/ferry",
                    "datePublished": "2031-03-04",
                    "publisher": {"@type": "Organization", "name": "The Otterby Herald"},
                }
            ],
        },
        "datePublished": "2031-03-11",
        "dateModified": "2031-03-11",
        "inLanguage": "en",
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_nobody_is_named_where_nobody_is_known() -> None:
    review = of(MADE, "vote-was-unanimous")
    assert review["itemReviewed"] == {"@type": "Claim", "datePublished": "2031"}
    assert review["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "The minutes settled what was open before.",
            "datePublished": "2031-03-14",
        }
    ]


def rated(made: Edition, verdict: str) -> tuple[int | None, ...]:
    """Return best, worst and value of a verdict."""
    found = rating(made, made.corpus.claims["ferry-cost"], made.corpus.ratings[verdict])
    return tuple(found.get(name) for name in ("bestRating", "worstRating", "ratingValue"))


@pytest.mark.parametrize("verdict", ["sources-disagree", "unproven"])
def test_what_is_not_on_the_scale_has_its_label_alone(verdict: str) -> None:
    assert rated(EDITION, verdict) == (None, None, None)


def test_the_truest_is_the_best() -> None:
    for question in Question:
        values = {
            r.value: rated(EDITION, r.id)[2]
            for r in EDITION.corpus.ratings.values()
            if r.asks is question and r.value is not None
        }
        assert all(value == found for value, found in values.items())
        best = {rated(EDITION, r.id)[:2] for r in EDITION.corpus.ratings.values() if r.value}
        assert best == {(5, 1)}


def test_one_step_is_no_scale() -> None:
    kept = {id_: r for id_, r in EDITION.corpus.ratings.items() if id_ != "inaccurate"}
    alone = replace(EDITION, corpus=replace(EDITION.corpus, ratings=kept))
    assert rated(alone, "accurate") == (None, None, None)
    assert rated(alone, "misquoted") == (5, 1, 1)


def test_a_group_that_claims_is_an_organisation() -> None:
    kinds = {kind: claimant(Person(id="x", kind=kind, name="X"))["@type"] for kind in PersonKind}
    assert kinds == {
        PersonKind.PERSON: "Person",
        PersonKind.ORGANISATION: "Organization",
        PersonKind.GOVERNMENT: "Organization",
        PersonKind.GROUP: "Organization",
    }


def test_reviews_stand_on_checks_that_the_site_stands_by_alone() -> None:
    found = [
        path
        for path in MADE
        if path.endswith(".md")
        for one in markup(MADE, path)
        if one["@type"] == "ClaimReview"
    ]
    assert sorted(found) == sorted(f"claims/{id_}.md" for id_ in PUBLISHED)
    assert markup(MADE, "claims/timetable-in-april.md") == []
    assert [one["@type"] for one in markup(MADE, "claims/clock-stands-still.md")] == [
        "WebPage",
        "BreadcrumbList",
    ]


def test_the_feed_is_that_of_its_specification() -> None:
    assert list(FEED) == ["@context", "@type", "dateModified", "dataFeedElement"]
    assert (FEED["@type"], FEED["dateModified"]) == ("DataFeed", "2031-03-14")
    elements = FEED["dataFeedElement"]
    assert [one["url"] for one in elements] == [f"{SITE}claims/{id_}/" for id_ in PUBLISHED]
    for element, id_ in zip(elements, PUBLISHED, strict=True):
        (item,) = element.pop("item")
        review = of(MADE, id_)
        terms = {"sdLicense": review["license"], "sdPublisher": PUBLISHER}
        assert item == {**review, **terms}
        assert element == {
            "@type": "DataFeedItem",
            "dateCreated": review["datePublished"],
            "dateModified": review["dateModified"],
            "url": review["url"],
        }


def test_the_answer_is_that_of_the_fact_check_tools() -> None:
    assert list(ANSWER) == ["claims", "nextPageToken"]
    assert ANSWER["nextPageToken"] == ""
    nobody, whole, partly = ANSWER["claims"]
    assert whole == {
        "text": "Ada Quill said that the ferry will not close this winter.",
        "claimant": "Ada Quill",
        "claimDate": "2031-03-04T00:00:00Z",
        "claimReview": [
            {
                "publisher": {"name": "Otterby Checks", "site": "otterby.example"},
                "url": f"{SITE}claims/mayor-keeps-ferry/",
                "title": "The mayor on the winter ferry",
                "reviewDate": f"{of(MADE, 'mayor-keeps-ferry')['dateModified']}T00:00:00Z",
                "textualRating": "Confirmed quotation",
                "languageCode": "en",
            }
        ],
    }
    # A month or a year is no moment.
    assert partly.keys() == {"text", "claimant", "claimReview"}
    assert nobody.keys() == {"text", "claimReview"}


@pytest.mark.parametrize("path", [urls.CLAIM_REVIEWS, urls.CLAIMS_SEARCH])
def test_own_import_reads_the_files_again(path: str) -> None:
    items, problems = foreign.read(Block(text=MADE[path].content), lambda _: Position(path))
    assert problems == []
    assert len(items) == len(PUBLISHED)


def test_the_host_is_without_www(toy: Path, edit: Edit) -> None:
    edit("site_config/publisher.yml", "https://otterby.example/", "https://www.otterby.example/")
    made = outputs(toy)
    (review,) = json.loads(made[urls.CLAIMS_SEARCH].content)["claims"][0]["claimReview"]
    assert review["publisher"]["site"] == "otterby.example"
    assert review["url"].startswith("https://www.otterby.example/claims/")


def test_pages_say_what_they_are_about() -> None:
    kinds = {
        "people/ada-quill.md": ("ProfilePage", "mainEntity", "Person"),
        "people/otterby-council.md": ("ProfilePage", "mainEntity", "GovernmentOrganization"),
        "sources/otterby-herald-ferry.md": ("WebPage", "about", "NewsArticle"),
        "sources/otterby-minutes-march.md": ("WebPage", "about", "DigitalDocument"),
        "topics/harbour-ferry.md": ("CollectionPage", "about", "Thing"),
        "verdicts/accurate.md": ("CollectionPage", "about", "DefinedTerm"),
    }
    for path, (kind, part, about) in kinds.items():
        page, trail = markup(MADE, path)
        assert (page["@type"], page[part]["@type"]) == (kind, about)
        assert trail["@type"] == "BreadcrumbList"
        assert page["url"] == trail["itemListElement"][-1]["item"]


def test_the_home_page_tells_who_answers_for_the_site() -> None:
    site, publisher = markup(MADE, "index.md")
    assert (site["@type"], site["url"], site["publisher"]) == ("WebSite", SITE, PUBLISHER)
    # The toy site has no page on its method or its funding.
    assert publisher == {
        "@context": "https://schema.org",
        **PUBLISHER,
        "correctionsPolicy": f"{SITE}corrections/",
        "contactPoint": {
            "@type": "ContactPoint",
            "contactType": "corrections",
            "email": "desk@otterby.example",
        },
    }


def test_the_offers_are_on_the_page_and_in_its_dataset() -> None:
    page = Page(MADE["data.md"])
    named = page.texts("h3")
    assert {"ClaimReview on every check", "Feed of all reviews"} <= set(named)
    dataset, _ = markup(MADE, "data.md")
    files = {one["contentUrl"].removeprefix(SITE) for one in dataset["distribution"]}
    assert {urls.CLAIM_REVIEWS, urls.CLAIMS_SEARCH} < files <= set(MADE)
    assert dataset["temporalCoverage"] == "2031/2031-03-04"
    samples = [node.text() for node in page.tree.css("details pre")]
    review = json.loads(next(text for text in samples if '"ClaimReview"' in text))
    assert (
        review.items() <= {**of(MADE, PUBLISHED[0]), "reviewRating": review["reviewRating"]}.items()
    )
    assert ANSWER["claims"][0] in [json.loads(text) for text in samples if '"claimReview"' in text]
    leading = {(link["type"], link["href"]) for link in page.meta["head"]["links"]}
    assert ("application/ld+json", urls.CLAIM_REVIEWS) in leading
    assert ("application/json", urls.CLAIMS_SEARCH) in leading
