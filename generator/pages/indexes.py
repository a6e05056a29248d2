"""The index pages: every record of a kind, the verdicts, and the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape, urls, words
from generator.escape import Safe
from generator.pages.claims import claim_lists
from generator.pages.linking import Linker
from generator.pages.lists import paged
from generator.pages.pictures import verdicts
from generator.pages.timelines import timeline_pages
from generator.pages.views import (
    DatedRow,
    EntryRow,
    Listing,
    ListPage,
    Section,
    SectionsPage,
    named,
)
from generator.records import Kind, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.pages.views import Row, View


def indexes(edition: Edition) -> Iterator[View]:
    """Make every index page."""
    yield from claim_lists(edition)
    yield from _sources(edition)
    yield from _people(edition)
    yield from _topics(edition)
    yield from _events(edition)
    yield _verdicts(edition)
    yield from timeline_pages(edition)


def _index(path: str, title: str, intro: str, parts: tuple[Listing, list[View]]) -> Iterator[View]:
    listing, more = parts
    yield ListPage(path=path, title=title, description=intro, intro=intro, listing=listing)
    yield from more


def _sources(edition: Edition) -> Iterator[View]:
    corpus, say = edition.corpus, edition.words

    def row(to: Linker, id_: str) -> Row:
        source = corpus.sources[id_]
        leaning = corpus.links.claims_of_source.get(id_, ())
        facts = [
            source.publisher or say.t("publisher not known"),
            say.day(source.published),
            say.n("{n} passage", "{n} passages", len(source.passages)),
            say.n("{n} claim", "{n} claims", len(leaning)),
        ]
        return EntryRow(link=to.source(source), meta=" · ".join(facts))

    first, title = urls.index(Kind.SOURCE), say.t("Sources")
    ids = sorted(corpus.sources, key=lambda id_: (str(corpus.sources[id_].published or "9"), id_))
    total = say.n("{n} source", "{n} sources", len(ids))
    intro = say.t("The captured reports that the checks quote, oldest first.")
    yield from _index(first, title, intro, paged(edition, first, title, ids, row, total))


def _people(edition: Edition) -> Iterator[View]:
    corpus, say = edition.corpus, edition.words
    links = corpus.links

    def row(to: Linker, id_: str) -> Row:
        person = corpus.people[id_]
        made, named = links.claims_by_claimant.get(id_, ()), links.claims_naming_person.get(id_, ())
        facts = [
            say.t(words.PERSON_KIND[person.kind]),
            say.n("made {n} claim", "made {n} claims", len(made)),
            say.n("named in {n}", "named in {n}", len(named)),
        ]
        return EntryRow(link=to.person(id_), meta=" · ".join(facts), text=person.description or "")

    first, title = urls.index(Kind.PERSON), say.t("People and bodies")
    ids = sorted(corpus.people, key=lambda id_: corpus.people[id_].name)
    total = say.n("{n} entry", "{n} entries", len(ids))
    intro = say.t("Everyone who made a checked claim or is named in one.")
    yield from _index(first, title, intro, paged(edition, first, title, ids, row, total))


def _topics(edition: Edition) -> Iterator[View]:
    corpus, say = edition.corpus, edition.words

    def row(to: Linker, id_: str) -> Row:
        count = len(corpus.links.claims_of_topic.get(id_, ()))
        text = corpus.topics[id_].description or ""
        return EntryRow(link=to.topic(id_), meta=say.n("{n} claim", "{n} claims", count), text=text)

    first, title = urls.index(Kind.TOPIC), say.t("Topics")
    ids = sorted(corpus.topics, key=lambda id_: corpus.topics[id_].name)
    total = say.n("{n} topic", "{n} topics", len(ids))
    intro = say.t("The checked claims by subject.")
    yield from _index(first, title, intro, paged(edition, first, title, ids, row, total))


def _events(edition: Edition) -> Iterator[View]:
    corpus, say = edition.corpus, edition.words

    def row(to: Linker, id_: str) -> Row:
        event = corpus.events[id_]
        count = len(corpus.links.claims_of_event.get(id_, ()))
        meta = escape.text(say.n("{n} claim", "{n} claims", count))
        return DatedRow(when=say.day(event.begins), link=to.event(id_), meta=meta)

    first, title = urls.index(Kind.EVENT), say.t("Events")
    ids = sorted(corpus.events, key=lambda id_: (str(corpus.events[id_].begins or "9"), id_))
    total = say.n("{n} event", "{n} events", len(ids))
    intro = say.t("What happened, oldest first; events whose date is not known stand last.")
    yield from _index(first, title, intro, paged(edition, first, title, ids, row, total))


def _verdicts(edition: Edition) -> View:
    path, corpus, say = urls.index(Kind.RATING), edition.corpus, edition.words
    to = Linker(edition, path)
    sections = []
    for question in Question:
        rows = tuple(
            EntryRow(
                link=to.verdict(rating),
                meta=say.n(
                    "{n} claim",
                    "{n} claims",
                    len(corpus.links.claims_of_verdict.get(rating.id, ())),
                ),
                text=rating.definition,
            )
            for rating in corpus.ratings.values()
            if rating.asks is question
        )
        listing = Listing(rows=rows, pager=Safe(""), total="")
        heading = say.t(words.QUESTION[question])
        sections.append(Section(heading=heading, anchor=Safe(f"_{question}"), listing=listing))
    return SectionsPage(
        path=path,
        title=say.t("Verdicts"),
        description=say.t("The rating scale: what each verdict means and what it rests on."),
        intro=say.t(
            "A claim asks one of two questions, and each has labels of its own: that something "
            "was said does not make it so."
        ),
        pictures=named(verdicts.of_site(to)),
        sections=tuple(sections),
    )
