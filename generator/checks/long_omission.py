"""An omission leaves out no more than a few sentences.

What stands on both sides of ``[…]`` reads as one statement. The farther apart the two stand in
the source, the less they are one. The seal proves how many words and marks lie between; the
limit is ``longest_omission`` in ``site_config/rules.yml``.

Quote two passages instead of one. Can be excused, on the passage or on its source.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.finding import Finding, passages
from generator.problems import Problem, Severity
from generator.records import Kind
from generator.rules import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus

CODE = "long-omission"
SEVERITY = Severity.WARNING
EXCUSABLE = True


def check(corpus: Corpus) -> Iterator[Finding]:
    """Measure the gap between the runs of each passage."""
    limit = corpus.rules.longest_omission
    for source, passage_id, _ in passages(corpus):
        ranges = corpus.verified[f"{source.id}#{passage_id}"].ranges
        longest = max((b[0] - a[1] for a, b in pairwise(ranges)), default=0)
        if longest > limit:
            at = corpus.at(Kind.SOURCE, source.id, "passages", passage_id, "quote")
            said = f"[…] leaves out {longest} words and marks, and {limit} may be left out"
            hint = "quote the two parts as passages of their own"
            problem = Problem(CODE, at, said, hint, SEVERITY)
            yield Finding(Place(Kind.SOURCE, source.id, passage_id), problem)
