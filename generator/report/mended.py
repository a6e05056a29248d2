"""A mend as lines: what stands there, and what would stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.report.marked import Role, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.problems import Mend
    from generator.report.marked import Gutter

MOST = 24  # lines of each side that are shown


def change(rows: Sequence[str], mend: Mend) -> tuple[int, list[str], list[str]]:
    """Return the first line that differs, from 1, and the lines before and after the mend."""
    first, last = mend.at.line, max(mend.at.line, mend.at.end_line)
    old = list(rows[first - 1 : last]) or [""]
    before, behind = old[0][: mend.at.column - 1], old[-1][mend.at.end_column - 1 :]
    new = f"{before}{mend.text}{behind}".split("\n")
    while old and new and old[0] == new[0]:
        old, new, first = old[1:], new[1:], first + 1
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return first, old, new


def last_line(rows: Sequence[str], mend: Mend) -> int:
    """Return the highest number that a mend shows."""
    first, old, new = change(rows, mend)
    return first + min(max(len(old), len(new), 1), MOST) - 1


def difference(rows: Sequence[str], mend: Mend, gutter: Gutter) -> list[str]:
    """Return the lines of a mend, the former with ``-`` and the new with ``+``."""
    first, old, new = change(rows, mend)
    if not old and not new:
        return []
    before = rows[first - 2 : first - 1] if first > 1 and not old else []
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
