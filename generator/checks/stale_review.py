"""A published check is looked at again from time to time.

New reports appear, sources are corrected, and what was unproven can be settled. A published claim
whose ``reviewed_on`` is more days ago than ``review_after_days`` in ``site_config/rules.yml`` is
due. ``factcheck check`` counts to today, a build to the newest date in the records.

Look at the evidence again, and set ``reviewed_on``. Can be excused, on the claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.finding import Finding, of_claim, published
from generator.problems import Problem, Severity
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus

CODE = "stale-review"
SEVERITY = Severity.WARNING
EXCUSABLE = True


def check(corpus: Corpus) -> Iterator[Finding]:
    """Count the days since the last look at each published claim."""
    limit = corpus.rules.review_after_days
    for claim in published(corpus):
        if corpus.clock is None or claim.reviewed_on is None:
            continue
        days = (corpus.clock - claim.reviewed_on).days
        if days > limit:
            at = corpus.at(Kind.CLAIM, claim.id, "reviewed_on")
            said = f"the last look was {days} days ago, and {limit} may pass"
            yield of_claim(claim, Problem(CODE, at, said, severity=SEVERITY))
