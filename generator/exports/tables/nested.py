"""JSON Lines: a claim a line, with all that belongs to it, from the rows of the tables."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from generator.exports.tables.cells import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.exports.tables.table import Content, Row, Table, Value

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_WHOLE = "passages"  # stand in full where a row refers to them; of others, the label


def lines(tables: Sequence[Table], content: Content) -> str:
    """Write the claims, each with the rows of the tables that belong to it as lists.

    A key that ends in ``_id`` is followed by what it refers to: its name or title, or the whole
    passage.
    """
    return "".join(_JSON.encode(claim) + "\n" for claim in _Nesting(tables, content).claims())


class _Nesting:
    """The rows of the tables, found by their keys."""

    def __init__(self, tables: Sequence[Table], content: Content) -> None:
        self._tables = {table.name: table for table in tables}
        self._content = content
        self._refers = {
            table.name: {column.name: column.refers for column in table.references}
            for table in tables
        }
        self._by_id = {
            table.name: {str(row["id"]): row for row in content[table.name]}
            for table in tables
            if table.key == ("id",)
        }

    def claims(self) -> Iterator[dict[str, Any]]:
        parts = {
            table.name: self._of_claims(table)
            for table in self._tables.values()
            if table.is_of_claims
        }
        for row in self._content["claims"]:
            of_this = {name: of[str(row["id"])] for name, of in parts.items()}
            yield {**self._told("claims", row), **of_this}

    def _of_claims(self, table: Table) -> defaultdict[str, list[dict[str, Any]]]:
        found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in self._content[table.name]:
            rest = {name: value for name, value in row.items() if name != "claim_id"}
            found[str(row["claim_id"])].append(self._told(table.name, rest))
        return found

    def _told(self, name: str, row: Row) -> dict[str, Any]:
        refers = self._refers[name]
        told: dict[str, Any] = {}
        for key, value in row.items():
            told[key] = value if isinstance(value, list) else plain(value)
            if key in refers:
                told[key.removesuffix("_id")] = self._other(refers[key], value)
        return told

    def _other(self, name: str, id_: Value) -> object:
        if id_ is None:
            return None
        row = self._by_id[name][str(id_)]
        return self._told(name, row) if name == _WHOLE else row[self._tables[name].label]
