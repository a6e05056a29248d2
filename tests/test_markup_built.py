"""What a search engine reads in the built site: each page's own markup, and nothing besides."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import urls
from generator.exports.markup.lint import flaws
from tests.linked import faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SITE = "https://wordforword.example/"


class Built:
    """A built page: its address, what it says to programs, and what a reader sees."""

    def __init__(self, file: Path) -> None:
        tree = LexborHTMLParser(file.read_text("utf-8"))
        scripts = tree.css('script[type="application/ld+json"]')
        self.markup = [json.loads(script.text()) for script in scripts]
        canonical = tree.css_first('link[rel="canonical"]')
        self.address = (canonical.attributes["href"] if canonical else "") or ""
        self.is_indexed = not tree.css_matches('meta[name="robots"][content="noindex"]')
        self.links = {link.attributes.get("href") for link in tree.css("a")}
        for script in tree.css("script"):
            script.decompose()
        text = tree.body.text() if tree.body else ""
        self.text = " ".join(text.replace("¶", "").split())

    def of(self, kind: str) -> list[Any]:
        return [one for one in self.markup if one["@type"] == kind]


@pytest.fixture(scope="module")
def pages(own_site: Path) -> dict[str, Built]:
    """Every page of the project's own site, by its path."""
    files = sorted(own_site.rglob("*.html"))
    found = {file.relative_to(own_site).as_posix(): Built(file) for file in files}
    return {path: page for path, page in found.items() if not path.endswith("card.html")}


@pytest.fixture(scope="module")
def reviews(pages: dict[str, Built]) -> dict[str, Built]:
    return {path: page for path, page in pages.items() if page.of("ClaimReview")}


def test_each_check_has_one_review_and_no_other_page_has_any(
    pages: dict[str, Built], reviews: dict[str, Built], own_site: Path
) -> None:
    feed = json.loads((own_site / urls.CLAIM_REVIEWS).read_text("utf-8"))
    addresses = [element["url"] for element in feed["dataFeedElement"]]
    assert len(addresses) >= 24
    assert sorted(page.address for page in reviews.values()) == sorted(addresses)
    assert all(len(page.of("ClaimReview")) == 1 for page in reviews.values())
    assert not [path for path in reviews if path.startswith("uk/")]
    assert all(pages[f"uk/{path}"].of("WebPage") for path in reviews)


def test_reviews_have_no_flaw_and_conform(reviews: dict[str, Built]) -> None:
    found = [
        flaw
        for page in reviews.values()
        for review in page.of("ClaimReview")
        for flaw in flaws(review, page.address, SITE)
    ]
    assert found == []
    assert faults(*(page.of("ClaimReview") for page in reviews.values())) == ""


def seen(review: Any) -> Iterator[str]:
    """Yield what the markup says in words; its days stand on the page in words too."""
    yield from (review["claimReviewed"], review["name"], review["author"]["name"])
    yield from (review["reviewRating"][name] for name in ("alternateName", "reviewAspect"))
    yield review["reviewRating"]["ratingExplanation"]
    yield from (entry["text"] for entry in review.get("correction", ()))
    claim = review["itemReviewed"]
    yield claim.get("text", "")
    yield claim.get("author", {}).get("name", "")
    yield from (work["publisher"]["name"] for work in claim.get("appearance", ()))


def test_what_a_review_says_stands_on_its_page(reviews: dict[str, Built]) -> None:
    for path, page in reviews.items():
        (review,) = page.of("ClaimReview")
        assert [text for text in seen(review) if text not in page.text] == [], path
        assert review["license"] in page.links, path


def test_every_page_that_is_shown_says_what_it_is(pages: dict[str, Built]) -> None:
    for path, page in pages.items():
        is_known = bool(page.address) and page.is_indexed
        assert bool(page.markup) is is_known, path
        if is_known:
            first = page.markup[0]
            assert first["url"] == page.address, path
            spoken = "uk" if path.startswith("uk/") else "en"
            assert first["@type"] == "Dataset" or first["inLanguage"] == spoken, path


def test_the_way_to_each_page_leads_over_pages(pages: dict[str, Built]) -> None:
    known = {page.address for page in pages.values()}
    for path, page in pages.items():
        for trail in page.of("BreadcrumbList"):
            steps = [step["item"] for step in trail["itemListElement"]]
            assert steps[-1] == page.address, path
            assert set(steps) <= known, path
            assert all(after.startswith(before) for before, after in pairwise(steps)), path
