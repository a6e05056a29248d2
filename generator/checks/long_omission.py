"""An omission leaves out no more than a few sentences.

What stands on both sides of ``[…]`` reads as one statement. The farther apart the two stand in
the source, the less they are one. The seal proves how many words and marks lie between; the
limit is ``longest_omission`` in ``site_config/rules.yml``.

Quote two passages instead of one. Can be excused, on the passage or on its source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import verification
from generator.checks.finding import Finding, sources
from generator.problems import Severity
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
    sound = {s.id: s for s in sources(corpus)}
    for source, passage_id, problem in verification.omissions(
        sound, corpus.documents, corpus.verified, corpus.rules
    ):
        yield Finding(Place(Kind.SOURCE, source.id, passage_id), problem)
