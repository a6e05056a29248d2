"""What claims say over time: those of a person or body, and those on a topic."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator import urls
from generator.pages.leaf import Leaf, rest
from generator.pages.linking import Linker
from generator.pages.pictures.contradictions import contradictions, sentence, standing, when
from generator.pages.pictures.course import NAME, Shown, is_long, over_time
from generator.pages.pictures.entries import of_claim, sort_of
from generator.pages.stretch import stretches
from generator.pages.timelines import dated_claim
from generator.pages.views import ListPage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from generator.corpus import Corpus
    from generator.edition import Edition
    from generator.escape import Safe
    from generator.fields import PartialDate
    from generator.pages.pictures.contradictions import Pairs
    from generator.pages.stretch import Stretch
    from generator.pages.views import Picture
    from generator.records import Claim

SHOWN = 20  # contradictions told in words; the table of the picture has the rest


@dataclass(frozen=True, kw_only=True)
class Told:
    """A picture over time, and the contradictions in words."""

    picture: Picture | None
    contradictions: tuple[Safe, ...]


def told(to: Linker, title: str, claims: Collection[str], owner: str = "") -> Told:
    """Show claims over time, and what contradicts what.

    On the page of ``owner``, claims of others that contradict theirs are shown too.
    """
    corpus = to.corpus
    shown, pairs = _shown(corpus, claims, owner)
    entries = [of_claim(to, claim, day, owner=owner) for claim, day in _dated(corpus, shown)]
    is_dated = {entry.key for entry in entries}
    picture = over_time(
        to,
        Shown(
            title=title,
            entries=entries,
            first=urls.sub_list(to.path, NAME),
            parts=tuple(dict.fromkeys(sort_of(to, c) for c in _by_scale(corpus, shown))),
            arcs=tuple(pair for pair in pairs if is_dated.issuperset(pair)),
            undated=sum(corpus.claims[id_].said_on is None for id_ in standing(corpus, claims)),
        ),
    )
    return Told(
        picture=picture,
        contradictions=tuple(sentence(to, *pair) for pair in pairs[:SHOWN]),
    )


def _shown(corpus: Corpus, claims: Collection[str], owner: str) -> tuple[list[str], Pairs]:
    claims = standing(corpus, claims)
    pairs = contradictions(corpus, claims, beyond=bool(owner))
    return [*claims, *sorted({id_ for pair in pairs for id_ in pair} - set(claims))], pairs


def _dated(corpus: Corpus, claims: Iterable[str]) -> Iterator[tuple[Claim, PartialDate]]:
    # Of one date, claims with one verdict stand side by side.
    ordered = _by_scale(corpus, sorted(claims))
    for claim in sorted(ordered, key=lambda claim: when(corpus, claim.id)[0]):
        if claim.said_on:
            yield claim, claim.said_on


def _by_scale(corpus: Corpus, claims: Iterable[str]) -> list[Claim]:
    order = {id_: place for place, id_ in enumerate(corpus.ratings)}
    found = (corpus.claims[id_] for id_ in claims)
    return sorted(found, key=lambda claim: order.get(claim.verdict or "", len(order)))


def by_date(
    edition: Edition, page: str, title: str, claims: Collection[str], owner: str = ""
) -> Iterator[Leaf]:
    """Find the pages that list by date what is too much for a picture of each on ``page``."""
    corpus = edition.corpus
    shown, _ = _shown(corpus, claims, owner)
    ids = [claim.id for claim, _ in _dated(corpus, shown)]
    if not is_long(ids):
        return
    total = edition.words.n("{n} claim", "{n} claims", len(ids))
    listed = stretches(urls.sub_list(page, NAME), title, ids, dated_claim, total)
    yield Leaf(path=listed[0].path, make=partial(_by_date, page=page), stretches=listed[:1])
    yield from rest(listed)


def _by_date(edition: Edition, claims: Stretch, page: str) -> ListPage:
    say, title = edition.words, claims.title
    return ListPage(
        path=claims.path,
        title=say.t("{title}: all by date", title=title),
        description=say.t("{title}: every dated claim, oldest first.", title=title),
        intro=Linker(edition, claims.path).to(say.t("Back to {title}", title=title), page),
        listing=claims.listing(edition),
    )
