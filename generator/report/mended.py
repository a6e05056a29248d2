"""A mend as lines: what stands there, and what would stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.report.marked import Role, shown

if TYPE_CHECKING:
    from generator.problems import Mend
    from generator.report.marked import Gutter

MOST = 24  # lines of each side that are shown


def change(text: str, mend: Mend) -> tuple[int, list[str], list[str]]:
    """Return the first line that differs, from 1, and the lines before and after the mend."""
    old, new = text.split("\n"), mend.written_into(text).split("\n")
    head = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
    head = min(len(old), len(new)) if head is None else head
    most = min(len(old), len(new)) - head
    tail = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    return head + 1, old[head : len(old) - tail], new[head : len(new) - tail]


def last_line(text: str, mend: Mend) -> int:
    """Return the highest number that a mend shows."""
    first, old, new = change(text, mend)
    return first + min(max(len(old), len(new), 1), MOST) - 1


def difference(text: str, mend: Mend, gutter: Gutter) -> list[str]:
    """Return the lines of a mend, the former with ``-`` and the new with ``+``."""
    first, old, new = change(text, mend)
    if not old and not new:
        return []
    before = text.split("\n")[first - 2 : first - 1] if first > 1 and not old else []
    return [
        gutter.bare(),
        *(gutter.row(first - 1, shown(row)) for row in before),
        *_side(first, old, "-", Role.OLD, gutter),
        *_side(first, new, "+", Role.NEW, gutter),
        gutter.bare(),
    ]


def _side(first: int, rows: list[str], sign: str, role: Role, gutter: Gutter) -> list[str]:
    lines = [
        gutter.paint(role, f"{first + n:>{gutter.width}} {sign} {shown(row)}".rstrip())
        for n, row in enumerate(rows[:MOST])
    ]
    return [*lines, gutter.bare("…")] if len(rows) > MOST else lines
