"""Format 0 to 1: the format has a number, in the key ``format``, the first of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.migrations.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.yamltext import Data, Document

KEY, TO = "format", "1"


def moved(data: Mapping[str, Data]) -> dict[str, Data]:
    """Return the data with the number of the format."""
    return {KEY: TO, **data, **({KEY: TO} if KEY in data else {})}


def edits(document: Document) -> list[Edit]:
    """Write the number before the first key, below the comments that head the file."""
    if KEY in document.data:
        start, end = document.offsets(document.at((KEY,)))
        return [Edit(start, end, TO)]
    at = document.at(())
    start, _ = document.offsets(at)
    in_braces = document.text[:start].rstrip().endswith("{")
    behind = ", " if in_braces else "\n" + " " * (at.column - 1)
    return [Edit(start, start, f"{KEY}: {TO}{behind}")]
