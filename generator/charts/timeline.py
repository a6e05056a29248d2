"""Dated marks from top to bottom, and arcs between those that contradict each other.

Rows follow each other in time; their distances are not to scale, and a long pause is told in
words. A date of which only the month or the year is known is a span that reaches around the
rows that lie within it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from generator.charts.elements import svg
from generator.charts.figure import WIDTH, Frame, aside, figure, fitting, listed, picture
from generator.charts.markup import tag
from generator.charts.signs import sign

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from generator.charts.markup import Tag
    from generator.escape import Safe

MOST = 60  # marks; more are shown as bars, so that no picture grows with the corpus

_AXIS, _LEFT, _STEP, _RADIUS = 24, 40, 28, 13
_A_LINE = 9  # marks that stand side by side
_LABEL, _LINE, _PAUSE = 22, 29, 26  # heights of a date, of a line of marks, of a pause
Places = dict[str, tuple[float, float]]


class Known(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Something dated that leads to its page; ``says`` is what a screen reader reads of it.

    ``key`` names it for arcs; ``sign`` is the name of an icon. ``other`` marks what somebody
    else said.
    """

    key: str
    sign: str
    style: str
    href: str
    says: str
    other: bool = False


@dataclass(frozen=True, kw_only=True)
class Moment:
    """The marks of one date; ``within`` counts the rows below that lie inside its span.

    ``pause`` tells the time since the row above, where it is long.
    """

    when: str
    known: Known
    marks: tuple[Mark, ...]
    within: int = 0
    pause: str = ""


@dataclass(frozen=True)
class Sign:
    """A sign in the key and what it stands for.

    ``sign`` is the name of an icon and ``style`` its colour, or ``style`` alone names a shape
    of this picture: fc-day, fc-month, fc-year, fc-arc.
    """

    sign: str
    style: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Course:
    """What a timeline shows; ``arcs`` are pairs of keys of marks."""

    moments: tuple[Moment, ...]
    arcs: tuple[tuple[str, str], ...]
    signs: tuple[Sign, ...]


def timeline(frame: Frame, course: Course) -> Safe:
    """Draw what happened when."""
    tops, height = _tops(course.moments)
    apart = {key for arc in course.arcs for key in arc}
    rows = [_in_order(moment, apart) for moment in course.moments]
    places = dict(chain.from_iterable(_places(r, t) for r, t in zip(rows, tops, strict=True)))
    behind = [
        *_axis(course.moments, tops, height),
        *_arcs(course.arcs, places),
        *chain.from_iterable(_label(m, t) for m, t in zip(course.moments, tops, strict=True)),
    ]
    marks = [_mark(mark, *places[mark.key]) for row in rows for mark in row]
    drawn = [aside(behind), listed(marks)]
    names = (frame.title, frame.description)
    drawing = picture(f"{frame.id}-1", height, drawn, names, links=True)
    return figure(frame, drawing, key=_key(course.signs))


def _tops(moments: Sequence[Moment]) -> tuple[list[float], float]:
    tops, top = [], 0.0
    for moment in moments:
        top += _PAUSE if moment.pause else 0
        tops.append(top)
        lines = -(-len(moment.marks) // _A_LINE)
        top += _LABEL + lines * _LINE + 4
    return tops, top


def _in_order(moment: Moment, apart: set[str]) -> list[Mark]:
    # Marks with an arc stand next to the axis, where arcs run.
    return sorted(moment.marks, key=lambda mark: mark.key not in apart)


def _places(marks: Sequence[Mark], top: float) -> Iterable[tuple[str, tuple[float, float]]]:
    for number, mark in enumerate(marks):
        line, column = divmod(number, _A_LINE)
        x = _LEFT + _RADIUS + 1 + column * _STEP
        yield mark.key, (x, top + _LABEL + line * _LINE + _LINE / 2)


def _axis(moments: Sequence[Moment], tops: Sequence[float], height: float) -> Iterable[svg.Element]:
    for number, (moment, top) in enumerate(zip(moments, tops, strict=True)):
        below = tops[number + 1] if number + 1 < len(tops) else height - _LINE
        until = below - (_PAUSE if number + 1 < len(tops) and moments[number + 1].pause else 0)
        if moment.pause:
            yield _line(top - _PAUSE, top + _LABEL / 2, "fc-pause")
        yield _line(top + _LABEL / 2, until + (_LABEL / 2 if until == below else 0), "fc-axis")
    # Wide spans first, so that the narrow ones stand on them.
    spans = sorted(zip(moments, tops, range(len(tops)), strict=True), key=_wideness)
    for moment, top, number in spans:
        last = tops[min(number + moment.within, len(tops) - 1)]
        yield _extent(moment.known, top + _LABEL / 2, last + _LABEL / 2)


def _wideness(span: tuple[Moment, float, int]) -> tuple[int, int]:
    return list(Known)[::-1].index(span[0].known), span[2]


def _line(start: float, end: float, style: str) -> svg.Line:
    return svg.Line(x1=_AXIS, x2=_AXIS, y1=start, y2=end, class_=[style])


def _extent(known: Known, first: float, last: float) -> svg.Element:
    if known is Known.DAY:
        return svg.Circle(cx=_AXIS, cy=first, r=3.5, class_=["fc-day"])
    half = 7 if known is Known.MONTH else 10
    end = last + half if last > first else first + 2 * half
    return svg.Rect(
        x=_AXIS - half,
        y=first - half,
        width=2 * half,
        height=end - first + half,
        rx=half,
        class_=["fc-span", f"fc-{known}"],
    )


def _label(moment: Moment, top: float) -> Iterable[svg.Element]:
    if moment.pause:
        text = fitting(moment.pause, WIDTH - _LEFT, 11)
        yield svg.Text(x=_LEFT, y=top - _PAUSE / 2 + 4, text=text, class_=["fc-pause-text"])
    text = fitting(moment.when, WIDTH - _LEFT)
    yield svg.Text(x=_LEFT, y=top + _LABEL / 2 + 4, text=text, class_=["fc-when"])


def _arcs(arcs: Sequence[tuple[str, str]], places: Places) -> Iterable[svg.Element]:
    for number, (one, other) in enumerate(arcs):
        (x1, y1), (x2, y2) = places[one], places[other]
        bend = -14 + 7 * (number % 3)
        if y1 == y2:
            middle, low = (x1 + x2) / 2, y1 + _RADIUS + 12
            path: list[svg.PathData] = [svg.M(x1, y1), svg.Q(middle, low, x2, y2)]
        else:
            path = [svg.M(x1, y1), svg.C(bend, y1, bend, y2, x2, y2)]
        yield svg.Path(d=path, class_=["fc-arc"])


def _mark(mark: Mark, x: float, y: float) -> svg.A:
    style = [mark.style, *(["fc-other"] if mark.other else [])]
    return svg.A(
        href=mark.href,
        class_=["fc-chip"],
        elements=[svg.Title(text=mark.says), sign(mark.sign, x, y, 2 * _RADIUS, *style)],
    )


def _key(signs: Sequence[Sign]) -> Tag:
    return tag("ul", *(tag("li", _swatch(one), one.text) for one in signs), class_="fc-chart-key")


def _swatch(named: Sign) -> svg.SVG:
    return svg.SVG(
        xmlns=None,
        viewBox=svg.ViewBoxSpec(0, 0, 26, 26),
        width=26,
        height=26,
        elements=list(_shapes(named)),
        extra={"aria-hidden": "true"},
    )


_SHAPES: Mapping[str, Callable[[], svg.Element]] = {
    "fc-day": lambda: svg.Circle(cx=13, cy=13, r=3.5, class_=["fc-day"]),
    "fc-month": lambda: svg.Rect(
        x=6, y=3, width=14, height=20, rx=7, class_=["fc-span", "fc-month"]
    ),
    "fc-year": lambda: svg.Rect(
        x=3, y=1, width=20, height=24, rx=10, class_=["fc-span", "fc-year"]
    ),
    "fc-arc": lambda: svg.Path(d=[svg.M(20, 2), svg.C(2, 2, 2, 24, 20, 24)], class_=["fc-arc"]),
}


def _shapes(named: Sign) -> Iterable[svg.Element]:
    if named.style in _SHAPES:
        yield _SHAPES[named.style]()
        return
    yield sign(named.sign, 13, 13, 22, *named.style.split())
