"""What stands between quotation marks in a text of one's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.passages.tokens import FOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOUBLE = "".join(chr(char) for char, kind in FOLD.items() if kind == '"')
# Marks of one kind that touch are one; a straight one behind a digit is a sign of inches.
_MARK = re.compile(rf"([{_DOUBLE}])\1*")
_MARK_OR_ENTITY = re.compile(f"[&{_DOUBLE}]")
_INCHES = re.compile(r'(?<=\d)["\u2033\uff02]')
# What closes a mark, where that is another than the mark itself.
_CLOSES = {"“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "❝": "❞", "〝": "〞〟"}


def may_stand_in(markdown: str) -> bool:
    """Whether a text has a mark or what Markdown may read as one: reading it takes longer."""
    return _MARK_OR_ENTITY.search(markdown) is not None


def between(text: str) -> Iterator[tuple[str, str]]:
    """Yield each outermost quotation with the mark that opens it, up to where it is closed.

    One that is never closed goes on to the end of the text, so that no mark hides another.
    """
    opened: list[re.Match[str]] = []
    for found in _MARK.finditer(text):
        mark = found[1]
        if opened and mark in _CLOSES.get(opened[-1][1], opened[-1][1]):
            first = opened.pop()
            if not opened:
                yield first[1], text[first.end() : found.start()]
        elif opened or not _INCHES.match(text, found.start()):
            opened.append(found)
    if opened:
        yield opened[0][1], text[opened[0].end() :]
