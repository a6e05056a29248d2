"""What a published history says is not taken back.

Readers have seen every version of a claim that is frozen in ``claims/.versions/``, and its
history with it. So the history of today goes on where that of each version ends: no entry is
edited, removed or put between, and a claim that was published does not become a draft again.

Put the entry back as the frozen version has it, and say what was wrong in a new one; withdraw a
claim that should not stand. Cannot be excused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.finding import of_claim, with_versions
from generator.problems import Problem, Severity
from generator.records import Kind
from generator.versions.history import departure, rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.finding import Finding
    from generator.corpus import Corpus

CODE = "history-rewritten"
SEVERITY = Severity.ERROR
EXCUSABLE = False


def check(corpus: Corpus) -> Iterator[Finding]:
    """Compare the history of each claim with those of its versions; tell the first difference."""
    for claim, versions in with_versions(corpus):
        if not claim.is_public:
            at = corpus.at(Kind.CLAIM, claim.id, "status")
            said = "the claim was published, and is a draft now"
            yield of_claim(claim, Problem(CODE, at, said, "write 'status: withdrawn' instead"))
        broken = [(n, v) for v in versions if (n := departure(claim, v.record)) is not None]
        if broken:
            number, version = min(broken, key=lambda item: item[0])
            at = corpus.at(Kind.CLAIM, claim.id, "history", number)
            said = rewritten(claim, number, version.document.file)
            yield of_claim(claim, Problem(CODE, at, said))
