"""The short form for people, in the words of a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.citations.citation import Citation
    from generator.words import Words


def plain(citation: Citation, say: Words) -> str:
    """Write author, title, publisher, day and address in one line."""
    parts = {
        "author": citation.author,
        "title": citation.title,
        "publisher": citation.publisher,
        "date": say.day(citation.dated),
        "address": citation.address,
    }
    if citation.first is None:
        return say.t("{author}, “{title}”, {publisher}, {date}, {address}", **parts)
    return say.t(
        "{author}, “{title}”, {publisher}, {date} (first published {first}), {address}",
        first=say.day(citation.first),
        **parts,
    )
