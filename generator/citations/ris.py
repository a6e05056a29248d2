"""RIS, as Research Information Systems defined it and EndNote, Zotero and Mendeley read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rispy

if TYPE_CHECKING:
    from generator.citations.citation import Citation

_DAY = "%Y/%m/%d"


def ris(citation: Citation) -> str:
    """Write a reference of the type for web pages, ``ELEC``."""
    entry = {
        "type_of_reference": "ELEC",
        "id": citation.key,
        "authors": [citation.author],
        "title": citation.title,
        "secondary_title": citation.publisher,
        "publisher": citation.publisher,
        "year": f"{citation.dated.year:04}",
        "date": citation.dated.strftime(_DAY),
        "language": citation.language,
        "urls": [citation.address],
    }
    if citation.published != citation.dated:
        entry["original_publication"] = citation.published.strftime(_DAY)
    text: str = rispy.dumps([entry], implementation=_Writer)
    return text.strip("\n")


class _Writer(rispy.RisWriter):  # type: ignore[misc]  # rispy has no types
    def set_header(self, count: int) -> str:  # noqa: ARG002
        """Leave out the number before the reference, which is no part of the format."""
        return ""
