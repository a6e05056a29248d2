"""CSL-JSON, the input of programs for the Citation Style Language (version 1.0.2)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from generator.citations.citation import Citation


def csl(citation: Citation) -> str:
    """Write a list of one web page."""
    item: dict[str, Any] = {
        "id": citation.key,
        "type": "webpage",
        "title": citation.title,
        "author": [{"literal": citation.author}],
        "container-title": citation.publisher,
        "publisher": citation.publisher,
        "issued": _day(citation.dated),
        "language": citation.language,
        "URL": citation.address,
    }
    if citation.published != citation.dated:
        item["original-date"] = _day(citation.published)
    return json.dumps([item], ensure_ascii=False)


def _day(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}
