"""What feeds there are, and what each is of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator import urls
from generator.records import Kind

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.words import Words

FOLLOWED = (Kind.TOPIC, Kind.PERSON)


@dataclass(frozen=True, kw_only=True)
class Channel:
    """What a feed is of. Both paths are within the tree; ``path`` lacks the ending."""

    path: str
    page: str
    title: str
    description: str


def new_checks(edition: Edition) -> Channel:
    """Return the channel of all new checks."""
    return _new_checks(edition.words, edition.corpus.publisher.name)


@lru_cache(maxsize=16)  # every page leads to it
def _new_checks(say: Words, site: str) -> Channel:
    return Channel(
        path=urls.NEW_CHECKS,
        page=urls.index(Kind.CLAIM),
        title=say.t("{site}: new checks", site=site),
        description=say.t("The newest checks, with claim, verdict and reason."),
    )


def changes(edition: Edition) -> Channel:
    """Return the channel of all changes and corrections."""
    return _changes(edition.words, edition.corpus.publisher.name)


@lru_cache(maxsize=16)  # every page leads to it
def _changes(say: Words, site: str) -> Channel:
    return Channel(
        path=urls.CHANGES,
        page=urls.CORRECTIONS,
        title=say.t("{site}: changes and corrections", site=site),
        description=say.t(
            "The newest updates, corrections, changed verdicts and withdrawals of published "
            "checks, with the reason."
        ),
    )


def of_record(edition: Edition, kind: Kind, record_id: str) -> Channel:
    """Return the channel of a topic or person."""
    corpus, say = edition.corpus, edition.words
    name = (corpus.topics if kind is Kind.TOPIC else corpus.people)[record_id].name
    return Channel(
        path=urls.feed(kind, record_id),
        page=urls.page(kind, record_id),
        title=say.t("{site}: {name}", site=corpus.publisher.name, name=name),
        description=say.t("The newest checks on: {name}.", name=name),
    )
