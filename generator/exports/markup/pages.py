"""What a page is, and what it is about, as schema.org names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.exports.markup import agents, works
from generator.exports.markup.thing import Thing, thing
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.edition import Edition
    from generator.exports.published import Page


def web_page(page: Page) -> Thing:
    """Describe a page that is no check; it is about its record where it has one."""
    of = ABOUT.get(page.kind) if page.kind else None
    kind, name = TYPES.get(page.kind, ("WebPage", "about"))
    return thing(
        kind,
        name=page.title,
        url=page.address,
        inLanguage=page.edition.language,
        isPartOf=_site(page.edition),
        **{name: of(page.edition, page.record_id) if of else None},
    )


def _site(edition: Edition) -> Thing:
    publisher = edition.corpus.publisher
    return thing("WebSite", name=publisher.name, url=urls.published(publisher.url, edition.prefix))


def _source(edition: Edition, id_: str) -> Thing:
    return works.captured(edition.corpus.sources[id_])


def _person(edition: Edition, id_: str) -> Thing:
    return agents.profile(edition.corpus.people[id_])


def _topic(edition: Edition, id_: str) -> Thing:
    topic = edition.corpus.topics[id_]
    return thing("Thing", name=topic.name, description=topic.description)


def _event(edition: Edition, id_: str) -> Thing:
    event = edition.corpus.events[id_]
    begins = event.date or event.since
    if not begins or not event.place:
        # An Event without a day and a place is refused by those who read events.
        return thing("Thing", name=event.name, description=event.description)
    return thing(
        "Event",
        name=event.name,
        startDate=str(begins),
        endDate=str(event.until or ""),
        location=thing("Place", name=event.place),
        description=event.description,
    )


def _verdict(edition: Edition, id_: str) -> Thing:
    rating, site = edition.corpus.ratings[id_], edition.corpus.publisher.url
    scale = urls.published(site, edition.prefix + urls.index(Kind.RATING))
    return thing(
        "DefinedTerm",
        name=rating.label,
        description=rating.definition,
        termCode=rating.id,
        inDefinedTermSet=thing("DefinedTermSet", name=edition.words.t("Verdicts"), url=scale),
    )


TYPES: dict[Kind | None, tuple[str, str]] = {
    Kind.PERSON: ("ProfilePage", "mainEntity"),
    Kind.TOPIC: ("CollectionPage", "about"),
    Kind.EVENT: ("CollectionPage", "about"),
    Kind.RATING: ("CollectionPage", "about"),
}
ABOUT: dict[Kind, Callable[[Edition, str], Thing]] = {
    Kind.SOURCE: _source,
    Kind.PERSON: _person,
    Kind.TOPIC: _topic,
    Kind.EVENT: _event,
    Kind.RATING: _verdict,
}
