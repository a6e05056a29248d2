"""What a piece of evidence leans on, and whether it can carry a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.records import Claim, Evidence, Passage, Source


def quoted(corpus: Corpus, item: Evidence) -> tuple[Source, Passage] | None:
    """Return source and passage; None for a reference, and where the source is broken."""
    if item.passage is None or item.passage.partition("#")[0] not in corpus.sources:
        return None
    return corpus.passage(item.passage)


def sources(claim: Claim) -> dict[str, None]:
    """Name the sources that a claim leans on or is carried by, each once."""
    passages = (item.passage.partition("#")[0] for item in claim.evidence if item.passage)
    return dict.fromkeys((*passages, *claim.appearances))


def carries(corpus: Corpus, claim: Claim, item: Evidence) -> bool:
    """Whether the item can bear the verdict; of a broken source that is not known."""
    found = quoted(corpus, item)
    return found is None or item.carries(claim.asks, found[1].kind)


def origin(corpus: Corpus, item: Evidence) -> str:
    """Name what the item comes from: evidence of one origin counts once."""
    found = quoted(corpus, item)
    if found is not None:
        return found[0].origin
    if item.reference is not None:
        return item.reference.origin or (urlsplit(item.reference.url).hostname or "").removeprefix(
            "www."
        )
    return (item.passage or "").partition("#")[0]


def origins(corpus: Corpus, claim: Claim) -> set[str]:
    """Return the origins of what carries the verdict of a claim; empty when it needs nothing."""
    stances = corpus.ratings[claim.verdict].needs.stances if claim.verdict else ()
    return {
        origin(corpus, item)
        for item in claim.evidence
        if item.stance in stances and carries(corpus, claim, item)
    }
