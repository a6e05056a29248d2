"""Problems as GitHub workflow commands, which annotate the exact line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.characters import printable, visible
from generator.problems import Severity, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.problems import Mend, Position, Problem

SHOWN = 10  # annotations of one severity that GitHub shows of a step


def as_github(problems: Sequence[Problem]) -> str:
    """Print problems as GitHub workflow commands, which annotate the exact line.

    Format: "Workflow commands for GitHub Actions", error and warning messages. Where there are
    more than GitHub shows, a notice tells how many there are.
    """
    return "\n".join([*map(_command, problems), *_notice(problems)])


def _command(problem: Problem) -> str:
    at = problem.position
    return (
        f"::{problem.severity} file={_property(visible(at.file))},line={at.line}{_end(at)},"
        f"title={_property(problem.code)}::{_data(_annotation(problem))}"
    )


def _annotation(problem: Problem) -> str:
    hint = f" ({problem.hint})" if problem.hint else ""
    mend = _mend(problem.mend) if problem.mend else []
    return "\n".join([problem.message + hint, *problem.details, *mend])


def _mend(mend: Mend) -> list[str]:
    rows = [printable(row.rstrip()) for row in mend.text.split("\n") if row.strip()]
    is_added = (mend.at.end_line, mend.at.end_column) <= (mend.at.line, mend.at.column)
    label = "add:" if is_added else "mend:"
    return [f"{label} {rows[0]}"] if len(rows) == 1 else [label, *rows] if rows else []


def _end(at: Position) -> str:
    # GitHub takes columns only for a span on one line, and drops the end of any other with them.
    if at.end_line > at.line:
        last = at.end_line - (at.end_column == 1)
        return f",endLine={last}" if last > at.line else f",col={at.column}"
    if at.end_line == at.line and at.end_column > at.column:
        return f",col={at.column},endLine={at.end_line},endColumn={at.end_column}"
    return f",col={at.column}"


def _notice(problems: Sequence[Problem]) -> Iterator[str]:
    errors = sum(p.severity is Severity.ERROR for p in problems)
    if max(errors, len(problems) - errors) > SHOWN:
        said = f"{summary(problems)}; GitHub shows {SHOWN} of each, the log of this step has all"
        yield f"::notice title=factcheck::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
