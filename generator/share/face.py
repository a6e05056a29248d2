"""The fonts of the pictures: what they hold, and how wide text is in them.

``fonts/advances.json`` is made with the fonts. Kerning is left out, which makes text a little
narrower than is reckoned here and never notably wider.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FONTS = Path(__file__).parent / "fonts"
FILES = ("citation-serif-semibold", "inter-medium", "inter-semibold")


@dataclass(frozen=True, eq=False)  # one object for each font
class Face:
    """A font: its family as SVG names it, and the advance of each character, in ems."""

    family: str
    advances: Mapping[str, float]

    def holds(self, text: str) -> bool:
        """Whether there is a glyph for every character."""
        return self.advances.keys() >= set(text)

    def width(self, text: str) -> float:
        """Return the width of a line that the font holds, in ems."""
        return sum(map(self.advances.__getitem__, text))


def serif() -> Face:
    """Return the face of what was said."""
    return _face("citation-serif-semibold", "Citation Serif Semibold")


def sans() -> Face:
    """Return the face of what is about it."""
    return _face("inter-medium", "Inter Medium")


def strong() -> Face:
    """Return the face of names and verdicts."""
    return _face("inter-semibold", "Inter Semibold")


@cache
def _face(file: str, family: str) -> Face:
    read = json.loads((FONTS / "advances.json").read_text("utf-8"))[file]
    return Face(
        family,
        {
            chr(first + place): advance / read["units"]
            for first, *run in read["runs"]
            for place, advance in enumerate(run)
        },
    )


def files() -> list[str]:
    """Return the paths of the fonts."""
    return [str(FONTS / f"{file}.ttf") for file in FILES]


@cache
def digest() -> str:
    """Return the SHA-256 of all fonts."""
    return hashlib.sha256(b"".join(Path(file).read_bytes() for file in files())).hexdigest()
