"""Before a change is logged, what it changes is frozen.

The history of a claim says that something changed; the version before, in ``claims/.versions/``,
shows what. Each entry after the first therefore needs a frozen version whose history ends just
before it. ``factcheck publish`` freezes what is published, so that the version is there when the
change comes; where it was forgotten, ``factcheck publish ID --from REVISION`` freezes the claim
as a revision of git has it. What changes on one day in one go is one entry, for no reader saw
what lay between.

Can be excused where nobody has the former text any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.finding import claims, of_claim
from generator.problems import Problem, Severity
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.finding import Finding
    from generator.corpus import Corpus

CODE = "missing-version"
SEVERITY = Severity.ERROR
EXCUSABLE = True


def check(corpus: Corpus) -> Iterator[Finding]:
    """Look for the version before each entry of each published claim."""
    for claim in claims(corpus):
        if not claim.is_public or claim.id in corpus.unread:
            continue
        # That they have the same entries is the rule history-rewritten.
        there = {len(v.record.history) for v in corpus.versions.get(claim.id, ())}
        for number in range(1, len(claim.history)):
            if number not in there:
                at = corpus.at(Kind.CLAIM, claim.id, "history", number)
                said = "the version before this change is not frozen"
                hint = (
                    f"freeze it as git has it: factcheck publish {claim.id} --from origin/main "
                    "(changes made in one go are one entry)"
                )
                if not there:
                    hint += "; if it had another id before, put that into 'former_ids'"
                yield of_claim(claim, Problem(CODE, at, said, hint))
