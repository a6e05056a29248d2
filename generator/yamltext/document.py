"""A YAML file as read: its data, and the position of every key and value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from generator.problems import Position, offset_of
from generator.yamltext.events import events_of, span

if TYPE_CHECKING:
    from collections.abc import Iterator

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """One YAML file: its name, its data and, when asked for, its text and positions.

    ``content`` is the text in UTF-8: one curly quote makes Python keep two bytes for each letter.
    """

    file: str
    content: bytes
    data: dict[str, Data]

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.content.decode()

    @cached_property
    def _marks(self) -> dict[tuple[Path, bool], Position]:
        # A second pass over the events, made only for a file that has a problem: keeping
        # positions of ten thousand good records would cost more than reading them.
        return dict(_positions(self.file, self.text))

    def at(self, path: Path, *, key: bool = False) -> Position:
        """Return the position of the value at ``path``, or of its key.

        A mapping or list is marked at its key, or at its first entry. A path that leads
        nowhere gives the nearest place above it, at last the start of the file.
        """
        while path:
            for wanted in (key, not key):
                if (path, wanted) in self._marks:
                    return self._marks[path, wanted]
            path = path[:-1]
        return self._marks.get(((), False), Position(self.file))

    def has(self, path: Path) -> bool:
        """Whether a key or an entry is written at ``path``."""
        return (path, True) in self._marks or (path, False) in self._marks

    def span(self, path: Path, *, key: bool = False) -> Position | None:
        """Return the span of the text at ``path`` itself; None where none is written there."""
        found = self._marks.get((path, key))
        return found if found and found.end_line and found.end_column else None

    def end_of(self, path: Path) -> tuple[int, int] | None:
        """Return the line behind the mapping at ``path`` and the column of its keys.

        None for one in braces, or that is empty.
        """
        inside = {p: at for (p, _), at in self._marks.items() if p[: len(path)] == path}
        keys = [at for (p, key), at in self._marks.items() if key and p[:-1] == path]
        if not keys or len({at.column for at in keys}) > 1:
            return None
        if len({at.line for at in keys}) < len(keys) or self._before(keys[0]).strip(" -"):
            return None
        last = max(at.end_line - (at.end_column == 1) for at in inside.values())
        return last + 1, keys[0].column

    def _before(self, at: Position) -> str:
        return self.text.split("\n")[at.line - 1][: at.column - 1]

    def offsets(self, at: Position) -> tuple[int, int]:
        """Return where a span begins and ends in ``text``, in code points."""
        return (
            offset_of(self.text, at.line, at.column),
            offset_of(self.text, at.end_line, at.end_column),
        )


def _positions(file: str, text: str) -> Iterator[tuple[tuple[Path, bool], Position]]:
    """Yield ``((path, is_key), position)`` for every key and value of a valid document."""
    events = events_of(text)

    def node(event: Any, path: Path) -> Iterator[tuple[tuple[Path, bool], Position]]:
        if isinstance(event, yaml.ScalarEvent):
            yield (path, False), span(file, event)
        elif isinstance(event, yaml.SequenceStartEvent):
            index = 0
            while not isinstance(child := next(events), yaml.SequenceEndEvent):
                yield from node(child, (*path, index))
                index += 1
        elif isinstance(event, yaml.MappingStartEvent):
            first = True
            while not isinstance(child := next(events), yaml.MappingEndEvent):
                here = (*path, child.value)
                if first and (not path or isinstance(path[-1], int)):
                    # The mapping of a list item, or the file's own, is marked at its first key.
                    yield (path, False), span(file, child)
                first = False
                yield (here, True), span(file, child)
                yield from node(next(events), here)

    for event in events:
        if isinstance(event, yaml.NodeEvent):
            yield from node(event, ())
