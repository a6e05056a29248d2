"""The index pages: every record of a kind, the verdicts, and the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape, urls, words
from generator.escape import Safe
from generator.pages.linking import Linker
from generator.pages.lists import claim_pages, paged
from generator.pages.views import DatedRow, EntryRow, Listing, ListPage, Section, SectionsPage
from generator.records import Kind, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.pages.views import Row, View


def indexes(corpus: Corpus) -> Iterator[View]:
    """Make every index page."""
    yield from _claims(corpus)
    yield from _sources(corpus)
    yield from _people(corpus)
    yield from _topics(corpus)
    yield from _events(corpus)
    yield _verdicts(corpus)
    yield from _timeline(corpus)


def _index(path: str, title: str, intro: str, parts: tuple[Listing, list[View]]) -> Iterator[View]:
    listing, more = parts
    yield ListPage(path=path, title=title, description=intro, intro=intro, listing=listing)
    yield from more


def _claims(corpus: Corpus) -> Iterator[View]:
    first = urls.index(Kind.CLAIM)
    parts = claim_pages(corpus, first, "Claims", corpus.claims)
    yield from _index(first, "Claims", "Every checked claim, newest check first.", parts)


def _sources(corpus: Corpus) -> Iterator[View]:
    def row(to: Linker, id_: str) -> Row:
        source = corpus.sources[id_]
        leaning = corpus.links.claims_of_source.get(id_, ())
        facts = [
            source.publisher or "publisher not known",
            words.day(source.published),
            words.count(len(source.passages), "passage"),
            words.count(len(leaning), "claim"),
        ]
        return EntryRow(link=to.source(source), meta=" · ".join(facts))

    first = urls.index(Kind.SOURCE)
    ids = sorted(corpus.sources, key=lambda id_: (str(corpus.sources[id_].published or "9"), id_))
    parts = paged(corpus, first, "Sources", ids, row, "source")
    yield from _index(
        first, "Sources", "The captured reports that the checks quote, oldest first.", parts
    )


def _people(corpus: Corpus) -> Iterator[View]:
    links = corpus.links

    def row(to: Linker, id_: str) -> Row:
        person = corpus.people[id_]
        made = words.count(len(links.claims_by_claimant.get(id_, ())), "claim")
        named = words.count(len(links.claims_naming_person.get(id_, ())), "claim")
        meta = f"{words.PERSON_KIND[person.kind]} · {made} made · named in {named}"
        return EntryRow(link=to.person(id_), meta=meta, text=person.description or "")

    first = urls.index(Kind.PERSON)
    ids = sorted(corpus.people, key=lambda id_: corpus.people[id_].name)
    parts = paged(corpus, first, "People and bodies", ids, row, "entry", "entries")
    yield from _index(
        first, "People and bodies", "Everyone who made a checked claim or is named in one.", parts
    )


def _topics(corpus: Corpus) -> Iterator[View]:
    def row(to: Linker, id_: str) -> Row:
        count = len(corpus.links.claims_of_topic.get(id_, ()))
        text = corpus.topics[id_].description or ""
        return EntryRow(link=to.topic(id_), meta=words.count(count, "claim"), text=text)

    first = urls.index(Kind.TOPIC)
    ids = sorted(corpus.topics, key=lambda id_: corpus.topics[id_].name)
    parts = paged(corpus, first, "Topics", ids, row, "topic")
    yield from _index(first, "Topics", "The checked claims by subject.", parts)


def _events(corpus: Corpus) -> Iterator[View]:
    def row(to: Linker, id_: str) -> Row:
        event = corpus.events[id_]
        count = len(corpus.links.claims_of_event.get(id_, ()))
        meta = escape.text(words.count(count, "claim"))
        return DatedRow(when=words.day(event.begins), link=to.event(id_), meta=meta)

    first = urls.index(Kind.EVENT)
    ids = sorted(corpus.events, key=lambda id_: (str(corpus.events[id_].begins or "9"), id_))
    parts = paged(corpus, first, "Events", ids, row, "event")
    yield from _index(
        first,
        "Events",
        "What happened, oldest first; events whose date is not known stand last.",
        parts,
    )


def _verdicts(corpus: Corpus) -> View:
    path = urls.index(Kind.RATING)
    to = Linker(corpus, path)
    sections = []
    for question in Question:
        rows = tuple(
            EntryRow(
                link=to.verdict(rating),
                meta=words.count(len(corpus.links.claims_of_verdict.get(rating.id, ())), "claim"),
                text=rating.definition,
            )
            for rating in corpus.ratings.values()
            if rating.asks is question
        )
        listing = Listing(rows=rows, pager=Safe(""), total="")
        heading = words.QUESTION[question]
        sections.append(Section(heading=heading, anchor=Safe(f"_{question}"), listing=listing))
    return SectionsPage(
        path=path,
        title="Verdicts",
        description="The rating scale: what each verdict means and what it rests on.",
        intro=(
            "A claim asks one of two questions, and each has labels of its own: that something "
            "was said does not make it so."
        ),
        sections=tuple(sections),
    )


def _timeline(corpus: Corpus) -> Iterator[View]:
    dated = sorted(
        [(event.begins, Kind.EVENT, event.id) for event in corpus.events.values() if event.begins]
        + [(s.published, Kind.SOURCE, s.id) for s in corpus.sources.values() if s.published]
        + [
            (claim.said_on, Kind.CLAIM, claim.id)
            for claim in corpus.claims.values()
            if claim.said_on
        ]
    )

    def row(to: Linker, key: str) -> Row:
        kind, _, id_ = key.partition("/")
        return _DATED[Kind(kind)](corpus, to, id_)

    keys = [f"{kind}/{id_}" for _, kind, id_ in dated]
    listing, more = paged(corpus, urls.TIMELINE, "Timeline", keys, row, "entry", "entries")
    yield ListPage(
        path=urls.TIMELINE,
        title="Timeline",
        description="Events, reports and checked statements by date.",
        intro="Events, reports and checked statements, each at the date on which it happened.",
        listing=listing,
    )
    yield from more


def _dated_event(corpus: Corpus, to: Linker, id_: str) -> DatedRow:
    event = corpus.events[id_]
    meta = escape.text(f"Event, {event.place}" if event.place else "Event")
    return DatedRow(when=words.day(event.begins), link=to.event(id_), meta=meta)


def _dated_source(corpus: Corpus, to: Linker, id_: str) -> DatedRow:
    source = corpus.sources[id_]
    meta = escape.text("Report published" + (f" by {source.publisher}" if source.publisher else ""))
    return DatedRow(when=words.day(source.published), link=to.source(source), meta=meta)


def _dated_claim(corpus: Corpus, to: Linker, id_: str) -> DatedRow:
    claim = corpus.claims[id_]
    who = f" said by {to.person(claim.claimant)}" if claim.claimant else ""
    meta = Safe(f"{to.verdict_of(claim)}{who}")
    return DatedRow(when=words.day(claim.said_on), link=to.claim(claim), meta=meta)


_DATED = {Kind.EVENT: _dated_event, Kind.SOURCE: _dated_source, Kind.CLAIM: _dated_claim}
