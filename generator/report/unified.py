"""A file before and after, as a unified diff for a terminal or a log."""

from __future__ import annotations

import re
from difflib import unified_diff
from typing import TYPE_CHECKING

from generator.characters import printable
from generator.report.marked import Role, unpainted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.report.marked import Paint

_ROLES = {"---": Role.PLACE, "+++": Role.PLACE, "@@": Role.PLACE, "-": Role.OLD, "+": Role.NEW}
_COMMAND = re.compile(r"^(\s+):(?=:)")


def as_unified(file: str, before: str, after: str, label: str, paint: Paint = unpainted) -> str:
    """Print what changes in ``file``; ``label`` says of the new one what was done to it.

    Line ends that change are told in words: as lines, both sides would look alike.
    """
    old, new = (text.replace("\r\n", "\n").removesuffix("\n") for text in (before, after))
    names = (file, f"{file}, {label}")
    rows = [*unified_diff(old.split("\n"), new.split("\n"), *names, lineterm="")]
    rows = rows or [f"--- {names[0]}", f"+++ {names[1]}"]
    return "\n".join([*(_row(row, paint) for row in rows), *_line_ends(before)])


def _line_ends(before: str) -> Iterator[str]:
    if "\r\n" in before:
        yield "\\ CR LF at the end of lines becomes LF"
    if not before.endswith("\n"):
        yield "\\ the last line gets a line end"


def _row(row: str, paint: Paint) -> str:
    # Of a line that stays, only blanks stand before its text.
    shown = _COMMAND.sub(r"\1�", printable(row))
    role = next((role for start, role in _ROLES.items() if row.startswith(start)), None)
    return paint(role, shown) if role else shown
