"""The views of topics, events and verdicts: what each is, and its claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator import urls, words
from generator.escape import Safe
from generator.pages import facets, following
from generator.pages.linking import Linker
from generator.pages.lists import claim_pages
from generator.pages.pictures import verdicts
from generator.pages.pictures.claims import told
from generator.pages.pictures.contradictions import standing
from generator.pages.views import Fact, SubjectPage, View, named
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.pages.pictures.claims import Told
    from generator.pages.views import Picture
    from generator.records import Event, Rating, Topic
    from generator.words import Words


def topic_pages(edition: Edition, topic: Topic) -> list[View]:
    """Make the page of a topic."""
    corpus = edition.corpus
    claims = corpus.links.claims_of_topic.get(topic.id, ())
    about = _About(Kind.TOPIC, topic.id, topic.name, topic.description)
    to = Linker(edition, urls.page(Kind.TOPIC, topic.id))
    return _pages(edition, about, tuple(following.fact(to, Kind.TOPIC, topic.id)), claims)


def event_pages(edition: Edition, event: Event) -> list[View]:
    """Make the page of an event."""
    claims = edition.corpus.links.claims_of_event.get(event.id, ())
    about = _About(Kind.EVENT, event.id, event.name, event.description)
    return _pages(edition, about, tuple(_event_facts(edition.words, event)), claims)


def verdict_pages(edition: Edition, rating: Rating) -> list[View]:
    """Make the page of a verdict."""
    claims = edition.corpus.links.claims_of_verdict.get(rating.id, ())
    about = _About(Kind.RATING, rating.id, rating.label, rating.definition)
    return _pages(edition, about, tuple(_verdict_facts(edition, rating)), claims)


class _About(NamedTuple):
    kind: Kind
    id: str
    name: str
    text: str | None


_PAGE_KIND = {Kind.TOPIC: Safe("topic"), Kind.EVENT: Safe("event"), Kind.RATING: Safe("verdict")}


def _pages(
    edition: Edition, about: _About, facts: tuple[Fact, ...], claims: tuple[str, ...]
) -> list[View]:
    path, corpus, say = urls.page(about.kind, about.id), edition.corpus, edition.words
    only = f"{_PAGE_KIND[about.kind]}={about.id}"
    listing, more = claim_pages(edition, path, about.name, claims, only=only)
    is_rating = about.kind is Kind.RATING
    file = corpus.rating_file if is_rating else corpus.file_of(about.kind, about.id)
    to = Linker(edition, path)
    over_time, pictures = _drawn(to, about, claims)
    page = SubjectPage(
        path=path,
        title=about.name,
        description=about.text or say.t("The checked claims on: {name}.", name=about.name),
        intro=about.text or "",
        kind=_PAGE_KIND[about.kind],
        pictures=pictures,
        facets={} if is_rating else facets.of_kind(about.kind, say),
        facts=facts,
        contradictions=over_time.contradictions if over_time else (),
        claims=listing,
        actions=to.actions(file, about.name, (about.kind, about.id)),
    )
    return [page, *(over_time.pages if over_time else ()), *more]


def _drawn(
    to: Linker, about: _About, claims: tuple[str, ...]
) -> tuple[Told | None, dict[str, Picture]]:
    """Draw the claims of a topic; those of an event are few, and of a verdict alike."""
    if about.kind is not Kind.TOPIC:
        return None, {}
    over_time = told(to, to.words.t("{name} over time", name=about.name), claims)
    by_verdict = verdicts.of_claims(
        to, to.words.t("Claims by verdict"), standing(to.corpus, claims)
    )
    return over_time, named(over_time.picture, by_verdict)


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
