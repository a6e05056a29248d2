"""A review for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import report
from generator.characters import visible
from generator.review.parts import Part, Style
from generator.review.rows import PROBLEMS, nothing, outdated, sections, title

if TYPE_CHECKING:
    from generator.review import Review

LONGEST = 1000  # characters of one part of a row
_ENDS = {Style.OLD: ("[-", "-]"), Style.NEW: ("{+", "+}")}


def as_text(review: Review) -> str:
    """Write a review for a person, a row a line; changed words as ``git diff --word-diff``."""
    lines = [plain(title(review)), *filter(None, [plain(outdated(review))]), ""]
    found = sections(review)
    for section in found:
        lines.append(f"{section.title} ({len(section.rows):,})")
        if section.title == PROBLEMS:
            lines.append(report.as_text(review.problems, review.texts.get))
        else:
            lines += [f"  - {' '.join(map(_part, row))}" for row in section.rows]
        lines.append("")
    lines += [] if found else [nothing(review)]
    return "\n".join(lines).rstrip()


def _part(part: Part) -> str:
    before, behind = _ENDS.get(part.style, ("", ""))
    return f"{before}{plain(part.text)}{behind}"


def plain(text: str) -> str:
    """Bring text of anybody on one line, shortened, with nothing that a log obeys."""
    shown = visible(text)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
