"""Editorial rules, one module per rule; a module's docstring is its documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from generator.checks import prose_links, verdict_evidence, verdict_question
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.problems import Problem
    from generator.records import Claim


class ClaimCheck(Protocol):
    """A rule about one claim whose records are all sound."""

    CODE: str

    def check(self, corpus: Corpus, claim: Claim) -> Iterator[Problem]:
        """Yield what breaks the rule."""


CLAIM_CHECKS: dict[str, ClaimCheck] = {
    module.CODE: module for module in (verdict_question, verdict_evidence, prose_links)
}


def run(corpus: Corpus) -> list[Problem]:
    """Apply every rule to every claim that is not broken already."""
    return [
        problem
        for claim in corpus.claims.values()
        if (Kind.CLAIM, claim.id) not in corpus.broken
        for module in CLAIM_CHECKS.values()
        for problem in module.check(corpus, claim)
    ]
