"""A review as Markdown for a comment or the summary of a job on GitHub."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import escape, words
from generator.review.parts import Part, Style
from generator.review.rows import nothing, outdated, sections

if TYPE_CHECKING:
    from generator.review import Review
    from generator.review.parts import Row, Section

# A comment may have 65,536 characters, and the summary of a step 1 MiB: at four bytes a
# character this is below both.
MOST = 60_000
ROWS = 100  # of a section
LONGEST = 400  # characters of one part of a row, before they are encoded
_RESERVED = 100  # characters for each heading and for what it says of rows left out
_NAME = re.compile(r"[\w./:#-]{1,200}", re.ASCII)


def as_markdown(review: Review) -> str:
    """Write a review with all text of anybody encoded, shortened to what GitHub takes."""
    found = sections(review)
    lines = ["## What changes on the site", ""]
    lines += [_text(outdated(review)), ""] if review.outdated else []
    if len(found) > 1:
        lines += [" · ".join(f"{part.title}: {len(part.rows):,}" for part in found), ""]
    if not found:
        return "\n".join([*lines, _text(nothing(review)), ""])
    room = MOST - sum(map(len, lines)) - _RESERVED * (2 * len(found) + 2)
    left_out = 0
    for section in found:
        # Half of what is left: no section crowds out those below it.
        rows = _rows(section, room if section is found[-1] else room // 2)
        room -= sum(len(row) + 1 for row in rows)
        missing = len(section.rows) - len(rows)
        left_out += missing
        lines += [f"### {section.title} ({len(section.rows):,})", "", *rows]
        lines += [f"- … and {missing:,} more"] if missing else []
        lines.append("")
    if left_out:
        lines.append(
            f"{words.count(left_out, 'entry is', 'entries are')} left out for their length."
        )
        lines += ["The command line shows all: `factcheck diff`.", ""]
    return "\n".join(lines)


def _rows(section: Section, room: int) -> list[str]:
    found = []
    for row in section.rows[:ROWS]:
        line = f"- {_row(row)}"
        room -= len(line) + 1
        if room < 0:
            break
        found.append(line)
    return found


def _row(row: Row) -> str:
    return " ".join(map(_part, row))


def _part(part: Part) -> str:
    if part.style is Style.CODE and _NAME.fullmatch(part.text):
        return f"`{part.text}`"
    return {Style.OLD: "~~{}~~", Style.NEW: "**{}**"}.get(part.style, "{}").format(_text(part.text))


def _text(text: str) -> str:
    shown = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    return escape.comment(shown)
