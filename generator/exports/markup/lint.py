"""What search engines and fact-check explorers would refuse in a ClaimReview.

The rules are those of Google's "Fact check (ClaimReview) structured data", which the other
readers of the markup share.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from generator import urls
from generator.records import CLAIM_SHORT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Node = Mapping[str, Any]

# One quotation and nothing beside it, in the marks of several languages.
_ONLY_QUOTED = re.compile(r"""[“„«"][^“”„«»"]+[”“»"][.!?…]?""")


class Flaw(NamedTuple):
    """What is wrong with a property, and what to do."""

    property: str
    said: str
    hint: str


# Ratings that many newsrooms give, whatever the scale of this one.
COMMON = ("true", "false", "fake", "misleading", "correct", "incorrect", "hoax")


def flaws(review: Node, address: str, site: str, labels: Iterable[str] = ()) -> Iterator[Flaw]:
    """Judge the ClaimReview of the page at ``address``; ``site`` is the publisher's address.

    ``labels`` are those of the rating scale.
    """
    yield from _of_sentence(review, (*labels, *COMMON))
    yield from _of_rating(review.get("reviewRating") or {})
    if review.get("url") != address:
        said = f"the review is said to be at {review.get('url')}, and its page is {address}"
        yield Flaw("url", said, "say the canonical address of the page")
    yield from _of_claim(review.get("itemReviewed") or {}, site)


def _of_sentence(review: Node, labels: Iterable[str]) -> Iterator[Flaw]:
    text = review.get("claimReviewed", "")
    own = (review.get("reviewRating") or {}).get("alternateName") or ""
    known = tuple(label for label in (own, *labels) if label)
    # Most sentences hold no label at all, which one search tells.
    apart = (label for label in known if _stands_apart(label, text))
    label = next(apart, "") if _any(known).search(text) else ""
    if not text:
        yield Flaw("claimReviewed", "the review names no claim", "say the claim in one sentence")
    if len(text) > CLAIM_SHORT_LIMIT:
        said = f"the claim has {len(text)} characters in search results"
        yield Flaw("claimReviewed", said, f"say it in at most {CLAIM_SHORT_LIMIT}")
    if label:
        said = f"the claim names a verdict, '{label}'"
        yield Flaw("claimReviewed", said, "say the claim alone; the verdict stands beside it")
    if _ONLY_QUOTED.fullmatch(text):
        said = "the claim is nothing but quoted words"
        hint = "say who said them: the rating would be read as that of what they say"
        yield Flaw("claimReviewed", said, hint)


@lru_cache(maxsize=64)
def _any(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, labels)), re.IGNORECASE)


def _stands_apart(label: str, text: str) -> bool:
    """Whether a label is cut off from the sentence by marks: "Inaccurate: the ferry is new"."""
    before, behind = r"(?:^|[.:;,(\[–—-])\s*", r"\s*(?:$|[.:;,!)\]–—-])"
    return bool(re.search(before + re.escape(label) + behind, text, re.IGNORECASE))


def _of_rating(rating: Node) -> Iterator[Flaw]:
    if not rating.get("alternateName"):
        yield Flaw("reviewRating", "the rating has no label", "name the verdict")
    names = ("worstRating", "ratingValue", "bestRating")
    steps = [rating[name] for name in names if name in rating]
    if not steps:
        return
    is_whole = len(steps) == len(names) and all(type(step) is int for step in steps)
    if not is_whole or not 1 <= steps[0] <= steps[1] <= steps[2] or steps[0] == steps[2]:
        said = f"the rating {steps} is none of a scale"
        hint = "give whole numbers from 1: worst, value and best, and best above worst"
        yield Flaw("reviewRating", said, hint)


def _of_claim(claim: Node, site: str) -> Iterator[Flaw]:
    author = claim.get("author")
    if author is not None and not author.get("name"):
        yield Flaw("author", "the claimant has no name", "name them, or leave the author out")
    for address in (author or {}).get("sameAs", ()):
        if urls.host(address) == urls.host(site):
            said = f"the claimant is the site itself: {address}"
            yield Flaw("author", said, "a check reviews the claims of others")
    for work in claim.get("appearance", ()):
        if urls.host(work.get("url", "")) == urls.host(site):
            said = f"the claim appeared on the site itself: {work['url']}"
            yield Flaw("appearance", said, "a check reviews the claims of others")
