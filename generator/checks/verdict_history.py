"""A verdict changes only with an entry in the history.

The versions frozen in ``claims/.versions/`` tell which verdict readers saw. When the verdict is
another one today, the history says so in an entry with ``kind: verdict-change``, and its
``verdict_before`` is the verdict of the version before. The oldest entry stands first and is of
``kind: published``; a withdrawn claim has ``status: withdrawn`` and a last entry of that kind.

Other changes need no entry to pass this check, for a machine cannot tell a slip of typing from a
change of meaning: ``factcheck publish`` freezes them beside the former version, and says which
keys of the record changed without an entry. Whatever a reader may have relied on deserves one:
``factcheck diff`` warns when claim, question, claimant or summary change without it.

Add the entry, or correct ``verdict_before``. Cannot be excused.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.finding import of_claim, with_versions
from generator.problems import Problem, Severity
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.finding import Finding
    from generator.corpus import Corpus
    from generator.problems import Position
    from generator.records import Claim
    from generator.yamltext import Document

CODE = "verdict-history"
SEVERITY = Severity.ERROR
EXCUSABLE = False


def check(corpus: Corpus) -> Iterator[Finding]:
    """Compare the verdict of each version with the next, the last with the claim of today."""
    for claim, versions in with_versions(corpus):
        now = (claim, corpus.documents[Kind.CLAIM, claim.id])
        states = [*((v.record, v.document) for v in versions), now]
        for (before, _), (after, document) in pairwise(states):
            if problem := _problem(before, after, document):
                yield of_claim(claim, problem)


def _problem(before: Claim, after: Claim, document: Document) -> Problem | None:
    start = len(before.history)
    changes = (n for n, e in enumerate(after.history) if n >= start and e.verdict_before)
    change = next(changes, None)
    if change is not None:
        named = after.history[change].verdict_before
        at = document.at(("history", change, "verdict_before"))
        return None if named == before.verdict else _wrong(at, named, before.verdict)
    if after.verdict == before.verdict:
        return None
    said = f"the published verdict is '{before.verdict}', and no entry says that it changed"
    hint = (
        f"add an entry to 'history': kind: verdict-change, verdict_before: {before.verdict}, "
        "with date and note"
    )
    return Problem(CODE, document.at(("verdict",)), said, hint)


def _wrong(at: Position, named: str | None, verdict: str | None) -> Problem:
    said = f"the verdict before was '{verdict}', not '{named}'"
    return Problem(CODE, at, said, f"write '{verdict}', as the frozen version has it")
