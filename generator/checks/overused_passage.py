"""A passage does not bear more claims than one passage should.

A passage that supports or refutes many published claims is either cut too wide or the only
thing that the site knows: one mistake in it would be a mistake in all of them. The limit is
``claims_per_passage`` in ``site_config/rules.yml``; context is not counted.

Add evidence of other origins to some of the claims, merge claims that ask the same, or quote
two shorter passages. Can be excused, on the passage or on its source.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.checks.finding import Finding, passages, published
from generator.problems import Problem, Severity
from generator.records import Kind, Stance
from generator.rules import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus

CODE = "overused-passage"
SEVERITY = Severity.WARNING
EXCUSABLE = True

NAMED = 6  # claims that one message names


def check(corpus: Corpus) -> Iterator[Finding]:
    """Count the published claims that lean on each passage."""
    leaning: dict[str, list[str]] = defaultdict(list)
    for claim in published(corpus):
        for item in claim.evidence:
            if item.passage and item.stance is not Stance.CONTEXT:
                leaning[item.passage].append(claim.id)
    limit = corpus.rules.claims_per_passage
    for source, passage_id, _ in passages(corpus):
        claims = leaning.get(f"{source.id}#{passage_id}", [])
        if len(claims) > limit:
            at = corpus.at(Kind.SOURCE, source.id, "passages", passage_id)
            more = f" and {len(claims) - NAMED} more" if len(claims) > NAMED else ""
            named = ", ".join(claims[:NAMED]) + more
            said = f"{len(claims)} claims lean on this passage, and {limit} may: {named}"
            problem = Problem(CODE, at, said, severity=SEVERITY)
            yield Finding(Place(Kind.SOURCE, source.id, passage_id), problem)
