"""The data of a picture as a table of HTML and as a file."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from urllib.parse import urljoin

from generator import escape
from generator.charts.markup import Tag, tag


@dataclass(frozen=True)
class Link:
    """A text and the final, relative address that it leads to from the data file.

    ``language`` is that of the text, where it is not the page's.
    """

    text: str
    href: str
    language: str = ""


@dataclass(frozen=True)
class Value:
    """What a page shows in its language, and what a data file holds: a number, an ISO date."""

    text: str
    data: str | int


Cell = str | Link | Value


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of as many cells as the head has; the first of each names its row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(data: Table) -> Tag:
    """Make the table."""
    heads = (tag("th", text, scope="col") for text in data.head)
    rows = (tag("tr", *(_cell(c, i) for i, c in enumerate(row))) for row in data.rows)
    return tag(
        "table",
        tag("caption", data.caption),
        tag("thead", tag("tr", *heads)),
        tag("tbody", *rows),
        class_="fc-chart-data",
    )


def _cell(cell: Cell, place: int) -> Tag:
    content = cell if isinstance(cell, str) else cell.text
    language = cell.language if isinstance(cell, Link) else ""
    if place == 0:
        return tag("th", content, scope="row", lang=language)
    number = isinstance(cell, Value) and isinstance(cell.data, int)
    return tag("td", content, class_="fc-number" if number else "", lang=language)


def as_csv(data: Table, page: str, address: str) -> str:
    """Write the rows for a spreadsheet: RFC 4180, CRLF, a head, addresses in full.

    ``page`` is the published address of the page, from which links lead; a column of links
    is followed by one of their addresses, headed ``address``.
    """
    links = tuple(
        any(isinstance(row[i], Link) for row in data.rows) for i, _ in enumerate(data.head)
    )
    head = [
        part
        for text, has in zip(data.head, links, strict=True)
        for part in ((text, f"{text}: {address}") if has else (text,))
    ]
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(map(_inert, head))
    for row in data.rows:
        cells = zip(row, links, strict=True)
        writer.writerow([_inert(part) for cell, has in cells for part in _plain(cell, page, has)])
    return file.getvalue()


def _plain(cell: Cell, page: str, has_links: bool) -> tuple[str | int, ...]:  # noqa: FBT001
    if isinstance(cell, Link):
        return cell.text, urljoin(page, cell.href)
    plain = cell.data if isinstance(cell, Value) else cell
    return (plain, "") if has_links else (plain,)


def _inert(cell: str | int) -> str | int:
    return escape.csv_cell(cell) if isinstance(cell, str) else cell
