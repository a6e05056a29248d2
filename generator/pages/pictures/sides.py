"""On how many claims sources stand on the same side, and on opposite sides.

A source stands for a claim when the claim's evidence has a passage of it that supports the
claim, and against it when it has one that refutes it; context takes no side. Two sources
agree on a claim when both stand for it or both against it. They disagree on it when one
stands for it and the other against. A source that stands on both sides of one claim, as one
that carries two wordings may, can agree and disagree with another on that claim: it counts in
both. Only published claims count; public references are no captured sources and do not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from generator.records import Stance, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.corpus import Corpus
    from generator.records import Claim

Pair = tuple[str, str]
Sides = dict[str, set[Stance]]


@dataclass(frozen=True)
class Shared:
    """The claims on which two sources agree, and those on which they disagree."""

    agree: list[str] = field(default_factory=list)
    disagree: list[str] = field(default_factory=list)

    @property
    def claims(self) -> dict[str, None]:
        """All of them, each once."""
        return dict.fromkeys((*self.agree, *self.disagree))


def shared(corpus: Corpus) -> dict[Pair, Shared]:
    """Go through the evidence of all claims once; each pair stands in the order of its ids."""
    found: dict[Pair, Shared] = defaultdict(Shared)
    for claim in corpus.claims.values():
        if claim.status is Status.PUBLISHED:
            for pair, agree, disagree in _of_claim(claim):
                if agree:
                    found[pair].agree.append(claim.id)
                if disagree:
                    found[pair].disagree.append(claim.id)
    return dict(sorted(found.items()))


def sides(claim: Claim) -> Sides:
    """Return the sides on which each source stands."""
    found: Sides = defaultdict(set)
    for item in claim.evidence:
        if item.passage and item.stance is not Stance.CONTEXT:
            found[item.passage.partition("#")[0]].add(item.stance)
    return found


def _of_claim(claim: Claim) -> Iterator[tuple[Pair, bool, bool]]:
    found = sides(claim)
    for one, other in combinations(sorted(found), 2):
        both = found[one] | found[other]
        yield (one, other), bool(found[one] & found[other]), len(both) > 1


def most_connected(found: Mapping[Pair, Shared], most: int) -> list[str]:
    """Return the sources that share the most claims with others, at most so many."""
    weights: Counter[str] = Counter()
    for pair, what in found.items():
        for id_ in pair:
            weights[id_] += len(what.claims)
    return sorted(weights, key=lambda id_: (-weights[id_], id_))[:most]
