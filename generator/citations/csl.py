"""CSL-JSON, the input of programs for the Citation Style Language (version 1.0.2)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.citations.citation import parts
from generator.records import Media

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from generator.citations.citation import Citation
    from generator.fields import PartialDate

# CSL 1.0.2, appendix III; "song" is what it calls any recording of sound.
TYPES = {
    None: "webpage",
    Media.ARTICLE: "article-newspaper",
    Media.DOCUMENT: "document",
    Media.VIDEO: "motion_picture",
    Media.AUDIO: "song",
    Media.POST: "post",
}

# Of these, styles print what they appeared in; of the others, who published them.
CONTAINED = ("webpage", "article-newspaper", "post")


def csl(citations: Iterable[Citation]) -> str:
    """Write a list, an item a line."""
    items = (json.dumps(_item(citation), ensure_ascii=False) for citation in citations)
    return "[" + ",\n ".join(items) + "]"


def _item(citation: Citation) -> dict[str, Any]:
    kind = TYPES[citation.media]
    item = {
        "id": citation.key,
        "type": kind,
        "title": citation.title,
        "author": [{"literal": citation.author}] if citation.author else None,
        "container-title" if kind in CONTAINED else "publisher": citation.publisher,
        "issued": _day(citation.dated),
        "original-date": _day(citation.first),
        "accessed": _day(citation.accessed),
        "language": citation.language,
        "URL": citation.address,
        "note": citation.note,
    }
    return {name: value for name, value in item.items() if value}


def _day(day: date | PartialDate | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[*parts(day)]]} if day else None
