"""A table as Parquet: dates are dates, lists are lists, every column has its description."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
from pyarrow import parquet as pq

from generator.exports.tables.table import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exports.tables.table import Column, Row, Table

_TYPES = {
    Type.TEXT: pa.string(),
    Type.INTEGER: pa.int32(),
    Type.BOOLEAN: pa.bool_(),
    Type.DATE: pa.date32(),
    Type.LIST: pa.list_(pa.field("element", pa.string(), nullable=False)),
}


def parquet(table: Table, rows: Sequence[Row]) -> bytes:
    """Write the rows; they hold the exact words."""
    schema = pa.schema(
        [_field(column) for column in table.columns],
        metadata={"title": table.name, "description": table.description},
    )
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), sink, compression="zstd")
    return bytes(sink.getvalue())


def _field(column: Column) -> pa.Field:
    return pa.field(
        column.name,
        _TYPES[column.type],
        nullable=not column.needed,
        metadata={"description": column.description},
    )
