"""The evidence shown can carry the verdict.

Each rating says in ``needs`` which evidence it rests on: at least one piece that supports,
one that refutes, both, or none. For a claim that asks whether something *is so*, a passage
of direct or reported speech shows only that somebody said it, and counts as context unless
the item says in ``why_counts`` why it proves more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.records import Claim, Evidence

CODE = "verdict-evidence"


def check(corpus: Corpus, claim: Claim) -> Iterator[Problem]:
    """Look for a piece of evidence of each stance that the rating needs."""
    if claim.verdict is None or not claim.is_public:
        return
    rating = corpus.ratings[claim.verdict]
    carried = {item.stance for item in claim.evidence if _carries(corpus, claim, item)}
    for stance in rating.needs.stances:
        if stance in carried:
            continue
        only_speech = any(item.stance is stance for item in claim.evidence)
        said = f"'{rating.id}' needs evidence that {stance} the claim, and there is none"
        hint = f"add evidence with 'stance: {stance}', or choose another verdict"
        if only_speech:
            said += " but speech"
            hint = "add narration or a reference, or say in 'why_counts' why the speech proves it"
        yield Problem(CODE, corpus.at(Kind.CLAIM, claim.id, "verdict"), said, hint)


def _carries(corpus: Corpus, claim: Claim, item: Evidence) -> bool:
    if item.passage is None:
        return True
    source_id, _, _ = item.passage.partition("#")
    if source_id not in corpus.sources:
        return True  # the source is broken: what it holds is not known
    return item.carries(claim.asks, corpus.passage(item.passage)[1].kind)
