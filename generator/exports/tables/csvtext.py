"""A table as CSV: RFC 4180, UTF-8, a head; what is null is empty, and no text ever is."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from generator import escape
from generator.exports.tables.cells import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.exports.tables.table import Row, Table, Value


def csv_text(table: Table, rows: Iterable[Row]) -> str:
    """Write the rows; a text that a spreadsheet would run as a formula is made harmless."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return file.getvalue()


def _cell(value: Value) -> str | int:
    if isinstance(value, str):  # most are
        return escape.csv_cell(value)
    match plain(value):
        case None:
            return ""
        case bool(truth):
            return "true" if truth else "false"
        case int(number):
            return number
        case str(words):
            return escape.csv_cell(words)
