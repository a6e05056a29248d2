"""A link in an analysis is a whole web address.

The analysis is rendered once and stands as it is on every host, so an address without
``https://`` (a file, another page of the site) would lead nowhere. Name a related claim in
``related`` and a source in ``evidence``: the page links to them by itself.

Cannot be excused: the link would be dropped from the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import prose
from generator.checks.finding import Finding, claims, of_claim
from generator.problems import Problem, Severity
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus

CODE = "prose-link"
SEVERITY = Severity.ERROR
EXCUSABLE = False


def check(corpus: Corpus) -> Iterator[Finding]:
    """Look at every link of every analysis."""
    for claim in claims(corpus):
        for address in prose.dropped_links(claim.analysis or ""):
            at = corpus.at(Kind.CLAIM, claim.id, "analysis")
            said = f"the analysis links to '{address}', which is no whole web address"
            hint = "write https://…, or use 'related' or 'evidence' instead"
            yield of_claim(claim, Problem(CODE, at, said, hint))
