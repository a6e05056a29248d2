"""Problems as GitHub workflow commands, which annotate the exact line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.characters import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.problems import Position, Problem


def as_github(problems: Sequence[Problem]) -> str:
    """Print problems as GitHub workflow commands, which annotate the exact line.

    Format: "Workflow commands for GitHub Actions", error and warning messages.
    """
    return "\n".join(
        f"::{p.severity} file={_property(visible(p.position.file))},line={p.position.line},"
        f"col={p.position.column}{_end(p.position)},title={_property(p.code)}::"
        f"{_data(_annotation(p))}"
        for p in problems
    )


def _annotation(problem: Problem) -> str:
    hint = f" ({problem.hint})" if problem.hint else ""
    return "\n".join([problem.message + hint, *problem.details])


def _end(at: Position) -> str:
    # GitHub shows columns only for a span on one line.
    if at.end_line != at.line or at.end_column <= at.column:
        return ""
    return f",endLine={at.end_line},endColumn={at.end_column}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
