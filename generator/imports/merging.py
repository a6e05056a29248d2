"""One claim with several reviews, from items that state it one by one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.imports.item import Item, Review


def merged(items: Iterable[Item], problems: list[Problem]) -> list[Item]:
    """Join the reviews of one claim of one claimant; leave out what is stated twice."""
    groups: dict[tuple[str, tuple[str, ...]], list[Item]] = defaultdict(list)
    for item in items:
        groups[item.claim.casefold(), item.claimants].append(item)
    return [_one(group, problems) for group in groups.values()]


def _one(group: list[Item], problems: list[Problem]) -> Item:
    first = group[0]
    reviews: dict[str, Review] = {}
    for item in group:
        new = [r for r in item.reviews if (r.url or r.rating) not in reviews]
        if item is not first and not new:
            said = f"the item in line {first.at.line} has the same claim and review"
            problems.append(
                Problem("not-importable", item.at, said, "delete one", Severity.WARNING)
            )
        reviews |= {review.url or review.rating: review for review in new}
    days = {item.said_on for item in group if item.said_on}
    notes = [note for item in group for note in item.left_out]
    if len(days) > 1:
        notes.append(f"the date of the claim: {' and '.join(sorted(days))} are stated")
    return replace(
        first,
        said_on=days.pop() if len(days) == 1 else "",
        seen=tuple(dict.fromkeys(address for item in group for address in item.seen)),
        reviews=tuple(reviews.values()),
        left_out=tuple(dict.fromkeys(notes)),
    )
