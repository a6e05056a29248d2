"""What a rule finds, and the records that rules look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.records import Kind, Status
from generator.rules import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.problems import Problem
    from generator.records import Claim, Passage, Source
    from generator.versions.frozen import Version


class Finding(NamedTuple):
    """A problem, and the record or passage whose excuses count for it."""

    place: Place
    problem: Problem


def claims(corpus: Corpus) -> Iterator[Claim]:
    """Yield the claims that are sound: all that they name exists."""
    for claim in corpus.claims.values():
        if (Kind.CLAIM, claim.id) not in corpus.broken:
            yield claim


def published(corpus: Corpus) -> Iterator[Claim]:
    """Yield the sound claims that the site stands by: no drafts, none withdrawn."""
    return (claim for claim in claims(corpus) if claim.status is Status.PUBLISHED)


def with_versions(corpus: Corpus) -> Iterator[tuple[Claim, tuple[Version, ...]]]:
    """Yield the sound claims that have frozen versions, where all of these could be read."""
    for claim in claims(corpus):
        if claim.id in corpus.versions and claim.id not in corpus.unread:
            yield claim, corpus.versions[claim.id]


def sources(corpus: Corpus) -> Iterator[Source]:
    """Yield the sources that are sound."""
    for source in corpus.sources.values():
        if (Kind.SOURCE, source.id) not in corpus.broken:
            yield source


def passages(corpus: Corpus) -> Iterator[tuple[Source, str, Passage]]:
    """Yield the passages of sound sources, each with its source and its id."""
    for source in sources(corpus):
        for passage_id, passage in source.passages.items():
            yield source, passage_id, passage


def of_claim(claim: Claim, problem: Problem) -> Finding:
    """Make a finding that the claim itself can be excused from."""
    return Finding(Place(Kind.CLAIM, claim.id), problem)


def is_whole(corpus: Corpus) -> bool:
    """Whether every file could be read, so that what nothing names is known."""
    return all(key in corpus.documents for key in corpus.broken)
