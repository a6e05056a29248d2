"""The markup by the shapes of its specification, which fail where anything required is gone."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from generator import urls
from tests.conftest import TOY
from tests.linked import faults
from tests.pages_of import Page, outputs

MADE = outputs(TOY)
FEED = json.loads(MADE[urls.CLAIM_REVIEWS].content)


def of_page(path: str) -> list[Any]:
    told = Page(MADE[path]).meta.get("head", {})
    return [json.loads(text) for text in told.get("markup", ())]


REVIEW, TRAIL = of_page("claims/ferry-cost.md")
PROFILE, _ = of_page("people/ada-quill.md")
DATASET, _ = of_page("data.md")
EVENT: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "Event",
    "name": "Council meeting",
    "startDate": "2031-03-04",
    "location": {"@type": "Place", "name": "Otterby"},
}
REQUIRED = [
    *(
        (REVIEW, path)
        for path in (
            "claimReviewed",
            "reviewRating",
            "reviewRating.alternateName",
            "reviewRating.ratingValue",
            "reviewRating.bestRating",
            "reviewRating.worstRating",
            "reviewRating.ratingExplanation",
            "reviewRating.reviewAspect",
            "url",
            "name",
            "author",
            "author.name",
            "author.url",
            "itemReviewed",
            "itemReviewed.author.name",
            "itemReviewed.appearance.0.url",
            "datePublished",
            "dateModified",
            "inLanguage",
        )
    ),
    *((TRAIL, f"itemListElement.1.{name}") for name in ("position", "name", "item")),
    (TRAIL, "itemListElement"),
    *((PROFILE, path) for path in ("name", "url", "mainEntity", "mainEntity.name")),
    *(
        (DATASET, path)
        for path in (
            "name",
            "description",
            "url",
            "license",
            "creator",
            "distribution",
            "distribution.0.contentUrl",
            "distribution.0.encodingFormat",
        )
    ),
    *((EVENT, path) for path in ("name", "startDate", "location", "location.name")),
    *(
        (FEED, path)
        for path in (
            "dateModified",
            *(
                f"dataFeedElement.0.{name}"
                for name in (
                    "dateCreated",
                    "dateModified",
                    "url",
                    "item",
                    "item.0.sdLicense",
                    "item.0.sdPublisher",
                    "item.0.claimReviewed",
                )
            ),
        )
    ),
]


def changed(document: Any, path: str, value: Any = None) -> Any:
    """Return a copy that has ``value`` at a place, or nothing there where it is None."""
    made = copy.deepcopy(document)
    *steps, last = path.split(".")
    inner = made
    for step in steps:
        inner = inner[int(step)] if isinstance(inner, list) else inner[step]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return made


def test_all_markup_of_the_toy_site_conforms() -> None:
    documents = [one for path in MADE if path.endswith(".md") for one in of_page(path)]
    assert len(documents) > 100
    assert faults(*documents, FEED) == ""


def named(value: Any) -> str:
    return value if isinstance(value, str) else str(value["@type"])


@pytest.mark.parametrize(("document", "path"), REQUIRED, ids=named)
def test_nothing_required_can_be_gone(document: Any, path: str) -> None:
    assert faults(document) == ""
    assert faults(changed(document, path))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("claimReviewed", "x" * 75),
        ("url", ["https://a.example/", "https://b.example/"]),
        ("reviewRating.ratingValue", 6),
        ("reviewRating.worstRating", 0),
        ("reviewRating.worstRating", 5),
        ("reviewRating.ratingValue", "5"),
        ("reviewRating.ratingValue", 4.5),
        ("datePublished", "2031-03"),
        ("itemReviewed.datePublished", "March 2031"),
        ("itemReviewed.author", {"@type": "Thing", "name": "x"}),
        ("author", "Otterby Checks"),
    ],
)
def test_nothing_can_be_of_another_form(path: str, value: Any) -> None:
    assert faults(changed(REVIEW, path, value))
