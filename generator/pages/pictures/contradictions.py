"""Claims that contradict each other: which, and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.records import RelatedAs, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from generator.corpus import Corpus
    from generator.escape import Safe
    from generator.pages.linking import Linker
    from generator.records import Claim

Pairs = tuple[tuple[str, str], ...]


def standing(corpus: Corpus, claims: Iterable[str]) -> list[str]:
    """Leave out claims that were withdrawn: nothing is shown to have been said by them."""
    return [id_ for id_ in claims if corpus.claims[id_].status is not Status.WITHDRAWN]


def contradictions(corpus: Corpus, claims: Collection[str], *, beyond: bool) -> Pairs:
    """Return the pairs of claims that contradict each other, the earlier first.

    Both are of ``claims``, or at least one of them where ``beyond`` holds.
    """
    inside = set(claims)
    found = {
        _in_time(corpus, id_, relation.other)
        for id_ in claims
        for relation in corpus.links.relations.get(id_, ())
        if relation.how is RelatedAs.CONTRADICTS
        and (relation.other in inside or (beyond and standing(corpus, [relation.other])))
    }
    return tuple(sorted(found, key=lambda pair: tuple(when(corpus, id_) for id_ in pair)))


def _in_time(corpus: Corpus, one: str, other: str) -> tuple[str, str]:
    first, second = sorted((one, other), key=lambda id_: when(corpus, id_))
    return first, second


def when(corpus: Corpus, id_: str) -> tuple[str, str]:
    """Order claims by when they were made; those without a date come last."""
    return str(corpus.claims[id_].said_on or "9999-99"), id_


def sentence(to: Linker, one: str, other: str) -> Safe:
    """Say that two claims contradict each other, the earlier first."""
    first, second = to.corpus.claims[one], to.corpus.claims[other]
    return to.words.safe(
        "{earlier}: {first} {later}: {second} One contradicts the other.",
        earlier=_day(to, first),
        first=to.statement(first),
        later=_day(to, second),
        second=to.statement(second),
    )


def _day(to: Linker, claim: Claim) -> str:
    return to.words.day(claim.said_on) if claim.said_on else to.words.t("Date not known")
