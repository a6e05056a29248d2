"""Bars from left to right: how many, in the order given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.charts.elements import svg
from generator.charts.figure import WIDTH, Frame, figure, fitting, listed, picture
from generator.charts.markup import tag
from generator.charts.signs import sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.charts.markup import Tag
    from generator.escape import Safe

_ROW, _BAR, _SIZE = 26, 12, 12  # heights of a row, of its bar and of its letters
_COUNT, _GAP, _SIGN = 34, 8, 20  # widths of the number, of the space before a bar, of a sign


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of a bar: a number, and the class that gives its colour."""

    count: int
    style: str


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A row: the name of an icon and its own, the parts of its bar, the number as text.

    With ``href`` the row leads to what it counts, and ``says`` is the whole sentence that a
    screen reader reads and a pointer shows.
    """

    label: str
    parts: tuple[Part, ...]
    number: str
    sign: str = ""
    href: str = ""
    says: str = ""

    @property
    def count(self) -> int:
        """The length of the bar."""
        return sum(part.count for part in self.parts)


@dataclass(frozen=True, kw_only=True)
class Group:
    """Bars below a heading, with a sentence that says what they show."""

    heading: str
    description: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class KeyEntry:
    """A style of a part, and what it stands for."""

    style: str
    text: str


@dataclass(frozen=True)
class _Scale:
    """Where bars begin, and the count that fills the room behind."""

    column: float
    most: int

    @property
    def room(self) -> float:
        return WIDTH - self.column - _COUNT


def bars(frame: Frame, groups: Sequence[Group], key: Sequence[KeyEntry] = ()) -> Safe:
    """Draw groups side by side where there is room, all to one scale.

    The longest bar of all groups takes the whole width; a count that is not 0 is at least
    one unit wide, so that it is seen.
    """
    every = [bar for group in groups for bar in group.bars]
    scale = _Scale(_column(every), max((bar.count for bar in every), default=0))
    parts = [_panel(f"{frame.id}-{n}", group, scale) for n, group in enumerate(groups, 1)]
    return figure(frame, *parts, key=_key(key))


def _panel(id_: str, group: Group, scale: _Scale) -> Tag:
    rows = [_row(bar, n * _ROW, scale) for n, bar in enumerate(group.bars)]
    links = bool(group.bars) and all(bar.href for bar in group.bars)
    drawn: list[svg.Element] = [listed(rows)] if links else list(rows)
    names = (group.heading, group.description)
    drawing = picture(id_, len(group.bars) * _ROW, drawn, names, links=links)
    return tag("div", tag("p", group.heading, class_="fc-chart-head"), drawing)


def _column(every: Sequence[Bar]) -> float:
    widest = max((len(bar.label) for bar in every), default=0) * 0.58 * _SIZE
    return min(WIDTH * 0.58, widest + _indent(every) + _GAP)


def _indent(every: Sequence[Bar]) -> float:
    return _SIGN if any(bar.sign for bar in every) else 0


def _row(bar: Bar, top: float, scale: _Scale) -> svg.Element:
    middle = top + _ROW / 2
    indent = _SIGN if bar.sign else 0
    label = fitting(bar.label, scale.column - indent)
    drawn: list[svg.Element] = [
        svg.Rect(x=0, y=top, width=WIDTH, height=_ROW, class_=["fc-hit"]),
        svg.Text(x=indent, y=middle + 4, text=label, class_=["fc-label"]),
        *_drawn(bar, middle, scale),
        svg.Text(x=WIDTH, y=middle + 4, text=bar.number, text_anchor="end", class_=["fc-count"]),
    ]
    if bar.sign:
        drawn.append(sign(bar.sign, 7, middle, 14, bar.parts[0].style))
    if not bar.href:
        return svg.G(elements=drawn)
    return svg.A(href=bar.href, elements=[svg.Title(text=bar.says), *drawn])


def _drawn(bar: Bar, middle: float, scale: _Scale) -> list[svg.Element]:
    x, y = scale.column, middle - _BAR / 2
    drawn: list[svg.Element] = [_rect(x, y, scale.room, "fc-track")]
    for part in bar.parts:
        if part.count:
            width = max(1.0, scale.room * part.count / scale.most)
            drawn.append(_rect(x, y, width, "fc-bar", part.style))
            x += width
    return drawn


def _rect(x: float, y: float, width: float, *style: str) -> svg.Rect:
    return svg.Rect(x=_r(x), y=y, width=_r(width), height=_BAR, rx=1, class_=list(style))


def _key(entries: Sequence[KeyEntry]) -> Tag | None:
    if not entries:
        return None
    return tag("ul", *map(_entry, entries), class_="fc-chart-key")


def _entry(entry: KeyEntry) -> Tag:
    swatch = svg.SVG(
        xmlns=None,
        viewBox=svg.ViewBoxSpec(0, 0, 12, 12),
        width=12,
        height=12,
        elements=[svg.Rect(width=12, height=12, rx=2, class_=["fc-bar", entry.style])],
        extra={"aria-hidden": "true"},
    )
    return tag("li", swatch, entry.text)


def _r(number: float) -> float:
    return round(number, 1)
