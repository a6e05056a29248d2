"""The view of the page that lists every format for programs, feed readers and researchers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape, urls
from generator.escape import Safe
from generator.offers import Group
from generator.pages.linking import Linker
from generator.pages.views import DataPage, OfferCard, OfferGroup
from generator.words import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.edition import Edition
    from generator.offers import Offer

HEADINGS = {
    Group.FEEDS: message("Feeds"),
    Group.RECORDS: message("Records for programs"),
    Group.TABLES: message("Tables and a database"),
    Group.FACT_CHECKS: message("Fact-check markup"),
    Group.CITATIONS: message("Citations"),
    Group.ANNOTATIONS: message("Annotations"),
    Group.CRAWLERS: message("For search engines and crawlers"),
}


def data_page(edition: Edition, offers: Sequence[Offer]) -> DataPage:
    """Make the page of ``offers``, each group of them below a heading."""
    to, say = Linker(edition, urls.DATA), edition.words
    publisher = edition.corpus.publisher
    return DataPage(
        path=urls.DATA,
        title=say.t("Data and feeds"),
        description=say.t("All checks as feeds, files and data for programs, and their licence."),
        intro=say.t(
            "Everything on this site can be read by programs too: no key, no account, no limit."
        ),
        licence=say.safe(
            "The data is under {licence}. Quoted passages belong to their publishers and are "
            "quoted for criticism and review: the licence does not cover them.",
            licence=escape.link(publisher.licence.name, publisher.licence.url),
        ),
        groups=tuple(_groups(to, offers)),
    )


def _groups(to: Linker, offers: Iterable[Offer]) -> Iterator[OfferGroup]:
    by_group: dict[Group, list[Offer]] = {}
    for offer in offers:
        by_group.setdefault(offer.group, []).append(offer)
    for group, members in by_group.items():
        yield OfferGroup(
            heading=to.words.t(HEADINGS[group]),
            anchor=Safe(f"_{group.name.lower().replace('_', '-')}"),
            cards=tuple(_card(to, offer) for offer in members),
        )


def _card(to: Linker, offer: Offer) -> OfferCard:
    say, standard = to.words, offer.standard
    files = [to.root(file.label, file.path) for file in offer.files]
    return OfferCard(
        name=offer.name,
        text=offer.text,
        files=escape.join(files, " · "),
        patterns=tuple(escape.code(pattern) for pattern in offer.patterns),
        standard=escape.link(standard.name, standard.url) if standard else Safe(""),
        sample=_sample(say.t("Sample"), offer.sample),
    )


def _sample(label: str, sample: str) -> Safe:
    return escape.folded(label, sample.strip("\n"), "fc-cite") if sample else Safe("")
