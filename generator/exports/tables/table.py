"""What a table is: its columns with their types, its keys, and where its rows come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from generator.exports.published import Published

Value = str | int | bool | date | list[str] | None
Row = dict[str, Value]
T = TypeVar("T")


class Type(StrEnum):
    """What a column holds. Text is never empty: what is not known is null."""

    TEXT = "text"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    LIST = "list"  # of texts; may be empty and is never null


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column. ``refers`` is the table whose ``id`` it holds, ``needed`` that it is not null."""

    name: str
    type: Type
    description: str
    needed: bool = True
    refers: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table. ``label`` is the column that people know a row by, ``searched`` those with words.

    ``rows`` makes the rows in the order of the table, each with the columns in their order.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Published], Iterable[Row]]
    label: str = ""
    searched: tuple[str, ...] = ()

    @property
    def references(self) -> tuple[Column, ...]:
        """The columns that are foreign keys."""
        return tuple(column for column in self.columns if column.refers)

    @property
    def is_of_claims(self) -> bool:
        """Whether its rows belong to one claim each."""
        return self.key[0] == "claim_id"


Content = dict[str, list[Row]]  # the rows of each table, by its name


def content(tables: Sequence[Table], site: Published) -> Content:
    """Make the rows of all tables, which every format shares."""
    return {table.name: list(table.rows(site)) for table in tables}


def text(name: str, description: str) -> Column:
    """A text that every row has."""
    return Column(name=name, type=Type.TEXT, description=description)


def optional(name: str, description: str, type_: Type = Type.TEXT) -> Column:
    """A value that may be null."""
    return Column(name=name, type=type_, description=description, needed=False)


def refers(name: str, table: str, description: str, *, needed: bool = True) -> Column:
    """A foreign key."""
    return Column(name=name, type=Type.TEXT, description=description, needed=needed, refers=table)


def typed(name: str, type_: Type, description: str) -> Column:
    """A value of another type than text that every row has."""
    return Column(name=name, type=type_, description=description)


def dated(name: str, what: str) -> tuple[Column, Column, Column]:
    """A date of which perhaps only the year is known: as text, and its bounds as real dates."""
    return (
        optional(name, f"{what} (EDTF: YYYY, YYYY-MM or YYYY-MM-DD; from/until for a span)."),
        optional(f"{name}_earliest", f"First day that '{name}' can mean.", Type.DATE),
        optional(f"{name}_latest", f"Last day that '{name}' can mean.", Type.DATE),
    )


def ordered(records: Mapping[str, T]) -> list[T]:
    """Return records in the order of their ids, which no edit of another record moves."""
    return [records[id_] for id_ in sorted(records)]
