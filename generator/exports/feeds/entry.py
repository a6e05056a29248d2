"""What every entry of a feed is made of, in no format yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from generator import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date


@dataclass(frozen=True, kw_only=True)
class Line:
    """A paragraph: a label before the text, and where the text leads; both may be empty.

    ``language`` is that of the text, empty where it is the one of the feed.
    """

    text: str
    label: str = ""
    language: str = ""
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Tag:
    """What an entry is filed under; ``scheme`` is the address of the list that the id is from."""

    id: str
    label: str
    scheme: str


@dataclass(frozen=True, kw_only=True, eq=False)  # each is made once
class Entry:
    """One check, or one change of a check. Languages are empty where they are the feed's.

    ``id`` is the same for good. ``facts`` is what programs read besides.
    """

    id: str
    address: str
    title: str
    title_language: str
    summary: str
    summary_language: str
    lines: tuple[Line, ...]
    author: str
    published: date
    updated: date
    tags: tuple[Tag, ...]
    facts: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def html(self) -> str:
        """The paragraphs as HTML, written once for all feeds that have the entry."""
        return html(self.lines)


def html(lines: Iterable[Line]) -> str:
    """Write paragraphs as HTML."""
    return "".join(escape.element(_paragraph(line)) for line in lines)


def plain(lines: Iterable[Line]) -> str:
    """Write paragraphs as text, with the addresses of their links."""
    return "\n\n".join(" ".join(part for part in _parts(line) if part) for line in lines)


def _parts(line: Line) -> tuple[str, ...]:
    return (line.label and f"{line.label}:", line.text, line.address)


def _paragraph(line: Line) -> Element:
    inner = paragraph = Element("p")
    if line.label:
        label = SubElement(paragraph, "strong")
        label.text, label.tail = f"{line.label}:", " "
    if line.address:
        inner = SubElement(paragraph, "a", href=line.address)
    elif line.language:
        inner = SubElement(paragraph, "span", lang=line.language)
    if inner is paragraph and len(paragraph):
        paragraph[-1].tail = f" {line.text}"
    else:
        inner.text = line.text
    return paragraph
