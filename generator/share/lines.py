"""Text to lines: broken between words, by the widths of glyphs, and never cut."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.share.face import Face

LEADING = 1.2  # of the size, from one line to the next

# After a space, but neither before a dash nor after a word of one letter; and after a hyphen, dash
# or slash between two words. A no-break space is none of these.
_BREAK = re.compile(r"(?<= )(?<! \w )(?<!^\w )(?![–—])|(?<=\w[-–—/])(?=\w)")


@dataclass(frozen=True)
class Block:
    """Lines of one face and size."""

    face: Face
    size: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.size * LEADING


# Characters that only forbid to break a line: what our fonts have in their place.
_SHOWN = str.maketrans({"\u2007": "\u00a0", "\u202f": "\u00a0", "\u2011": "-"})


class _Piece(NamedTuple):
    """Text that is not broken, and its width in ems with and without the space that ends it."""

    text: str
    width: float
    bare: float


@lru_cache(maxsize=1_000)  # names, questions and verdicts stand in most pictures
def block(
    text: str, face: Face, sizes: tuple[float, ...], width: float, height: float
) -> Block | None:
    """Set text as large as fits into a box; None when even the smallest size does not.

    None too for text that the face cannot show.
    """
    if not face.holds(text.translate(_SHOWN)):
        return None
    parts = (part.translate(_SHOWN) for part in _BREAK.split(text))
    pieces = [_Piece(part, face.width(part), face.width(part.rstrip(" "))) for part in parts]
    for size in sizes:
        lines = _lines(pieces, width / size)
        if lines and len(lines) * size * LEADING <= height:
            return Block(face, size, _even(pieces, width / size, lines))
    return None


def _lines(pieces: Sequence[_Piece], width: float) -> tuple[str, ...]:
    """Fill lines one after the other; nothing when a word is wider than a line."""
    lines: list[str] = []
    line, filled = "", 0.0
    for piece in pieces:
        if piece.bare > width:
            return ()
        if line and filled + piece.bare > width:
            lines.append(line.rstrip(" "))
            line, filled = "", 0.0
        line += piece.text
        filled += piece.width
    return (*lines, line.rstrip(" "))


_NEARNESS = 0.25  # ems by which lines may be less even than they could be


def _even(pieces: Sequence[_Piece], width: float, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Make the lines as equal in width as their number allows, so that no word stands alone."""
    low, high = width / 2, width
    while len(lines) > 1 and high - low > _NEARNESS:
        middle = (low + high) / 2
        tried = _lines(pieces, middle)
        if len(tried) == len(lines):
            lines, high = tried, middle
        else:
            low = middle
    return lines
