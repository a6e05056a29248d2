"""The list of all claims, the ways into it, and the lists of the claims of one year."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from generator import escape, urls
from generator.escape import Safe
from generator.pages.following import follow
from generator.pages.leaf import Leaf, rest
from generator.pages.linking import Linker
from generator.pages.lists import of_claims
from generator.pages.views import Fact, ListPage
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from generator.edition import Edition
    from generator.pages.stretch import Stretch

    Years = Mapping[int, Sequence[str]]

MOST = 8  # people and topics that are named; their own lists have all


def claim_lists(edition: Edition) -> Iterator[Leaf]:
    """Find the pages of all claims, and those of each year."""
    first, title = urls.index(Kind.CLAIM), edition.words.t("Claims")
    every = of_claims(edition, first, title, edition.corpus.claims)
    yield Leaf(path=first, make=_every, stretches=every[:1])
    yield from rest(every)
    for year, claims in _years(edition).items():
        path, title = urls.year(year), edition.words.t("Claims of {year}", year=str(year))
        found = of_claims(edition, path, title, claims, only=f"year={year}")
        yield Leaf(path=path, make=partial(_year, year=year), stretches=found[:1])
        yield from rest(found)


def _every(edition: Edition, claims: Stretch) -> ListPage:
    say, to = edition.words, Linker(edition, claims.path)
    browse = say.t("Browse by verdict, year, topic or person")
    return ListPage(
        path=claims.path,
        title=claims.title,
        description=say.t("Every checked claim, newest check first."),
        intro=say.safe(
            "Every claim, newest check first. {link}",
            link=to.to(browse, claims.path, "_browse"),
        ),
        follow=follow(to, urls.NEW_CHECKS),
        listing=claims.listing(edition),
        ways=tuple(_ways(to, _years(edition))),
    )


def _years(edition: Edition) -> Years:
    """Return the claims by the year in which they were said, newest year first."""
    found: dict[int, list[str]] = defaultdict(list)
    for claim in edition.corpus.claims.values():
        if claim.said_on:
            found[claim.said_on.year].append(claim.id)
    return dict(sorted(found.items(), reverse=True))


def _year(edition: Edition, claims: Stretch, year: int) -> ListPage:
    say = edition.words
    return ListPage(
        path=claims.path,
        title=claims.title,
        description=say.t("Checked claims that were said in {year}.", year=str(year)),
        intro=Linker(edition, claims.path).to(say.t("All claims"), urls.index(Kind.CLAIM)),
        listing=claims.listing(edition),
    )


def _ways(to: Linker, years: Years) -> Iterator[Fact]:
    """Lead to the claims of each verdict and year, and to those of the most frequent others."""
    links, say = to.corpus.links, to.words
    verdicts = tuple(
        _counted(to, to.verdict(rating), links.claims_of_verdict[rating.id])
        for rating in to.corpus.ratings.values()
        if rating.id in links.claims_of_verdict
    )
    yield Fact(label=say.t("Verdict"), items=verdicts)
    of_year = (_counted(to, to.to(str(y), urls.year(y)), ids) for y, ids in years.items())
    yield Fact(label=say.t("Year"), value=escape.join(of_year, " · "))
    yield _most(to, say.t("Topic"), links.claims_of_topic, to.topic, Kind.TOPIC)
    yield _most(to, say.t("Who said it"), links.claims_by_claimant, to.person, Kind.PERSON)
    yield Fact(
        label=say.t("Order"),
        value=say.t(
            "By the last day in the history of the check, newest first; of one day, what was said "
            "last stands first."
        ),
    )


def _most(
    to: Linker,
    label: str,
    claims: Mapping[str, Sequence[str]],
    link: Callable[[str], Safe],
    kind: Kind,
) -> Fact:
    often = sorted(claims, key=lambda id_: (-len(claims[id_]), id_))[:MOST]
    named = [_counted(to, link(id_), claims[id_]) for id_ in often]
    named.append(to.to(to.words.t("all"), urls.index(kind)))
    return Fact(label=label, value=escape.join(named, " · "))


def _counted(to: Linker, link: Safe, claims: Sequence[str]) -> Safe:
    number = to.words.number(len(claims))
    return Safe(f"{link} {escape.text(f'({number})')}")
