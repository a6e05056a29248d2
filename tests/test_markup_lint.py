"""Each rule that a ClaimReview can break, and where a contributor is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator import site
from generator.exports.markup.lint import flaws
from generator.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str, str, str], None]

SITE = "https://www.checks.example/"
ADDRESS = f"{SITE}claims/ferry/"
FERRY = "claims/ferry-cost.yml"


def review(**other: Any) -> dict[str, Any]:
    """Return a ClaimReview without a flaw, or with ``other`` properties."""
    rating = {"alternateName": "Accurate", "ratingValue": 5, "bestRating": 5, "worstRating": 1}
    return {"claimReviewed": "The ferry is new.", "reviewRating": rating, "url": ADDRESS, **other}


def rated(**numbers: Any) -> dict[str, Any]:
    return review(reviewRating={"alternateName": "Unproven", **numbers})


def appeared(address: str) -> dict[str, Any]:
    return review(itemReviewed={"appearance": [{"url": address}]})


def said_by(**known: Any) -> dict[str, Any]:
    return review(itemReviewed={"author": known})


def step(value: Any, best: Any = 5, worst: Any = 1) -> dict[str, Any]:
    return rated(ratingValue=value, bestRating=best, worstRating=worst)


@pytest.mark.parametrize(
    "made",
    [
        review(),
        review(claimReviewed="x" * 74),
        review(claimReviewed="The accounts of the ferry are accurate."),
        review(claimReviewed="Inaccurate accounts were shown to the council."),
        review(claimReviewed="Quill: “The ferry is new.”"),
        review(claimReviewed="“New” and “safe” were her words for the “ferry”"),
        review(claimReviewed="“New” is what Quill called the “ferry”"),
        rated(),
        step(1),
        step(5),
        step(1, best=2),
        appeared("https://herald.checks.example/ferry"),
        appeared("https://notchecks.example/"),
        said_by(name="Ada Quill", sameAs=["https://www.wikidata.org/wiki/Q42"]),
    ],
)
def test_a_review_without_a_flaw(made: dict[str, Any]) -> None:
    assert list(flaws(made, ADDRESS, SITE)) == []


@pytest.mark.parametrize(
    ("made", "part", "said"),
    [
        (review(claimReviewed=""), "claimReviewed", "the review names no claim"),
        (review(claimReviewed="x" * 75), "claimReviewed", "the claim has 75 characters in"),
        (review(claimReviewed="Accurate: it is new"), "claimReviewed", "names a verdict"),
        (review(claimReviewed="It is new (accurate)"), "claimReviewed", "names a verdict"),
        (review(claimReviewed="It is new – ACCURATE."), "claimReviewed", "names a verdict"),
        (review(claimReviewed="False: it is new"), "claimReviewed", "a verdict, 'false'"),
        (review(claimReviewed="Misquoted: it is new"), "claimReviewed", "a verdict, 'Misquoted'"),
        (review(claimReviewed="“The ferry is new.”"), "claimReviewed", "nothing but quoted words"),
        (review(claimReviewed="«Пором новий»."), "claimReviewed", "nothing but quoted words"),
        (review(claimReviewed='"It is new"'), "claimReviewed", "nothing but quoted words"),
        (review(reviewRating={}), "reviewRating", "the rating has no label"),
        (rated(ratingValue=5), "reviewRating", "the rating [5] is none of a scale"),
        (rated(ratingValue=5, bestRating=5), "reviewRating", "is none of a scale"),
        (step(6), "reviewRating", "the rating [1, 6, 5] is none of a scale"),
        (step(0, worst=0), "reviewRating", "is none of a scale"),
        (step(1, best=1), "reviewRating", "is none of a scale"),
        (step(1, best=1, worst=5), "reviewRating", "is none of a scale"),
        (step(4.5), "reviewRating", "is none of a scale"),
        (step("5"), "reviewRating", "is none of a scale"),
        (step(value=True), "reviewRating", "is none of a scale"),
        (review(url=f"{SITE}uk/claims/ferry/"), "url", "and its page is https://www.checks"),
        (said_by(sameAs=[]), "author", "the claimant has no name"),
        (said_by(name="We", sameAs=["https://checks.example/about/"]), "author", "itself"),
        (appeared("https://checks.example/claims/other/"), "appearance", "on the site itself"),
    ],
)
def test_a_flaw_is_named(made: dict[str, Any], part: str, said: str) -> None:
    (flaw,) = flaws(made, ADDRESS, SITE, ["Misquoted"])
    assert flaw.property == part
    assert said in flaw.said
    assert flaw.hint


def told(toy: Path) -> list[Problem]:
    _, _, problems = site.outputs_of(toy, drafts=False)
    return [problem for problem in problems if problem.code == "claim-review"]


def test_the_toy_site_has_no_flaw(toy: Path) -> None:
    assert told(toy) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "said"),
    [
        (
            FERRY,
            "claim_short: The ferry cost 41,500 crowns in 2030.",
            "claim_short: 'The ferry cost 41,500 crowns: accurate'",
            6,
            "the claim names a verdict, 'Accurate'",
        ),
        (
            "content/sources/otterby-herald-ferry.yml",
            "https://herald.otterby.example/ferry",
            "https://otterby.example/news/ferry",
            10,
            "the claim appeared on the site itself: https://otterby.example/news/ferry",
        ),
        (
            "content/people/bram-tolliver.yml",
            "name: Bram Tolliver\n",
            "name: Bram Tolliver\nsame_as:\n  - https://otterby.example/about\n",
            8,
            "the claimant is the site itself: https://otterby.example/about",
        ),
    ],
)
def test_a_contributor_is_told_where(
    toy: Path, edit: Edit, file: str, old: str, new: str, line: int, said: str
) -> None:
    edit(file, old, new)
    problem = next(p for p in told(toy) if p.position.file == FERRY)
    assert (problem.position.line, problem.message) == (line, said)
    assert problem.severity is Severity.WARNING


def test_a_contributor_is_told_that_bare_words_name_nobody(toy: Path, edit: Edit) -> None:
    asks = "asks: said\n"
    short = "claim_short: “We will not close the ferry this winter”\n"
    edit("claims/mayor-keeps-ferry.yml", asks, f"{short}{asks}")
    (problem,) = told(toy)
    assert problem.message == "the claim is nothing but quoted words"
    assert problem.position.line == 4


def test_a_site_without_a_corrections_policy_is_told(toy: Path) -> None:
    (toy / "content/pages/corrections.md").unlink()
    (problem,) = told(toy)
    assert problem.position.file == "content/pages/corrections.md"
    assert problem.message == "the site has no page that says how it corrects errors"
