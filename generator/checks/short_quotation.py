"""A quotation has enough words to mean one place of its source.

One or two words stand in almost any report and say little about this one. Such a passage has
the state ``too-short`` and is not published. The least number of words is
``shortest_quotation`` in ``site_config/rules.yml``.

Quote more of the sentence. Can be excused, on the passage or on its source: for a passage that
shows how a name is spelled, say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import quotations
from generator.checks.finding import Finding, passages
from generator.passages.quotation import State
from generator.problems import Problem, Severity
from generator.records import Kind
from generator.rules import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus

CODE = State.TOO_SHORT.value
SEVERITY = Severity.ERROR
EXCUSABLE = True


def check(corpus: Corpus) -> Iterator[Finding]:
    """Look for short passages with an excuse; without one, comparing them has said so already."""
    shortest = corpus.rules.shortest_quotation
    for source, passage_id, passage in passages(corpus):
        if not quotations.may_be_short(source, passage):
            continue
        count = quotations.count_words(quotations.of(passage))
        state = corpus.verified[f"{source.id}#{passage_id}"].state
        if count < shortest and state.holds:
            at = corpus.at(Kind.SOURCE, source.id, "passages", passage_id, "quote")
            said = f"the quotation has {count} words; at least {shortest}"
            problem = Problem(CODE, at, said, "quote more of the sentence", SEVERITY)
            yield Finding(Place(Kind.SOURCE, source.id, passage_id), problem)
