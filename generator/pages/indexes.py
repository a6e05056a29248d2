"""The index pages: every record of a kind, the verdicts, and the timeline."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator import escape, urls, words
from generator.escape import Safe
from generator.pages.claims import claim_lists
from generator.pages.leaf import Leaf, rest
from generator.pages.linking import Linker
from generator.pages.pictures import verdicts
from generator.pages.stretch import stretches
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
    from collections.abc import Callable, Iterator, Sequence

    from generator.edition import Edition
    from generator.pages.stretch import Stretch
    from generator.pages.views import Row, View


def indexes(edition: Edition) -> Iterator[Leaf]:
    """Find every index page."""
    yield from claim_lists(edition)
    yield from _sources(edition)
    yield from _people(edition)
    yield from _topics(edition)
    yield from _events(edition)
    yield Leaf(path=urls.index(Kind.RATING), make=_verdicts)
    yield from timeline_pages(edition)


def _index(
    kind: Kind,
    title: str,
    intro: str,
    ids: Sequence[str],
    row: Callable[[Linker, str], Row],
    total: str,
) -> Iterator[Leaf]:
    path = urls.index(kind)
    listed = stretches(path, title, ids, row, total)
    yield Leaf(path=path, make=partial(_first, intro=intro), stretches=listed[:1])
    yield from rest(listed)


def _first(edition: Edition, records: Stretch, intro: str) -> ListPage:
    return ListPage(
        path=records.path,
        title=records.title,
        description=intro,
        intro=intro,
        listing=records.listing(edition),
    )


def _sources(edition: Edition) -> Iterator[Leaf]:
    sources, say = edition.corpus.sources, edition.words
    ids = sorted(sources, key=lambda id_: (str(sources[id_].published or "9"), id_))
    total = say.n("{n} source", "{n} sources", len(ids))
    intro = say.t("The captured reports that the checks quote, oldest first.")
    return _index(Kind.SOURCE, say.t("Sources"), intro, ids, _source, total)


def _source(to: Linker, id_: str) -> Row:
    source, say = to.corpus.sources[id_], to.words
    leaning = to.corpus.links.claims_of_source.get(id_, ())
    facts = [
        source.publisher or say.t("publisher not known"),
        say.day(source.published),
        say.n("{n} passage", "{n} passages", len(source.passages)),
        say.n("{n} claim", "{n} claims", len(leaning)),
    ]
    return EntryRow(link=to.source(source), meta=" · ".join(facts))


def _people(edition: Edition) -> Iterator[Leaf]:
    people, say = edition.corpus.people, edition.words
    ids = sorted(people, key=lambda id_: people[id_].name)
    total = say.n("{n} entry", "{n} entries", len(ids))
    intro = say.t("Everyone who made a checked claim or is named in one.")
    return _index(Kind.PERSON, say.t("People and bodies"), intro, ids, _person, total)


def _person(to: Linker, id_: str) -> Row:
    person, links, say = to.corpus.people[id_], to.corpus.links, to.words
    made, named = links.claims_by_claimant.get(id_, ()), links.claims_naming_person.get(id_, ())
    facts = [
        say.t(words.PERSON_KIND[person.kind]),
        say.n("made {n} claim", "made {n} claims", len(made)),
        say.n("named in {n}", "named in {n}", len(named)),
    ]
    return EntryRow(link=to.person(id_), meta=" · ".join(facts), text=person.description or "")


def _topics(edition: Edition) -> Iterator[Leaf]:
    topics, say = edition.corpus.topics, edition.words
    ids = sorted(topics, key=lambda id_: topics[id_].name)
    total = say.n("{n} topic", "{n} topics", len(ids))
    intro = say.t("The checked claims by subject.")
    return _index(Kind.TOPIC, say.t("Topics"), intro, ids, _topic, total)


def _topic(to: Linker, id_: str) -> Row:
    count = len(to.corpus.links.claims_of_topic.get(id_, ()))
    text = to.corpus.topics[id_].description or ""
    meta = to.words.n("{n} claim", "{n} claims", count)
    return EntryRow(link=to.topic(id_), meta=meta, text=text)


def _events(edition: Edition) -> Iterator[Leaf]:
    events, say = edition.corpus.events, edition.words
    ids = sorted(events, key=lambda id_: (str(events[id_].begins or "9"), id_))
    total = say.n("{n} event", "{n} events", len(ids))
    intro = say.t("What happened, oldest first; events whose date is not known stand last.")
    return _index(Kind.EVENT, say.t("Events"), intro, ids, _event, total)


def _event(to: Linker, id_: str) -> Row:
    event, say = to.corpus.events[id_], to.words
    count = len(to.corpus.links.claims_of_event.get(id_, ()))
    meta = escape.text(say.n("{n} claim", "{n} claims", count))
    return DatedRow(when=say.day(event.begins), link=to.event(id_), meta=meta)


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
