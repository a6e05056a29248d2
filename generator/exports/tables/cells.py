"""A value as formats without dates and lists hold it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.exports.tables.table import Value


def plain(value: Value) -> str | int | bool | None:
    """Return a date as ISO 8601 and a list as a JSON array; all else as it is."""
    if value is None or isinstance(value, str):  # most are
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value
