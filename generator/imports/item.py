"""What a foreign file states of one claim, before anything of the site is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.problems import Position


@dataclass(frozen=True, kw_only=True)
class Review:
    """Somebody else's check of a claim. ``rating`` is their verdict, and never becomes ours."""

    url: str
    title: str
    by: str
    rating: str
    on: str


@dataclass(frozen=True, kw_only=True)
class Item:
    """One claim; an empty text means that the file does not state it.

    ``left_out`` are sentences about what is stated and could not be used.
    """

    at: Position
    claim: str
    claimants: tuple[str, ...] = ()
    said_on: str = ""
    seen: tuple[str, ...] = ()
    reviews: tuple[Review, ...] = ()
    left_out: tuple[str, ...] = ()
