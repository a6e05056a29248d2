"""What the site offers to programs, as the page "Data and feeds" lists it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Group(Enum):
    """What an offer is for, in the order of the page."""

    FEEDS = auto()
    RECORDS = auto()
    TABLES = auto()
    FACT_CHECKS = auto()
    CITATIONS = auto()
    ANNOTATIONS = auto()
    CRAWLERS = auto()


@dataclass(frozen=True, kw_only=True)
class OfferedFile:
    """A link of an offer: ``path`` is that of an output, from the root of the site."""

    label: str
    path: str


@dataclass(frozen=True, kw_only=True)
class Standard:
    """The specification that a format follows."""

    name: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One format. ``text`` says in a sentence or two what it holds and who reads it.

    ``sample`` shows how it looks or how it is used, at most some 20 short lines; ``patterns`` are
    the addresses of what exists once a record, with the id in angle brackets.
    """

    group: Group
    name: str
    text: str
    files: tuple[OfferedFile, ...] = ()
    patterns: tuple[str, ...] = ()
    standard: Standard | None = None
    sample: str = ""
