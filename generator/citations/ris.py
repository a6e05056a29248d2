"""RIS, as Research Information Systems defined it and EndNote, Zotero and Mendeley read it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import rispy

from generator.citations.citation import parts
from generator.records import Media

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from generator.citations.citation import Citation
    from generator.fields import PartialDate

TYPES = {
    None: "ELEC",
    Media.ARTICLE: "NEWS",
    Media.DOCUMENT: "GEN",
    Media.VIDEO: "VIDEO",
    Media.AUDIO: "SOUND",
    Media.POST: "BLOG",
}


def ris(citations: Iterable[Citation]) -> str:
    """Write references, a blank line between two."""
    return "\n\n".join(map(_written, citations))


@lru_cache(maxsize=256)  # the page of a check shows what its file holds, which is made next
def _written(citation: Citation) -> str:
    text: str = rispy.dumps([_entry(citation)], implementation=_Writer)
    return text.strip("\n")


def _entry(citation: Citation) -> dict[str, str | list[str]]:
    entry: dict[str, str | list[str]] = {
        "type_of_reference": TYPES[citation.media],
        "id": citation.key,
        "authors": [citation.author] if citation.author else [],
        "title": citation.title,
        "secondary_title": citation.publisher,
        "publisher": citation.publisher,
        "year": f"{citation.dated.year:04}" if citation.dated else "",
        "date": _day(citation.dated),
        "original_publication": _day(citation.first),
        "access_date": _day(citation.accessed),
        "language": citation.language,
        "urls": [citation.address] if citation.address else [],
        "notes": [citation.note] if citation.note else [],
    }
    return {name: value for name, value in entry.items() if value}


def _day(day: date | PartialDate | None) -> str:
    """Write a date with both strokes, whatever is known of it: YYYY/MM/DD."""
    known = [f"{part:02}" for part in parts(day)] if day else []
    return "/".join([*known, "", ""][:3]) if known else ""


class _Writer(rispy.RisWriter):  # type: ignore[misc]  # rispy has no types
    def set_header(self, count: int) -> str:  # noqa: ARG002
        """Leave out the number before the reference, which is no part of the format."""
        return ""
