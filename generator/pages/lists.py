"""Lists of at most 100 rows, the pages that continue them, and the index pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape, urls, words
from generator.escape import Safe
from generator.pages.linking import Linker
from generator.pages.views import (
    ClaimRow,
    DatedRow,
    EntryRow,
    Listing,
    ListPage,
    Section,
    SectionsPage,
)
from generator.records import Kind, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.corpus import Corpus
    from generator.pages.views import Row, View
    from generator.records import Claim


def claim_row(to: Linker, claim: Claim) -> ClaimRow:
    """Make the row of a claim as it shows on the page of ``to``."""
    # On the page of who said it, or of its verdict, every row would repeat the heading.
    elsewhere = claim.claimant and to.path != urls.page(Kind.PERSON, claim.claimant)
    meta = [to.person(claim.claimant)] if claim.claimant and elsewhere else []
    if claim.said_on:
        meta.append(escape.text(f"said {words.day(claim.said_on)}"))
    if claim.published_on:
        meta.append(escape.text(f"checked {words.day(claim.published_on)}"))
    at_home = claim.verdict and to.path == urls.page(Kind.RATING, claim.verdict)
    return ClaimRow(
        link=to.claim(claim),
        verdict=Safe("") if at_home else to.verdict_of(claim),
        meta=escape.join(meta, " · "),
    )


def paged(
    corpus: Corpus,
    first: str,
    title: str,
    records: Sequence[str],
    row: Callable[[Linker, str], Row],
    noun: str = "claim",
    nouns: str = "",
    *,
    list_first: str = "",
) -> tuple[Listing, list[View]]:
    """Split a list: the part for the page ``first``, and the pages that continue it.

    ``list_first`` names the list when the page holds more than one; the continuing pages
    are named after it.
    """
    stem = list_first or first
    parts = [records[i : i + urls.PER_PAGE] for i in range(0, len(records), urls.PER_PAGE)] or [[]]
    paths = [first, *(urls.list_page(stem, n) for n in range(2, len(parts) + 1))]
    listings = [
        Listing(
            rows=tuple(row(Linker(corpus, path), id_) for id_ in part),
            pager=_pager(corpus, paths, number),
            total=words.count(len(records), noun, nouns),
        )
        for number, (path, part) in enumerate(zip(paths, parts, strict=True))
    ]
    more: list[View] = [
        ListPage(
            path=path,
            title=f"{title}, page {number}",
            description=f"{title}: page {number} of {len(paths)}.",
            intro=Linker(corpus, path).to(f"Back to {title}", first),
            listing=listing,
        )
        for number, (path, listing) in enumerate(zip(paths, listings, strict=True), 1)
        if number > 1
    ]
    return listings[0], more


def _pager(corpus: Corpus, paths: list[str], here: int) -> Safe:
    if len(paths) == 1:
        return Safe("")
    to = Linker(corpus, paths[here])
    # Ends and neighbours: a pager of every page would grow with the number of claims.
    near = range(max(0, here - 2), min(len(paths), here + 3))
    numbers = (
        escape.text(str(n + 1)) if n == here else to.to(str(n + 1), paths[n])
        for n in sorted({0, *near, len(paths) - 1})
    )
    return Safe("Page " + " · ".join(numbers))


def claim_pages(
    corpus: Corpus, first: str, title: str, claims: Iterable[str], *, list_first: str = ""
) -> tuple[Listing, list[View]]:
    """Split a list of claims, newest first."""
    ids = sorted(claims, key=corpus.rank.__getitem__)

    def row(to: Linker, id_: str) -> Row:
        return claim_row(to, corpus.claims[id_])

    return paged(corpus, first, title, ids, row, list_first=list_first)


def indexes(corpus: Corpus) -> Iterator[View]:
    """Make every index page."""
    yield from _claims(corpus)
    yield from _sources(corpus)
    yield from _people(corpus)
    yield from _topics(corpus)
    yield from _events(corpus)
    yield _verdicts(corpus)
    yield from _timeline(corpus)


def _index(path: str, title: str, intro: str, listing: Listing) -> ListPage:
    return ListPage(path=path, title=title, description=intro, intro=intro, listing=listing)


def _claims(corpus: Corpus) -> Iterator[View]:
    first = urls.index(Kind.CLAIM)
    listing, more = claim_pages(corpus, first, "Claims", corpus.claims)
    intro = "Every checked claim, newest check first."
    yield _index(first, "Claims", intro, listing)
    yield from more


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
    listing, more = paged(corpus, first, "Sources", ids, row, "source")
    intro = "The captured reports that the checks quote, oldest first."
    yield _index(first, "Sources", intro, listing)
    yield from more


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
    listing, more = paged(corpus, first, "People and bodies", ids, row, "entry", "entries")
    intro = "Everyone who made a checked claim or is named in one."
    yield _index(first, "People and bodies", intro, listing)
    yield from more


def _topics(corpus: Corpus) -> Iterator[View]:
    def row(to: Linker, id_: str) -> Row:
        count = len(corpus.links.claims_of_topic.get(id_, ()))
        text = corpus.topics[id_].description or ""
        return EntryRow(link=to.topic(id_), meta=words.count(count, "claim"), text=text)

    first = urls.index(Kind.TOPIC)
    ids = sorted(corpus.topics, key=lambda id_: corpus.topics[id_].name)
    listing, more = paged(corpus, first, "Topics", ids, row, "topic")
    intro = "The checked claims by subject."
    yield _index(first, "Topics", intro, listing)
    yield from more


def _events(corpus: Corpus) -> Iterator[View]:
    def row(to: Linker, id_: str) -> Row:
        event = corpus.events[id_]
        count = len(corpus.links.claims_of_event.get(id_, ()))
        meta = escape.text(words.count(count, "claim"))
        return DatedRow(when=words.day(event.begins), link=to.event(id_), meta=meta)

    first = urls.index(Kind.EVENT)
    ids = sorted(corpus.events, key=lambda id_: (str(corpus.events[id_].begins or "9"), id_))
    listing, more = paged(corpus, first, "Events", ids, row, "event")
    intro = "What happened, oldest first; events whose date is not known stand last."
    yield _index(first, "Events", intro, listing)
    yield from more


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
