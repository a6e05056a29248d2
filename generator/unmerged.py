"""Marks that git leaves in a file where two changes of the same lines met."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

# At the start of a line, as git writes them: <<<<<<< ours, ======= and >>>>>>> theirs.
_MARK = re.compile(r"(<{7}|={7}|>{7})(?: .*)?")


def conflicts(text: str, file: str) -> Iterator[Problem]:
    """Yield each conflict of a file, from its first mark to its last.

    A line of equals signs alone is none: Markdown underlines headings with it.
    """
    if "<" * 7 not in text and ">" * 7 not in text:
        return
    opened, middle = 0, 0
    rows = text.split("\n")
    for number, row in enumerate(rows, 1):
        sign = _MARK.fullmatch(row.rstrip("\r"))
        if not sign:
            continue
        if row[0] == "<":
            if opened:
                yield _lone(file, opened, rows)
            opened, middle = number, 0
        elif row[0] == "=":
            middle = number if opened else 0
        elif opened:
            yield _conflict(file, opened, middle, number, rows)
            opened = 0
        else:
            yield _lone(file, number, rows)
    if opened:
        yield _lone(file, opened, rows)


def _conflict(file: str, first: int, middle: int, last: int, rows: list[str]) -> Problem:
    at = Position(file, first, 1, last, len(rows[last - 1]) + 1)
    said = f"lines {first} to {last} are two versions that git could not put together"
    parted = f", parted by line {middle}" if middle else ""
    hint = "keep the lines that are right and delete the marked ones, <<<<<<<, ======= and >>>>>>>"
    return Problem("merge-conflict", at, said + parted, hint)


def _lone(file: str, line: int, rows: list[str]) -> Problem:
    at = Position(file, line, 1, line, len(rows[line - 1]) + 1)
    said = f"'{rows[line - 1][:7]}' is left of a conflict that git marked"
    return Problem("merge-conflict", at, said, "delete the line, and look at those around it")
