"""The evidence shown can carry the verdict.

Each rating says in ``needs`` which evidence it rests on: at least one piece that supports,
one that refutes, both, or none. For a claim that asks whether something *is so*, a passage
of direct or reported speech shows only that somebody said it, and counts as context unless
the item says in ``why_counts`` why it proves more.

Add evidence of the missing stance, or choose a verdict that needs less. Can be excused, on
the claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.finding import Finding, claims, of_claim
from generator.evidence import carries
from generator.problems import Problem, Severity
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.records import Claim

CODE = "verdict-evidence"
SEVERITY = Severity.ERROR
EXCUSABLE = True


def check(corpus: Corpus) -> Iterator[Finding]:
    """Look for a piece of evidence of each stance that the rating needs."""
    for claim in claims(corpus):
        if claim.is_public:
            yield from (of_claim(claim, problem) for problem in _missing(corpus, claim))


def _missing(corpus: Corpus, claim: Claim) -> Iterator[Problem]:
    rating = corpus.ratings[claim.verdict or ""]
    carried = {item.stance for item in claim.evidence if carries(corpus, claim, item)}
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
