"""A check leans on sources that still stand.

A source that was corrected, replaced, retracted or taken offline since it was captured may no
longer say what the check says it does. The page shows the ``status`` of the source across its
top; this rule asks that somebody looks at the verdict again. A status of null means that nobody
has looked, and is not reported.

Read the source as it stands, then add other evidence or change the verdict. Can be excused, on
the claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.finding import Finding, of_claim, published
from generator.evidence import quoted
from generator.problems import Problem, Severity
from generator.records import Kind, SourceStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus

CODE = "source-status"
SEVERITY = Severity.WARNING
EXCUSABLE = True

_STANDS = (None, SourceStatus.LIVE)


def check(corpus: Corpus) -> Iterator[Finding]:
    """Look at the status of every source that published evidence quotes."""
    for claim in published(corpus):
        seen = set()
        for index, item in enumerate(claim.evidence):
            source = found[0] if (found := quoted(corpus, item)) else None
            if source is None or source.status in _STANDS or source.id in seen:
                continue
            seen.add(source.id)
            at = corpus.at(Kind.CLAIM, claim.id, "evidence", index, "passage")
            said = f"the source '{source.id}' is {source.status}"
            hint = "look whether the verdict still holds, and excuse the claim when it does"
            yield of_claim(claim, Problem(CODE, at, said, hint, SEVERITY))
