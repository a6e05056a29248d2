"""All tables as one SQLite file: keys, indexes, full-text search, and what the columns mean."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from sqlite_utils import Database
from sqlite_utils.db import ForeignKey

from generator.exports.tables.cells import plain
from generator.exports.tables.table import Type

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.exports.tables.table import Content, Row, Table

APPLICATION_ID = 0x46616374  # "Fact" in ASCII; file(1) shows it
FORMAT = 1  # of the tables, as user_version
_TYPES: dict[Type, type] = {
    Type.TEXT: str,
    Type.INTEGER: int,
    Type.BOOLEAN: int,  # SQLite has no other
    Type.DATE: str,
    Type.LIST: str,
}


def database(tables: Sequence[Table], content: Content, about: Mapping[str, str]) -> bytes:
    """Write the file; ``about`` says what it is, in the table ``metadata``.

    Made in memory. The same version of SQLite makes the same bytes of the same rows.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        db = Database(connection, execute_plugins=False)
        _pragmas(db)
        for table in tables:
            _fill(db, table, content[table.name])
        _describe(db, tables, about)
        # Row numbers stay: none was ever deleted, so that the full-text index still fits.
        db.vacuum()
        return connection.serialize()


def _pragmas(db: Database) -> None:
    for name, value in {
        "page_size": 4096,
        "encoding": "'UTF-8'",
        "application_id": APPLICATION_ID,
        "user_version": FORMAT,
    }.items():
        db.execute(f"PRAGMA {name} = {value}")


def _fill(db: Database, table: Table, rows: Iterable[Row]) -> None:
    made = db.table(table.name).create(
        {column.name: _TYPES[column.type] for column in table.columns},
        pk=table.key[0] if len(table.key) == 1 else table.key,
        foreign_keys=[
            ForeignKey(table.name, column.name, column.refers, "id") for column in table.references
        ],
        not_null=[column.name for column in table.columns if column.needed],
        strict=True,
    )
    made.insert_all({name: plain(value) for name, value in row.items()} for row in rows)
    for column in table.references:
        if column.name != table.key[0]:  # its index is that of the key
            made.create_index([column.name])
    if table.searched:
        made.enable_fts(table.searched, tokenize="unicode61 remove_diacritics 2")
        db.table(f"{table.name}_fts").optimize()


def _describe(db: Database, tables: Iterable[Table], about: Mapping[str, str]) -> None:
    db.table("metadata").create({"name": str, "value": str}, pk="name", strict=True).insert_all(
        {"name": name, "value": value} for name, value in about.items()
    )
    names = ("table_name", "column_name", "type", "description")
    db.table("data_dictionary").create(
        dict.fromkeys(names, str), pk=names[:2], strict=True
    ).insert_all(
        dict(zip(names, (table.name, column.name, column.type, column.description), strict=True))
        for table in tables
        for column in table.columns
    )
