"""What a capture gives once it is read, and how one that gives nothing is reported."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_PDF_BYTES = 50 * 2**20
MAX_BYTES = 20 * 2**20


@dataclass(frozen=True, kw_only=True)
class Capture:
    """The plain text of captured bytes, and what the bytes themselves say about it.

    ``extractor`` is name and version of what made the text, such as ``pypdf/7.1.0``.
    ``places`` are offsets in code points of ``text``, ascending, each with what begins there:
    ``page 3`` or ``00:12:03``; HTML and plain text have none. ``found`` holds only what stands
    in metadata, under ``title``, ``publisher``, ``author``, ``published`` (YYYY-MM-DD),
    ``language`` (BCP 47) and ``url``. ``media`` is a word of the source record, or empty;
    ``suffix`` is how the name of a file of this kind ends, empty for plain text.
    """

    text: str
    extractor: str
    places: tuple[tuple[int, str], ...] = ()
    found: Mapping[str, str] = field(default_factory=dict)
    media: str = ""
    suffix: str = ""


Extracted = tuple[Capture | None, list[Problem]]


def unreadable(name: str, message: str, hint: str) -> Problem:
    """Return the problem of a capture that gives no text."""
    return Problem("unreadable-capture", Position(name), message, hint)


def joined(parts: list[tuple[str, str]], gap: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Join the texts of (place, text) pairs by ``gap``; return the whole and its places."""
    places, at = [], 0
    for place, text in parts:
        places.append((at, place))
        at += len(text) + len(gap)
    return gap.join(text for _, text in parts), tuple(places)
