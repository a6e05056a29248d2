"""A link in an analysis is a whole web address.

The analysis is rendered once and stands as it is on every host, so an address without
``https://`` (a file, another page of the site) would lead nowhere. Name a related claim in
``related`` and a source in ``evidence``: the page links to them by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import prose
from generator.problems import Problem
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.records import Claim

CODE = "prose-link"


def check(corpus: Corpus, claim: Claim) -> Iterator[Problem]:
    """Look at every link of the analysis."""
    if claim.analysis is None:
        return
    at = corpus.at(Kind.CLAIM, claim.id, "analysis")
    for address in prose.dropped_links(claim.analysis):
        said = f"the analysis links to '{address}', which is no whole web address"
        yield Problem(CODE, at, said, "write https://…, or use 'related' or 'evidence' instead")
