"""Comments of a record: the entry above which each stands, so that it can move with it.

A comment belongs to the entry below it. One that is indented like the block above it, and
deeper than what follows, stands at the end of that block. A blank line goes with what follows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.layout import Entry
    from generator.yamltext import Data, Document, Path


class Place(NamedTuple):
    """Where comments stand: above the entry at ``path``, or at the end of the block there.

    The empty path is the head of the file, or its end.
    """

    path: Path
    at_end: bool = False


HEAD = Place(())
END = Place((), at_end=True)
Comments = dict[Place, list[str]]  # the lines at each place; "" is a blank line

_IN_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(#.*)")
_LINE = re.compile(r"#.*|^[ \t]*\n", re.MULTILINE)


def find(document: Document) -> Comments:
    """Return the comments and blank lines of a document, each at its place."""
    layout = Layout(document)
    found: Comments = defaultdict(list)
    next_comment, its_place = len(layout.text), END
    for offset, line in sorted(_lines(layout), reverse=True):
        if line:
            next_comment, its_place = offset, _place_of(layout, offset)
        _, below = layout.around(offset)
        if line or below is None or next_comment < below.start:
            found[its_place].insert(0, line)
        else:
            found[Place(below.path)].insert(0, line)
    return _with_head(found, layout.entries[0]) if layout.entries else found


def settled(comments: Comments, document: Document) -> Comments:
    """Return the places as they are in another order of the same entries.

    What stands above the first key of a list item stands above the item. Blank lines are
    one at most, and none where the file begins or a block ends.
    """
    layout = Layout(document)
    known = layout.by_path
    found: Comments = defaultdict(list)
    for place, lines in sorted(comments.items(), key=lambda item: len(item[0].path)):
        path = place.path
        while path and not place.at_end and (path not in known or _is_first(path, document)):
            path = path[:-1]
        found[place._replace(path=path)] += lines
    opening = {HEAD, *(Place(entry.path) for entry in layout.entries[:1])}
    cleared = {
        place: _blanks(lines, is_first=place in opening, is_last=place.at_end)
        for place, lines in found.items()
    }
    return {place: lines for place, lines in cleared.items() if lines}


def _blanks(lines: list[str], *, is_first: bool, is_last: bool) -> list[str]:
    rows = [line for line, before in zip(lines, ["x", *lines], strict=False) if line or before]
    if is_first and rows[:1] == [""]:
        rows = rows[1:]
    return rows[:-1] if is_last and rows[-1:] == [""] else rows


def put(document: Document, comments: Comments) -> str:
    """Return the text of a document that has no comments, with ``comments`` put in."""
    layout = Layout(document)
    rows: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for place, lines in comments.items():
        line, indent, rank = _where(layout, place)
        rows[line] += [(rank, (" " * indent + text) if text else "") for text in lines]
    out: list[str] = []
    for number, row in enumerate(layout.rows, 1):
        out += [text for _, text in sorted(rows[number], key=lambda item: item[0])]
        out.append(row)
    return "\n".join(out)


def _where(layout: Layout, place: Place) -> tuple[int, int, int]:
    """Return before which line comments go, how they are indented, and who goes first."""
    if place == HEAD:
        return 1, 0, -len(layout.rows)
    if not place.at_end:
        entry = layout.by_path[place.path]
        return entry.line, entry.indent, 1
    depth = len(place.path)
    inner = [n for n, e in enumerate(layout.entries) if e.path[:depth] == place.path]
    first = next(e for e in layout.entries if e.path[:depth] == place.path and len(e.path) > depth)
    behind = layout.entries[inner[-1] + 1 :]
    return behind[0].line if behind else len(layout.rows), first.column, -depth


def _is_first(path: Path, document: Document) -> bool:
    """Whether an entry is written on the line of the list item that holds it."""
    if len(path) < 2 or not isinstance(path[-2], int):  # noqa: PLR2004 - the item and its key
        return False
    block: Data = document.data
    for step in path[:-1]:
        block = block[step]  # type: ignore[index]
    return path[-1] == next(iter(block)) if isinstance(block, dict) else path[-1] == 0


def _with_head(found: Comments, first: Entry) -> Comments:
    """Take what a blank line parts from the first key for the head of the file."""
    lines = found.pop(Place(first.path), [])
    last = max((number for number, line in enumerate(lines, 1) if not line), default=0)
    return {**found, HEAD: lines[:last], Place(first.path): lines[last:]}


def _lines(layout: Layout) -> Iterator[tuple[int, str]]:
    """Yield offset and text of each comment, and of each blank line with an empty text."""
    for start, end in layout.gaps():
        for match in _LINE.finditer(layout.text, start, end):
            yield match.start(), match.group().strip()
    for start, end in layout.scalars:
        if header := _IN_HEADER.match(layout.text, start, end):
            yield start, header[1].strip()


def _place_of(layout: Layout, offset: int) -> Place:
    before, behind = layout.around(offset)
    lead, column = layout.column_of(offset)
    if before is None or (lead.strip() and behind and not lead.strip(" -")):
        return Place(behind.path) if behind else HEAD
    if lead.strip() or offset < before.end:
        return Place(before.path)
    if behind is None or column > behind.indent:
        block = _ended(layout, before, behind, column)
        if block is not None or column > before.column:
            return Place(before.path) if block is None else Place(block, at_end=True)
    return END if behind is None else Place(behind.path)


def _ended(layout: Layout, before: Entry, behind: Entry | None, column: int) -> Path | None:
    """Return the block that ends between two entries and that ``column`` belongs to."""
    found, its_column = None, -1
    for depth in range(len(before.path) - 1, -1, -1):
        block = before.path[:depth]
        if behind and behind.path[:depth] == block:
            break
        child = layout.by_path.get(before.path[: depth + 1])
        if child and its_column <= child.column <= column:
            found, its_column = block, child.column
    return found
