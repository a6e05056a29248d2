"""The views of topics, events and verdicts: what each is, and its claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls, words
from generator.pages.linking import Linker
from generator.pages.lists import claim_pages
from generator.pages.views import Fact, SubjectPage, View
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.records import Event, Rating, Topic


def topic_pages(corpus: Corpus, topic: Topic) -> list[View]:
    """Make the page of a topic."""
    claims = corpus.links.claims_of_topic.get(topic.id, ())
    return _pages(corpus, Kind.TOPIC, topic.id, topic.name, topic.description, (), claims)


def event_pages(corpus: Corpus, event: Event) -> list[View]:
    """Make the page of an event."""
    claims = corpus.links.claims_of_event.get(event.id, ())
    facts = tuple(_event_facts(event))
    return _pages(corpus, Kind.EVENT, event.id, event.name, event.description, facts, claims)


def verdict_pages(corpus: Corpus, rating: Rating) -> list[View]:
    """Make the page of a verdict."""
    claims = corpus.links.claims_of_verdict.get(rating.id, ())
    facts = tuple(_verdict_facts(corpus, rating))
    return _pages(corpus, Kind.RATING, rating.id, rating.label, rating.definition, facts, claims)


def _pages(
    corpus: Corpus,
    kind: Kind,
    record_id: str,
    name: str,
    text: str | None,
    facts: tuple[Fact, ...],
    claims: tuple[str, ...],
) -> list[View]:
    path = urls.page(kind, record_id)
    listing, more = claim_pages(corpus, path, name, claims)
    what = "verdict" if kind is Kind.RATING else kind.value
    file = corpus.rating_file if kind is Kind.RATING else corpus.file_of(kind, record_id)
    page = SubjectPage(
        path=path,
        title=name,
        description=text or f"The checked claims of the {what} {name}.",
        intro=text or "",
        facts=facts,
        claims=listing,
        actions=Linker(corpus, path).actions(file, name, what),
    )
    return [page, *more]


def _event_facts(event: Event) -> Iterator[Fact]:
    if event.date:
        yield Fact(label="Date", value=words.day(event.date))
    if event.since:
        yield Fact(label="From", value=words.day(event.since))
    if event.until:
        yield Fact(label="Until", value=words.day(event.until))
    if event.begins is None:
        yield Fact(label="Date", value="not known")
    if event.place:
        yield Fact(label="Place", value=event.place)


def _verdict_facts(corpus: Corpus, rating: Rating) -> Iterator[Fact]:
    yield Fact(label="Answers the question", value=words.QUESTION[rating.asks])
    yield Fact(label="Rests on", value=words.NEEDS[rating.needs])
    if rating.value is None:
        yield Fact(label="On the scale", value="not rated on truth")
    else:
        yield Fact(label="On the scale", value=f"{rating.value}, where 5 is truest and 1 least")
    to = Linker(corpus, urls.page(Kind.RATING, rating.id))
    scale = to.to("the whole scale", urls.index(Kind.RATING))
    yield Fact(label="Compare", value=scale)
