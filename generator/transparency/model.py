"""What a code asks for, what the site shows of it, and what is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from generator.records import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from generator.corpus import Corpus
    from generator.records import Claim


class Shown(Enum):
    """How far the data of the site shows that an item is fulfilled."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    PEOPLE = "people"


@dataclass(frozen=True, kw_only=True)
class Found:
    """What was found for an item: a sentence with ``{part}`` and ``{whole}``, and where to look.

    ``page`` is a page of the site, empty where there is none to look at.
    """

    shown: Shown
    sentence: str
    part: int = 0
    whole: int = 0
    page: str = ""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that a code asks for, in our own words."""

    asks: str
    find: Callable[[Site], Found]


@dataclass(frozen=True, kw_only=True)
class Code:
    """A part of a code: its heading, its address, and what it asks for."""

    heading: str
    url: str
    items: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class Site:
    """What the items look at: the records, and the hand-written pages by path."""

    corpus: Corpus
    pages: Collection[str]

    @property
    def about(self) -> str:
        """The page that says who answers for the site, if there is one."""
        return "about.md" if "about.md" in self.pages else ""

    @property
    def published(self) -> Iterator[Claim]:
        """The published claims."""
        return (c for c in self.corpus.claims.values() if c.status is Status.PUBLISHED)
