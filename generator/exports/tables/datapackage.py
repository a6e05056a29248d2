"""``datapackage.json``: what the CSV files are (Data Package and Table Schema, version 2)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from generator import escape, urls
from generator.exports.tables.table import Type

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.exports.published import Published
    from generator.exports.tables.table import Column, Table

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
DESCRIPTION = (
    "All claims that this site checked, with their verdicts, evidence and history. Empty cells "
    "are null. Lists are JSON arrays. In the CSV files, a text that a spreadsheet would run as a "
    "formula has an apostrophe before it: to have the words back, drop the first apostrophe of "
    "every cell that matches the regular expression ^'+[=+@\\t\\r\\n-]. The other formats hold "
    "the exact words. Quoted passages belong to their publishers: the licence does not cover them."
)
_TYPES = {
    Type.TEXT: "string",
    Type.INTEGER: "integer",
    Type.BOOLEAN: "boolean",
    Type.DATE: "date",
    Type.LIST: "array",
}


def data_package(site: Published, tables: Iterable[Table], files: Mapping[str, bytes]) -> str:
    """Write the descriptor; ``files`` are the CSV files by the name of their table."""
    publisher = site.corpus.publisher
    package = {
        "$schema": PROFILE,
        "name": "fact-checks",
        "id": site.address(urls.DATA_PACKAGE),
        "title": publisher.name,
        "description": DESCRIPTION,
        "homepage": publisher.url,
        "licenses": [{"path": publisher.licence.url, "title": publisher.licence.name}],
        "contributors": [
            {"title": publisher.name, "path": publisher.url, "roles": ["creator", "rightsHolder"]}
        ],
        "sources": [
            {"title": source.title or source.id, **({"path": source.url} if source.url else {})}
            for _, source in sorted(site.corpus.sources.items())
        ],
        "resources": [_resource(table, files[table.name]) for table in tables],
    }
    if day := site.corpus.as_of:
        package["version"] = f"{day.year}.{day.month}.{day.day}"  # as Semantic Versioning writes
    return escape.json_lines(package) + "\n"


def _resource(table: Table, data: bytes) -> dict[str, Any]:
    return {
        "name": table.name.replace("_", "-"),
        "type": "table",
        "path": f"{table.name}.csv",
        "title": table.name,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign(column) for column in table.references],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.description,
    }
    if column.needed:
        field["constraints"] = {"required": True}
    return field


def _foreign(column: Column) -> dict[str, Any]:
    return {
        "fields": [column.name],
        "reference": {"resource": column.refers.replace("_", "-"), "fields": ["id"]},
    }
