"""The events of yaml's parser, which know where in the text they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from generator.problems import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

# libyaml's parser where PyYAML was built with it: 20 times faster than the one in Python.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def events_of(text: str) -> Iterator[Any]:
    """Return the events of a text; they share no type that says what each kind has."""
    # `yaml.parse` asks twice for each event, whether there is one and for it: None is the end.
    # Made when the first is asked for: a text without bytes fails there, as all that is no YAML.
    yield from iter(_LOADER(text).get_event, None)


def span(file: str, event: Any) -> Position:
    """Return the span of an event in its file."""
    start, end = event.start_mark, event.end_mark
    return Position(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
