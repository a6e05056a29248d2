"""Problems for a person, each with its lines of the file, the span marked and the mend drawn."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.characters import visible
from generator.problems import Severity
from generator.report.marked import Gutter, Role, excerpt, unpainted, window
from generator.report.mended import difference, last_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.problems import Position, Problem
    from generator.report.marked import Paint

# One missing record is named by many: it is shown at the first place, and the others are listed.
FOLDED = frozenset({"unknown-reference"})
PLACES = 10  # of these, how many are listed


def as_text(
    problems: Sequence[Problem], read: Callable[[str], str | None], paint: Paint = unpainted
) -> str:
    """Print problems for a person, each with the lines around it and the span marked.

    ``read`` returns the text of a file by the name that positions use, or None. The first line
    of each is ``file:line:column: severity: message [code]``, which editors follow. ``paint``
    colours a piece of text by its role.
    """
    rows: dict[str, list[str] | None] = {}
    blocks = []
    for group in _folded(problems):
        file = group[0].position.file
        if file not in rows:
            text = read(file)
            rows[file] = None if text is None else text.split("\n")
        blocks.append("\n".join(_block(group, rows[file], paint)))
    return "\n\n".join(blocks)


def _folded(problems: Sequence[Problem]) -> Iterator[list[Problem]]:
    """Put together what one act mends, at the place of the first."""
    groups: dict[object, list[Problem]] = defaultdict(list)
    for number, problem in enumerate(problems):
        is_folded = problem.code in FOLDED
        groups[problem.message if is_folded else number].append(problem)
    yield from groups.values()


def _block(group: list[Problem], rows: Sequence[str] | None, paint: Paint) -> Iterator[str]:
    problem, *others = group
    gutter = Gutter(_highest(problem, rows), paint)
    yield _headline(problem, paint)
    yield from excerpt(problem.position, rows, gutter) if rows else ()
    margin = " " * (gutter.width + 1)
    for label, said in _notes(problem, others):
        yield f"{margin}{paint(Role.HELP, label)} {said}"
    if problem.mend is not None and rows:
        yield from difference(rows, problem.mend, gutter)


def _highest(problem: Problem, rows: Sequence[str] | None) -> int:
    """Return the highest number that is shown: both pictures stand behind one gutter."""
    if rows is None:
        return 1
    mended = last_line(rows, problem.mend) if problem.mend else 1
    return max(mended, window(problem.position, rows).stop - 1)


def _headline(problem: Problem, paint: Paint) -> str:
    role = Role.ERROR if problem.severity is Severity.ERROR else Role.WARNING
    place = paint(Role.PLACE, _place(problem.position))
    severity = paint(role, str(problem.severity))
    return f"{place}: {severity}: {problem.message} {paint(Role.CODE, f'[{problem.code}]')}"


def _notes(problem: Problem, others: list[Problem]) -> Iterator[tuple[str, str]]:
    for detail in problem.details:
        yield "=", detail
    if problem.hint:
        yield "= help:", problem.hint
    for other in others[:PLACES]:
        yield "= also named in:", _place(other.position)
    if len(others) > PLACES:
        yield "= also named in:", f"{len(others) - PLACES} more places"


def _place(at: Position) -> str:
    return f"{visible(at.file)}:{at.line}:{at.column}"


def as_mended(problem: Problem, before: str, paint: Paint = unpainted) -> str:
    """Print a mend that was written into the text ``before``, as a change of lines."""
    at = paint(Role.PLACE, _place(problem.position))
    headline = f"{at}: mended: {problem.message} {paint(Role.CODE, f'[{problem.code}]')}"
    if problem.mend is None:
        return headline
    rows = before.split("\n")
    gutter = Gutter(last_line(rows, problem.mend), paint)
    return "\n".join([headline, *difference(rows, problem.mend, gutter), ""])
