"""The frame of every picture: its name, the picture, a key, and its data behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.charts.elements import svg
from generator.charts.markup import tag, written
from generator.charts.table import Table, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.charts.markup import Node, Tag
    from generator.escape import Safe

WIDTH = 300  # units of every picture: the width of a phone, so that text keeps its size


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What stands around a picture.

    ``id`` is unique on the page and starts with ``_``, which no passage id can. ``open_table``
    is what opens the table. ``notes`` say what a reader must know to read the picture right.
    """

    id: str
    title: str
    description: str
    table: Table
    open_table: str
    notes: tuple[str, ...] = ()


def figure(frame: Frame, *parts: Node, key: Tag | None = None) -> Safe:
    """Put a picture of one or more parts into its frame: one HTML block without blank lines."""
    notes = (tag("p", note, class_="fc-note") for note in frame.notes)
    # A scrolled part must be reached by the keyboard: WCAG 2.1.1.
    rows = tag(
        "div",
        table(frame.table),
        class_="fc-chart-scroll",
        role="group",
        aria_label=frame.table.caption,
        tabindex="0",
    )
    behind = tag("details", tag("summary", frame.open_table), rows)
    shown = tag("div", *parts, *((key,) if key else ()), class_="fc-chart-parts")
    name = tag("figcaption", frame.title)
    whole = tag(
        "figure",
        *(name, shown, *notes, behind),
        class_="fc-chart",
        id=frame.id,
        data_pagefind_ignore="all",  # its table repeats the titles of other pages
    )
    return written(whole)


def picture(
    id_: str,
    height: float,
    elements: Iterable[svg.Element],
    names: tuple[str, str],
    *,
    links: bool,
) -> svg.SVG:
    """Make one SVG with its title and description, which are ``names``.

    Where marks are links it is a group, in which they can be reached; where it holds none it
    is one picture to a screen reader (SVG Accessibility API Mappings 1.0, role img).
    """
    title, description = names
    return svg.SVG(
        xmlns=None,
        viewBox=svg.ViewBoxSpec(0, 0, WIDTH, height),
        width=WIDTH,
        height=height,
        elements=[
            svg.Title(id=f"{id_}-t", text=title),
            svg.Desc(id=f"{id_}-d", text=description),
            *elements,
        ],
        extra={
            "role": "group" if links else "img",
            "aria-labelledby": f"{id_}-t",
            "aria-describedby": f"{id_}-d",
        },
    )


def listed(marks: Sequence[svg.Element]) -> svg.G:
    """Make a list of marks that are links."""
    items: list[svg.Element] = [
        svg.G(elements=[mark], extra={"role": "listitem"}) for mark in marks
    ]
    return svg.G(elements=items, extra={"role": "list"})


def aside(elements: Sequence[svg.Element]) -> svg.G:
    """Group what only the eye needs: a screen reader gets it from the marks and the table."""
    return svg.G(elements=list(elements), extra={"aria-hidden": "true"})


def fitting(text: str, units: float, size: float = 12) -> str:
    """Cut a text that is wider than ``units``; the whole of it stands in the table.

    A letter is taken for 0.58 of its size, which is wider than the mean of the sans in use.
    """
    most = int(units / (0.58 * size))
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
