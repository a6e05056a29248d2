"""Fact checks of others: schema.org ClaimReview, and what Google's Fact Check Tools answer.

Read are JSON-LD (an object, a list, ``@graph``, a DataFeed, each nested or not) and the answers
of ``claims:search`` (v1alpha1). What is not stated is left empty; nothing is guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.imports.item import Item, Review
from generator.imports.jsontext import JsonError, Node, load
from generator.imports.shapes import get, many, nodes, parts, texts, types
from generator.imports.statements import Statements
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.imports.block import Block
    from generator.imports.jsontext import Json
    from generator.problems import Position

_CODE = "not-importable"


def read(block: Block, at: Callable[[int], Position]) -> tuple[list[Item], list[Problem]]:
    """Return the claims of one block of JSON; ``at`` gives the place of an offset in the file."""
    try:
        value = load(block.text)
    except JsonError as error:
        return [], [Problem(_CODE, at(block.start + error.offset), str(error))]
    everything = list(nodes(value))
    by_id = {
        one["@id"]: one
        for one in everything
        if isinstance(one.get("@id"), str) and one.keys() - {"@id"}
    }
    items: list[Item] = []
    problems: list[Problem] = []
    for node in _reviewed(value):
        reader = _Reader(by_id=by_id, base=block.base)
        place = at(block.start + node.offset)
        found = reader.searched(node, place) if _is_answer(node) else reader.review(node, place)
        if isinstance(found, Item):
            items.append(found)
        else:
            problems.append(Problem(_CODE, place, found))
    return items, problems


def _reviewed(value: Json) -> Iterator[Node]:
    """Yield what is a claim with its review, but not what lies inside one."""
    if isinstance(value, Node) and ("claimreview" in types(value) or _is_answer(value)):
        yield value
    else:
        for one in parts(value):
            yield from _reviewed(one)


def _is_answer(node: Node) -> bool:
    return "claimReview" in node and "@type" not in node


class _Reader(Statements):
    """Reads one item."""

    def review(self, node: Node, at: Position) -> Item | str:
        """Return what a ClaimReview states, or why it cannot be used."""
        claims = self.claims(get(node, "claimReviewed"))
        if len(claims) != 1:
            return _not_one("claimReviewed", claims)
        about = [one for one in self.many(get(node, "itemReviewed")) if isinstance(one, Node)]
        seen = [
            value
            for one in about
            for key in ("firstAppearance", "appearance")
            for value in self.many(get(one, key))
        ]
        review = Review(
            url=self.address("the address of the review", get(node, "url")),
            title=self.one("the title of the review", get(node, "headline"), get(node, "name")),
            by=", ".join(self.names(get(node, "author"))),
            rating=self.rating(get(node, "reviewRating")),
            on=self.date("the date of the review", get(node, "datePublished")),
        )
        return Item(
            at=at,
            claim=claims[0],
            claimants=tuple(name for one in about for name in self.names(get(one, "author"))),
            said_on=self.date("the date of the claim", *(get(o, "datePublished") for o in about)),
            seen=self.addresses(seen),
            reviews=(review,),
            left_out=tuple(self.left_out),
        )

    def searched(self, node: Node, at: Position) -> Item | str:
        """Return what an entry of ``claims:search`` states, or why it cannot be used."""
        claims = self.claims(node.get("text"))
        if len(claims) != 1:
            return _not_one("text", claims)
        reviews = [one for one in many(node.get("claimReview")) if isinstance(one, Node)]
        return Item(
            at=at,
            claim=claims[0],
            claimants=tuple(texts(node.get("claimant"))),
            said_on=self.date("the date of the claim", node.get("claimDate")),
            reviews=tuple(map(self._found, reviews)),
            left_out=tuple(self.left_out),
        )

    def _found(self, node: Node) -> Review:
        return Review(
            url=self.address("the address of the review", node.get("url")),
            title=self.one("the title of the review", node.get("title")),
            by=", ".join(texts(node.get("publisher"), "name", "site")),
            rating=", ".join(texts(node.get("textualRating"))),
            on=self.date("the date of the review", node.get("reviewDate")),
        )

    def rating(self, value: Json) -> str:
        return "; ".join(filter(None, map(_rating, self.many(value))))


def _rating(value: Json) -> str:
    """Return a verdict in words: its label, and its place on its scale where that is stated."""
    if not isinstance(value, Node):
        return ", ".join(texts(value))
    label = ", ".join(texts(get(value, "alternateName"))) or ", ".join(texts(get(value, "name")))
    points, worst, best = (
        ", ".join(texts(get(value, key))) for key in ("ratingValue", "worstRating", "bestRating")
    )
    scale = f"{points} on a scale from {worst} to {best}" if worst and best else points
    return f"{label} ({scale})" if label and points else label or (scale if points else "")


def _not_one(key: str, found: list[str]) -> str:
    if not found:
        return f"the item has no text in '{key}'"
    return f"the item has {len(found)} different texts in '{key}', where one belongs"
