"""A passage that is quoted is used by a check.

Every published passage spends a little of what may be quoted of its source. One that no claim
names, draft or published, spends it for nothing. A source of which no passage is used is
reported once, as an orphan. While a claim cannot be read at all, nothing is called unused.

Name the passage in the ``evidence`` of a claim, or delete it. Can be excused, on the passage or
on its source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.finding import Finding, is_whole, sources
from generator.problems import Problem, Severity
from generator.records import Kind
from generator.rules import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus

CODE = "unused-passage"
SEVERITY = Severity.WARNING
EXCUSABLE = True


def check(corpus: Corpus) -> Iterator[Finding]:
    """Look for passages that no claim names, in sources of which one is named."""
    if not is_whole(corpus):
        return
    for source in sources(corpus):
        unused = [
            passage_id
            for passage_id in source.passages
            if (Kind.PASSAGE, f"{source.id}#{passage_id}") not in corpus.named
        ]
        if len(unused) == len(source.passages):
            continue
        for passage_id in unused:
            at = corpus.at(Kind.SOURCE, source.id, "passages", passage_id)
            said = f"no claim uses the passage '{passage_id}'"
            problem = Problem(CODE, at, said, severity=SEVERITY)
            yield Finding(Place(Kind.SOURCE, source.id, passage_id), problem)
