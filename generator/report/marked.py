"""Lines of a file as they are shown: numbered, cut to a width, a span marked in them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from generator.characters import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.problems import Position

WIDTH = 110  # columns of a line that are shown
AROUND = 60  # of these, how many at most stand before a span
BESIDE = 2  # lines before and behind it
MOST = 6  # lines of a span that are shown; more are folded


class Role(StrEnum):
    """What a piece of printed text is, for whoever colours it."""

    ERROR = "error"
    WARNING = "warning"
    CODE = "code"
    PLACE = "place"
    MARK = "mark"
    HELP = "help"
    OLD = "old"
    NEW = "new"


Paint: TypeAlias = Callable[[Role, str], str]


def unpainted(_: Role, text: str) -> str:
    """Leave text as it is."""
    return text


def shown(row: str, start: int = 0) -> str:
    """Write a line of a file from a column on, so that it takes no more than its place."""
    clean = printable(row.rstrip("\r").replace("\t", " "))
    cut = "…" if len(clean) > start + WIDTH else ""
    return f"{'…' if start else ''}{clean[start : start + WIDTH]}{cut}"


def span_of(at: Position, rows: Sequence[str]) -> Position:
    """Return a span that ends on a character: a block of text ends behind its last line feed."""
    line, column = at.end_line, at.end_column
    if (line, column) <= (at.line, at.column):
        return at
    if line > len(rows):
        line, column = len(rows), len(rows[-1]) + 1
    while line > at.line and not rows[line - 1][: column - 1].strip():
        line -= 1
        column = len(rows[line - 1].rstrip()) + 1
    return type(at)(at.file, at.line, at.column, line, column)


def window(at: Position, rows: Sequence[str]) -> range:
    """Return the numbers of the lines that are shown around a place; none for an empty one."""
    if not 0 < at.line <= len(rows) or not rows[at.line - 1].strip():
        return range(0)
    last = max(at.line, span_of(at, rows).end_line)
    first, behind = max(1, at.line - BESIDE), min(len(rows), last + BESIDE)
    while first < at.line and not rows[first - 1].strip():
        first += 1
    while behind > last and not rows[behind - 1].strip():
        behind -= 1
    return range(first, behind + 1)


def excerpt(at: Position, rows: Sequence[str], gutter: Gutter) -> list[str]:
    """Return the lines around a place, each behind its number, with the span marked."""
    numbers = window(at, rows)
    if not numbers:
        return []
    span = span_of(at, rows)
    last = max(span.line, span.end_line)
    beside = "  " if last > span.line else ""
    marked = _marked_block if beside else _marked_row
    return [
        gutter.bare(),
        *(gutter.row(n, beside + shown(rows[n - 1])) for n in numbers if n < at.line),
        *marked(span, rows, gutter),
        *(gutter.row(n, beside + shown(rows[n - 1])) for n in numbers if n > last),
        gutter.bare(),
    ]


class Gutter:
    """The column of line numbers, as wide as the highest one needs."""

    def __init__(self, highest: int, paint: Paint) -> None:
        self.width = len(str(highest))
        self.paint = paint

    def row(self, number: int, text: str) -> str:
        """Write a line behind its number."""
        return f"{self.paint(Role.PLACE, f'{number:>{self.width}} |')} {text}".rstrip()

    def bare(self, text: str = "") -> str:
        """Write a line that has no number."""
        return f"{self.paint(Role.PLACE, ' ' * self.width + ' |')} {text}".rstrip()

    def mark(self, text: str) -> str:
        """Colour the marks of a span."""
        return self.paint(Role.MARK, text)


def _marked_row(span: Position, rows: Sequence[str], gutter: Gutter) -> Iterator[str]:
    row = rows[span.line - 1].rstrip("\r")
    end = min(span.end_column - 1, len(row)) if span.end_column > span.column else len(row)
    if not span.end_line:
        end = len(row.rstrip())
    start = max(0, span.column - AROUND) if len(row) > WIDTH else 0
    before = span.column - 1 - start
    carets = "^" * min(max(1, end - span.column + 1), WIDTH - before)
    yield gutter.row(span.line, shown(row, start))
    yield gutter.bare(" " * (before + bool(start)) + gutter.mark(carets))


def _marked_block(span: Position, rows: Sequence[str], gutter: Gutter) -> Iterator[str]:
    """Draw a bar beside the lines of a span, as rustc does."""
    numbers = list(range(span.line, span.end_line + 1))
    starts_row = not rows[span.line - 1][: span.column - 1].strip()
    folded = range(MOST - 2, len(numbers) - 2) if len(numbers) > MOST else range(0)
    for index, number in enumerate(numbers):
        if index in folded:
            if index == folded.start:
                yield gutter.bare(f"{gutter.mark('|')} …")
            continue
        bar = (gutter.mark("/") if starts_row else " ") if index == 0 else gutter.mark("|")
        yield gutter.row(number, f"{bar} {shown(rows[number - 1])}")
        if index == 0 and not starts_row:
            yield gutter.bare(" " + gutter.mark("_" * span.column + "^"))
    reach = min(span.end_column - 1, WIDTH)
    yield gutter.bare(gutter.mark("|" + "_" * reach + "^"))
