"""What claims say over time: those of a person or body, and those on a topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import urls
from generator.pages.linking import Linker
from generator.pages.lists import paged
from generator.pages.pictures.contradictions import contradictions, sentence, standing, when
from generator.pages.pictures.course import NAME, Shown, is_long, over_time
from generator.pages.pictures.entries import of_claim, sort_of
from generator.pages.timelines import dated_claim
from generator.pages.views import ListPage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from generator.corpus import Corpus
    from generator.escape import Safe
    from generator.pages.pictures.entries import Entry
    from generator.pages.views import Picture, Row, View
    from generator.records import Claim

SHOWN = 20  # contradictions told in words; the table of the picture has the rest


@dataclass(frozen=True, kw_only=True)
class Told:
    """A picture over time, the contradictions in words, and the pages of its list."""

    picture: Picture | None
    contradictions: tuple[Safe, ...]
    pages: tuple[View, ...]


def told(to: Linker, title: str, claims: Collection[str], owner: str = "") -> Told:
    """Show claims over time, and what contradicts what.

    On the page of ``owner``, claims of others that contradict theirs are shown too.
    """
    corpus = to.corpus
    claims = standing(corpus, claims)
    pairs = contradictions(corpus, claims, beyond=bool(owner))
    shown = [*claims, *sorted({id_ for pair in pairs for id_ in pair} - set(claims))]
    entries = list(_entries(to, shown, owner))
    is_dated = {entry.key for entry in entries}
    first = urls.sub_list(to.path, NAME)
    picture = over_time(
        to,
        Shown(
            title=title,
            entries=entries,
            first=first,
            parts=tuple(dict.fromkeys(sort_of(to, c) for c in _by_scale(corpus, shown))),
            arcs=tuple(pair for pair in pairs if is_dated.issuperset(pair)),
            undated=sum(corpus.claims[id_].said_on is None for id_ in claims),
        ),
    )
    return Told(
        picture=picture,
        contradictions=tuple(sentence(to, *pair) for pair in pairs[:SHOWN]),
        pages=tuple(_list(to, title, first, entries)) if is_long(entries) else (),
    )


def _entries(to: Linker, claims: Iterable[str], owner: str) -> Iterator[Entry]:
    # Of one date, claims with one verdict stand side by side.
    ordered = _by_scale(to.corpus, sorted(claims))
    for claim in sorted(ordered, key=lambda claim: when(to.corpus, claim.id)[0]):
        if claim.said_on:
            yield of_claim(to, claim, claim.said_on, owner=owner)


def _by_scale(corpus: Corpus, claims: Iterable[str]) -> list[Claim]:
    order = {id_: place for place, id_ in enumerate(corpus.ratings)}
    found = (corpus.claims[id_] for id_ in claims)
    return sorted(found, key=lambda claim: order.get(claim.verdict or "", len(order)))


def _list(to: Linker, title: str, first: str, entries: list[Entry]) -> Iterator[View]:
    def row(near: Linker, id_: str) -> Row:
        return dated_claim(near, id_)

    total = to.words.n("{n} claim", "{n} claims", len(entries))
    listing, more = paged(to.edition, first, title, [entry.key for entry in entries], row, total)
    back = Linker(to.edition, first).to(to.words.t("Back to {title}", title=title), to.path)
    yield ListPage(
        path=first,
        title=to.words.t("{title}: all by date", title=title),
        description=to.words.t("{title}: every dated claim, oldest first.", title=title),
        intro=back,
        listing=listing,
    )
    yield from more
