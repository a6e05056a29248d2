"""Which sources agree and disagree: a matrix of pairs.

Two sources agree on a claim when both carry evidence on the same side of it, for or against;
they disagree on it when one carries evidence for the claim and the other against. Evidence
that is context takes no side. A source may stand on both sides of one claim, for instance
when it carries two wordings; then the claim counts in both numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.charts.elements import svg
from generator.charts.figure import WIDTH, Frame, aside, figure, listed, picture
from generator.charts.markup import tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.charts.markup import Tag
    from generator.charts.table import Link
    from generator.escape import Safe

MOST = 8  # sources: a cell of a phone's width divided by it still holds a number and its sign
_WIDEST, _INSET = 56, 1.5


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two sources by their places in the list, the second the lower, and what they share."""

    row: int
    column: int
    agree: int
    disagree: int
    one_origin: bool
    href: str
    says: str


@dataclass(frozen=True, kw_only=True)
class Meanings:
    """What the signs of the matrix stand for, as its key says it."""

    agree: str
    disagree: str
    one_origin: str


def matrix(
    frame: Frame, sources: Sequence[Link], pairs: Sequence[Pair], meanings: Meanings
) -> Safe:
    """Draw a cell a pair below the diagonal, on which the letters of the sources stand."""
    side = min(_WIDEST, WIDTH / max(len(sources), 1))
    most = max((max(pair.agree, pair.disagree) for pair in pairs), default=1)
    cells = [_cell(pair, side, most) for pair in pairs]
    behind = [*_empty(len(sources), side), *_letters(len(sources), side)]
    edge = round(side * len(sources), 1)
    drawing = picture(
        f"{frame.id}-1",
        edge,
        [aside(behind), *([listed(cells)] if cells else [])],
        (frame.title, frame.description),
        links=bool(cells),
    )
    names = tag("ol", *map(_name, range(len(sources)), sources), class_="fc-chart-letters")
    return figure(frame, drawing, key=tag("div", names, _key(meanings), class_="fc-chart-keys"))


def letter(place: int) -> str:
    """Name a source in the matrix: A, B, C."""
    return chr(ord("A") + place)


def _name(place: int, source: Link) -> Tag:
    return tag("li", tag("b", letter(place)), source.text)


def _empty(number: int, side: float) -> Iterable[svg.Element]:
    for row in range(number):
        for column in range(row):
            yield _box(column, row, side, "fc-none")


def _letters(number: int, side: float) -> Iterable[svg.Element]:
    for place in range(number):
        x = place * side + side / 2
        yield svg.Text(
            x=_r(x), y=_r(x + 5), text=letter(place), text_anchor="middle", class_=["fc-letter"]
        )


def _cell(pair: Pair, side: float, most: int) -> svg.A:
    frame = ["fc-frame", *(["fc-one-origin"] if pair.one_origin else [])]
    return svg.A(
        href=pair.href,
        class_=["fc-cell"],
        elements=[
            svg.Title(text=pair.says),
            _box(pair.column, pair.row, side, "fc-ground"),
            *_half(pair, side, pair.agree, most, agree=True),
            *_half(pair, side, pair.disagree, most, agree=False),
            _box(pair.column, pair.row, side, *frame),
        ],
    )


def _half(pair: Pair, side: float, count: int, most: int, *, agree: bool) -> Iterable[svg.Element]:
    if not count:
        return
    half = (side - 2 * _INSET) / 2
    x = pair.column * side + _INSET
    y = pair.row * side + _INSET + (0 if agree else half)
    yield svg.Rect(
        x=_r(x),
        y=_r(y),
        width=_r(2 * half),
        height=_r(half),
        fill_opacity=round(0.12 + 0.3 * count / most, 2),
        class_=["fc-agree" if agree else "fc-disagree"],
    )
    yield _sign(x + half - 8, y + half / 2, agree=agree)
    yield svg.Text(x=_r(x + half), y=_r(y + half / 2 + 4), text=str(count), class_=["fc-shared"])


def _sign(x: float, y: float, *, agree: bool) -> svg.Path:
    """Draw "equal" or "not equal", which few fonts have both of."""
    d: list[svg.PathData] = []
    for line in (-1.75, 1.75):
        d += [svg.M(_r(x - 4), _r(y + line)), svg.HorizontalLineToRel(8)]
    if not agree:
        d += [svg.M(_r(x + 2.5), _r(y - 5)), svg.LineToRel(-5, 10)]
    return svg.Path(d=d, class_=["fc-relation"])


def _box(column: int, row: int, side: float, *style: str) -> svg.Rect:
    edge = _r(side - 2 * _INSET)
    x, y = _r(column * side + _INSET), _r(row * side + _INSET)
    return svg.Rect(x=x, y=y, width=edge, height=edge, rx=3, class_=list(style))


def _key(meanings: Meanings) -> Tag:
    one: svg.Element = svg.Rect(
        x=3, y=3, width=20, height=20, rx=3, class_=["fc-frame", "fc-one-origin"]
    )
    entries = (
        (_tinted("fc-agree", agree=True), meanings.agree),
        (_tinted("fc-disagree", agree=False), meanings.disagree),
        ([one], meanings.one_origin),
    )
    rows = (tag("li", _swatch(drawn), text) for drawn, text in entries)
    return tag("ul", *rows, class_="fc-chart-key")


def _tinted(style: str, *, agree: bool) -> list[svg.Element]:
    box = svg.Rect(x=3, y=3, width=20, height=20, rx=3, fill_opacity=0.3, class_=[style])
    return [box, _sign(13, 13, agree=agree)]


def _swatch(drawn: list[svg.Element]) -> svg.SVG:
    return svg.SVG(
        xmlns=None,
        viewBox=svg.ViewBoxSpec(0, 0, 26, 26),
        width=26,
        height=26,
        elements=drawn,
        extra={"aria-hidden": "true"},
    )


def _r(number: float) -> float:
    return round(number, 1)
