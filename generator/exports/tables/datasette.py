"""``metadata.json``: what Datasette shows beside the tables of the database."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from generator import escape, urls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.exports.published import Published
    from generator.exports.tables.table import Table


def metadata(site: Published, tables: Iterable[Table]) -> str:
    """Write the descriptions of tables and columns, the licence and the source."""
    publisher = site.corpus.publisher
    written = {
        "title": publisher.name,
        "description": publisher.tagline,
        "license": publisher.licence.name,
        "license_url": publisher.licence.url,
        "source": publisher.name,
        "source_url": publisher.url,
        "databases": {
            PurePosixPath(urls.DATABASE).stem: {
                "tables": {table.name: _table(table) for table in tables}
            }
        },
    }
    return escape.json_lines(written) + "\n"


def _table(table: Table) -> dict[str, Any]:
    described: dict[str, Any] = {
        "description": table.description,
        "columns": {column.name: column.description for column in table.columns},
    }
    if table.label:
        described["label_column"] = table.label
    return described
