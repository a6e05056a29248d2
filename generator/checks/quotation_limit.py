"""A source is quoted no more than the limit allows.

A site that quotes too much of a report publishes the report. All passages of a source count
together, with their prefixes and suffixes, and words that two of them share count once; the
limit is ``quotation_limit`` in ``site_config/rules.yml``. A source with an open seal may be
published whole and has no limit.

Quote shorter passages, or delete what no check needs. Cannot be excused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.finding import Finding, sources
from generator.problems import Problem, Severity
from generator.records import Kind, SealKind
from generator.rules import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus

CODE = "quotation-limit"
SEVERITY = Severity.ERROR
EXCUSABLE = False


def check(corpus: Corpus) -> Iterator[Finding]:
    """Compare the quoted tokens of each closed source with all of its tokens."""
    limit = corpus.rules.quotation_limit
    for source in sources(corpus):
        seal = corpus.seals.get(source.id)
        if seal is None or source.seal is SealKind.OPEN or not seal.tokens:
            continue
        share = len(corpus.quoted_tokens(source)) / seal.tokens
        if share > limit:
            said = f"{share:.1%} of the source is quoted, and {limit:.1%} may be"
            at = corpus.at(Kind.SOURCE, source.id, "passages")
            hint = f"quote {round((share - limit) * seal.tokens) + 1} words and marks less"
            problem = Problem(CODE, at, said, hint, SEVERITY)
            yield Finding(Place(Kind.SOURCE, source.id), problem)
