"""Problems for a person, each with its line of the file and the span marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.characters import FORBIDDEN, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.problems import Position, Problem


def as_text(problems: Sequence[Problem], read: Callable[[str], str | None]) -> str:
    """Print problems for a person, each with its line of the file and the span marked.

    ``read`` returns the text of a file by the name that positions use, or None.
    """
    lines: list[str] = []
    for problem in problems:
        at = problem.position
        lines.append(
            f"{visible(at.file)}:{at.line}:{at.column}: {problem.severity}: "
            f"{problem.message} [{problem.code}]"
        )
        lines += _excerpt(at, read(at.file))
        lines += [f"  = {detail}" for detail in problem.details]
        if problem.hint:
            lines.append(f"  = help: {problem.hint}")
    return "\n".join(lines)


def _excerpt(at: Position, text: str | None) -> list[str]:
    rows = (text or "").split("\n")
    if not 0 < at.line <= len(rows) or not rows[at.line - 1].strip():
        return []
    row = FORBIDDEN.sub("�", rows[at.line - 1].rstrip("\r").replace("\t", " "))
    one_line = at.end_line == at.line and at.end_column > at.column
    end = min(at.end_column - 1, len(row)) if one_line else len(row)
    start, room = max(0, at.column - 60), 110
    marks = "^" * min(max(1, end - at.column + 1), room - (at.column - 1 - start))
    gutter = str(at.line)
    return [
        f"{gutter} | {'…' if start else ''}{row[start : start + room]}",
        f"{' ' * len(gutter)} | {' ' * (at.column - 1 - start + bool(start))}{marks}",
    ]
