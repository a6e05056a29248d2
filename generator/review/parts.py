"""What a row is made of, whatever the format."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from generator import wording
from generator.wording import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.changes import FieldChange


class Style(Enum):
    """How a part of a row is shown: as text, as a name of ours, as gone, as new."""

    PLAIN = 0
    CODE = 1
    OLD = 2
    NEW = 3


class Part(NamedTuple):
    """Text of anybody, and how it is shown."""

    style: Style
    text: str


Row = tuple[Part, ...]


class Section(NamedTuple):
    """A heading and its rows."""

    title: str
    rows: list[Row]


def plain(text: str) -> Part:
    """Show text as it is."""
    return Part(Style.PLAIN, text)


def code(text: str) -> Part:
    """Show an id, a file or an address."""
    return Part(Style.CODE, text)


def changed(change: FieldChange) -> Iterator[Part]:
    """Write a change word by word; what is new or gone as a whole is shown as that."""
    styles = {Mark.SAME: Style.PLAIN, Mark.OLD: Style.OLD, Mark.NEW: Style.NEW}
    for run in wording.brief(wording.runs(change.old, change.new)):
        yield Part(styles[run.mark], run.text)
