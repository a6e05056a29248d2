"""Where the entries of a record stand in its text: lines, columns, and what lies between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Position
    from generator.yamltext import Data, Document, Path

_DASH = re.compile(r"-[ \t]+$")


class Entry(NamedTuple):
    """A key or a list item. Lines count from 1; offsets and columns count characters from 0."""

    path: Path
    start: int  # of its text
    end: int  # of its scalar, without blank lines behind
    line: int
    indent: int  # of that line
    column: int  # of the key, or of the dash


class Layout:
    """The entries of a document, in the order of the file."""

    def __init__(self, document: Document) -> None:
        """Look up every entry once."""
        self.document = document
        self.text = document.text
        self.rows = document.text.split("\n")
        self._starts = [0, *accumulate(len(row) + 1 for row in self.rows)]
        self.scalars: list[tuple[int, int]] = []  # keys too
        self.entries = list(self._walk(document.data, ()))
        self._offsets = [entry.start for entry in self.entries]
        self.by_path = {entry.path: entry for entry in self.entries}

    def around(self, offset: int) -> tuple[Entry | None, Entry | None]:
        """Return the last entry before an offset and the first one behind it."""
        place = bisect_left(self._offsets, offset)
        before = self.entries[place - 1] if place else None
        return before, self.entries[place] if place < len(self.entries) else None

    def column_of(self, offset: int) -> tuple[str, int]:
        """Return what stands before an offset on its line, and how many characters that is."""
        start = self.text.rfind("\n", 0, offset) + 1
        return self.text[start:offset], offset - start

    def gaps(self) -> Iterator[tuple[int, int]]:
        """Yield the spans between the scalars: marks of structure, comments, blank lines."""
        last = 0
        for start, end in sorted(self.scalars):
            yield last, start
            last = max(last, end)
        yield last, len(self.text)

    def _walk(self, data: Data, path: Path) -> Iterator[Entry]:
        if isinstance(data, dict):
            for key, value in data.items():
                here = (*path, key)
                yield self._entry(here, value, is_key=True)
                yield from self._walk(value, here)
        elif isinstance(data, list):
            for number, value in enumerate(data):
                here = (*path, number)
                if _has_place(value):
                    yield self._entry(here, value, is_key=False)
                yield from self._walk(value, here)

    def _entry(self, path: Path, value: Data, *, is_key: bool) -> Entry:
        at = self.document.at(path, key=is_key)
        start, end = self._span(at)
        if is_key:
            self.scalars.append((start, end))
        if value is None or isinstance(value, str):
            first, end = self._span(self.document.at(path))
            end = first + len(self.text[first:end].rstrip())
            self.scalars.append((first, end))
        row = self.rows[at.line - 1]
        dash = None if is_key else _DASH.search(row[: at.column - 1])
        column = dash.start() if dash else at.column - 1
        return Entry(path, start, end, at.line, len(row) - len(row.lstrip(" ")), column)

    def _span(self, at: Position) -> tuple[int, int]:
        starts = self._starts
        return starts[at.line - 1] + at.column - 1, starts[at.end_line - 1] + at.end_column - 1


def _has_place(item: Data) -> bool:
    """Whether the parser tells where a list item begins: not for lists and empty blocks."""
    return bool(item) if isinstance(item, dict) else not isinstance(item, list)
