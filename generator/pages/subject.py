"""The views of topics, events and verdicts: what each is, and its claims."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from generator import urls, words
from generator.escape import Safe
from generator.pages import facets, following
from generator.pages.leaf import Leaf, rest
from generator.pages.linking import Linker
from generator.pages.lists import of_claims
from generator.pages.pictures import verdicts
from generator.pages.pictures.claims import by_date, told
from generator.pages.pictures.contradictions import standing
from generator.pages.views import Fact, SubjectPage, named
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.edition import Edition
    from generator.pages.stretch import Stretch
    from generator.records import Event, Rating, Topic
    from generator.words import Words


def topic_pages(edition: Edition, topic: Topic) -> Iterator[Leaf]:
    """Find the pages of a topic."""
    claims = edition.corpus.links.claims_of_topic.get(topic.id, ())
    first, *others = _pages(edition, _of_topic(topic), claims, _topic)
    yield first
    yield from by_date(edition, first.path, _over_time(edition.words, topic), claims)
    yield from others


def event_pages(edition: Edition, event: Event) -> Iterator[Leaf]:
    """Find the pages of an event."""
    claims = edition.corpus.links.claims_of_event.get(event.id, ())
    return _pages(edition, _of_event(event), claims, _event)


def verdict_pages(edition: Edition, rating: Rating) -> Iterator[Leaf]:
    """Find the pages of a verdict."""
    claims = edition.corpus.links.claims_of_verdict.get(rating.id, ())
    return _pages(edition, _of_verdict(rating), claims, _verdict)


class _About(NamedTuple):
    kind: Kind
    id: str
    name: str
    text: str | None


def _of_topic(topic: Topic) -> _About:
    return _About(Kind.TOPIC, topic.id, topic.name, topic.description)


def _of_event(event: Event) -> _About:
    return _About(Kind.EVENT, event.id, event.name, event.description)


def _of_verdict(rating: Rating) -> _About:
    return _About(Kind.RATING, rating.id, rating.label, rating.definition)


_PAGE_KIND = {Kind.TOPIC: Safe("topic"), Kind.EVENT: Safe("event"), Kind.RATING: Safe("verdict")}


def _pages(
    edition: Edition, about: _About, claims: Iterable[str], make: Callable[..., SubjectPage]
) -> Iterator[Leaf]:
    only = f"{_PAGE_KIND[about.kind]}={about.id}"
    path = urls.page(about.kind, about.id)
    listed = of_claims(edition, path, about.name, claims, only=only)
    yield Leaf(path=path, make=partial(make, id_=about.id), stretches=listed[:1])
    yield from rest(listed)


def _topic(edition: Edition, claims: Stretch, id_: str) -> SubjectPage:
    """Make the page of a topic, with pictures: claims of an event are few, of a verdict alike."""
    corpus, say, to = edition.corpus, edition.words, Linker(edition, claims.path)
    topic, ids = corpus.topics[id_], corpus.links.claims_of_topic.get(id_, ())
    over_time = told(to, _over_time(say, topic), ids)
    by_verdict = verdicts.of_claims(to, say.t("Claims by verdict"), standing(corpus, ids))
    facts = following.fact(to, Kind.TOPIC, id_)
    return replace(
        _page(edition, _of_topic(topic), facts, claims),
        pictures=named(over_time.picture, by_verdict),
        contradictions=over_time.contradictions,
    )


def _over_time(say: Words, topic: Topic) -> str:
    return say.t("{name} over time", name=topic.name)


def _event(edition: Edition, claims: Stretch, id_: str) -> SubjectPage:
    event = edition.corpus.events[id_]
    return _page(edition, _of_event(event), _event_facts(edition.words, event), claims)


def _verdict(edition: Edition, claims: Stretch, id_: str) -> SubjectPage:
    rating = edition.corpus.ratings[id_]
    return _page(edition, _of_verdict(rating), _verdict_facts(edition, rating), claims)


def _page(edition: Edition, about: _About, facts: Iterable[Fact], claims: Stretch) -> SubjectPage:
    corpus, say = edition.corpus, edition.words
    is_rating = about.kind is Kind.RATING
    file = corpus.rating_file if is_rating else corpus.file_of(about.kind, about.id)
    to = Linker(edition, claims.path)
    return SubjectPage(
        path=claims.path,
        title=about.name,
        description=about.text or say.t("The checked claims on: {name}.", name=about.name),
        intro=about.text or "",
        kind=_PAGE_KIND[about.kind],
        facets={} if is_rating else facets.of_kind(about.kind, say),
        facts=tuple(facts),
        contradictions=(),
        claims=claims.listing(edition),
        actions=to.actions(file, about.name, (about.kind, about.id)),
    )


def _event_facts(say: Words, event: Event) -> Iterator[Fact]:
    if event.date:
        yield Fact(label=say.t("Date"), value=say.day(event.date))
    if event.since:
        yield Fact(label=say.t("From"), value=say.day(event.since))
    if event.until:
        yield Fact(label=say.t("Until"), value=say.day(event.until))
    if event.begins is None:
        yield Fact(label=say.t("Date"), value=say.t("not known"))
    if event.place:
        yield Fact(label=say.t("Place"), value=event.place)


def _verdict_facts(edition: Edition, rating: Rating) -> Iterator[Fact]:
    say = edition.words
    yield Fact(label=say.t("Answers the question"), value=say.t(words.QUESTION[rating.asks]))
    yield Fact(label=say.t("Rests on"), value=say.t(words.NEEDS[rating.needs]))
    value = say.t("not rated on truth")
    if rating.value is not None:
        value = say.t("{value}, where 5 is truest and 1 least", value=say.number(rating.value))
    yield Fact(label=say.t("On the scale"), value=value)
    to = Linker(edition, urls.page(Kind.RATING, rating.id))
    scale = to.to(say.t("the whole scale"), urls.index(Kind.RATING))
    yield Fact(label=say.t("Compare"), value=scale)
