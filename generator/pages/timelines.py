"""The timeline of the site, and rows that stand at their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape, urls
from generator.pages.leaf import Leaf, rest
from generator.pages.linking import Linker
from generator.pages.pictures import course
from generator.pages.pictures.contradictions import contradictions, standing
from generator.pages.pictures.entries import (
    of_claim,
    of_event,
    of_source,
    parts,
)
from generator.pages.stretch import stretches
from generator.pages.views import DatedRow, ListPage, named
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.edition import Edition
    from generator.fields import PartialDate
    from generator.pages.pictures.entries import Entry
    from generator.pages.stretch import Stretch
    from generator.pages.views import Picture


def timeline_pages(edition: Edition) -> Iterator[Leaf]:
    """Find the pages of the timeline of the whole site."""
    say = edition.words
    keys = [f"{kind}/{id_}" for _, kind, id_ in _dated(edition.corpus)]
    total = say.n("{n} entry", "{n} entries", len(keys))
    listed = stretches(urls.TIMELINE, say.t("Timeline"), keys, _row, total)
    yield Leaf(path=urls.TIMELINE, make=_first, stretches=listed[:1])
    yield from rest(listed)


def _dated(corpus: Corpus) -> list[tuple[PartialDate, Kind, str]]:
    return sorted(
        [(event.begins, Kind.EVENT, event.id) for event in corpus.events.values() if event.begins]
        + [(s.published, Kind.SOURCE, s.id) for s in corpus.sources.values() if s.published]
        + [
            (claim.said_on, Kind.CLAIM, claim.id)
            for claim in corpus.claims.values()
            if claim.said_on
        ]
    )


def _row(to: Linker, key: str) -> DatedRow:
    kind, _, id_ = key.partition("/")
    return _DATED[Kind(kind)](to, id_)


def _first(edition: Edition, dated: Stretch) -> ListPage:
    say, to = edition.words, Linker(edition, dated.path)
    entries = [_ENTRY[kind](to, id_, day) for day, kind, id_ in _dated(edition.corpus)]
    return ListPage(
        path=dated.path,
        title=dated.title,
        description=say.t("Events, reports and checked statements by date."),
        intro=say.t(
            "Events, reports and checked statements, each at the date on which it happened."
        ),
        pictures=named(_picture(to, say.t("How much happened when"), entries)),
        listing=dated.listing(edition),
    )


def _picture(to: Linker, title: str, entries: list[Entry]) -> Picture | None:
    corpus = to.corpus
    is_long = course.is_long(entries)
    shown = [] if is_long else [entry.key for entry in entries if entry.key in corpus.claims]
    undated = sum(claim.said_on is None for claim in corpus.claims.values())
    told = course.Shown(
        title=title,
        entries=entries,
        first=urls.TIMELINE,
        parts=parts(to),
        arcs=contradictions(corpus, standing(corpus, shown), beyond=False),
        undated=undated,
    )
    return course.over_time(to, told)


def _dated_event(to: Linker, id_: str) -> DatedRow:
    event, say = to.corpus.events[id_], to.words
    what = say.t("Event, {place}", place=event.place) if event.place else say.t("Event")
    return DatedRow(when=say.day(event.begins), link=to.event(id_), meta=escape.text(what))


def _dated_source(to: Linker, id_: str) -> DatedRow:
    source, say = to.corpus.sources[id_], to.words
    what = say.t("Report published")
    if source.publisher:
        what = say.t("Report published by {publisher}", publisher=source.publisher)
    return DatedRow(when=say.day(source.published), link=to.source(source), meta=escape.text(what))


def dated_claim(to: Linker, id_: str) -> DatedRow:
    """Make the row of a claim at its date."""
    claim, say = to.corpus.claims[id_], to.words
    verdict = to.verdict_of(claim)
    meta = verdict
    if claim.claimant:
        who = to.person(claim.claimant)
        meta = say.safe("{verdict} said by {who}", verdict=verdict, who=who)
    return DatedRow(when=say.day(claim.said_on), link=to.claim(claim), meta=meta)


def _event(to: Linker, id_: str, day: PartialDate) -> Entry:
    return of_event(to, to.corpus.events[id_], day)


def _source(to: Linker, id_: str, day: PartialDate) -> Entry:
    return of_source(to, to.corpus.sources[id_], day)


def _claim(to: Linker, id_: str, day: PartialDate) -> Entry:
    return of_claim(to, to.corpus.claims[id_], day, part=parts(to)[2])


_ENTRY = {Kind.EVENT: _event, Kind.SOURCE: _source, Kind.CLAIM: _claim}
_DATED = {Kind.EVENT: _dated_event, Kind.SOURCE: _dated_source, Kind.CLAIM: dated_claim}
