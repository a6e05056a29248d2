"""The rows that all tables share, and what each format makes of them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from generator import publication, records, site, urls
from generator.edition import editions
from generator.exports import tables
from generator.exports.published import Published
from generator.exports.tables.dates import span, when
from generator.exports.tables.declared import TABLES
from generator.exports.tables.table import Type, content
from generator.fields import PartialDate
from tests.conftest import TOY
from tests.hosted import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.corpus import Corpus
    from generator.exports.tables.table import Row, Table, Value

HOSTILE = (
    '=HYPERLINK("https://evil.example";"x")',
    "+1+1",
    "-5 percent",
    "@SUM(A1)",
    "'=1+1",
    "''@x",
    "'tis plain",
    'He said "no", twice;\nthen left\r\nand\tcame back',
    "\U0001f600 дім 中文 \u2028 <b>&amp;</b>",
    "'); DROP TABLE claims; --",
    "[1, 2]",
    "true",
    "12",
)
BY_NAME = {table.name: table for table in TABLES}


def published(root: Path, change: Callable[[Corpus], Corpus] = lambda corpus: corpus) -> Published:
    inputs, _ = site.read(root)
    assert inputs is not None
    return Published(editions=tuple(editions(publication.public(change(inputs.corpus)))))


def hostile(corpus: Corpus) -> Corpus:
    """Give every claim hostile words, and one list all of them."""
    texts = iter(HOSTILE * 3)
    claims = {
        claim.id: claim.model_copy(
            update={"title": next(texts), "summary": next(texts), "analysis": next(texts)}
        )
        for claim in corpus.claims.values()
    }
    people = {
        person.id: person.model_copy(update={"variants": HOSTILE, "name": next(texts)})
        for person in corpus.people.values()
    }
    return replace(corpus, claims=claims, people=people)


SITES = {
    "toy": lambda: published(TOY),
    "own": lambda: published(ROOT),
    "hostile": lambda: published(TOY, hostile),
}


@cache
def site_of(name: str) -> Published:
    return SITES[name]()


@pytest.fixture(params=SITES, scope="module")
def shown(request: pytest.FixtureRequest) -> Published:
    return site_of(request.param)


@pytest.fixture(scope="module")
def rows(shown: Published) -> dict[str, list[Row]]:
    return content(TABLES, shown)


@pytest.fixture(scope="module")
def files(shown: Published) -> dict[str, bytes]:
    return {output.path: output.data for output in tables.outputs(shown)}


@pytest.fixture
def db(files: dict[str, bytes]) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(files[urls.DATABASE])
        yield connection


def test_rows_have_the_columns_and_types_that_are_declared(rows: dict[str, list[Row]]) -> None:
    kinds = {
        Type.TEXT: str,
        Type.INTEGER: int,
        Type.BOOLEAN: bool,
        Type.DATE: date,
        Type.LIST: list,
    }
    for table in TABLES:
        for row in rows[table.name]:
            assert list(row) == [column.name for column in table.columns], table.name
            for column, value in zip(table.columns, row.values(), strict=True):
                if value is None:
                    assert not column.needed, (table.name, row)
                else:
                    assert type(value) is kinds[column.type], (table.name, column.name, value)
                    assert value != "", (table.name, column.name)


def test_keys_are_unique_and_references_lead_to_earlier_tables() -> None:
    rows = content(TABLES, site_of("own"))
    names = [table.name for table in TABLES]
    for table in TABLES:
        keys = [tuple(str(row[name]) for name in table.key) for row in rows[table.name]]
        assert len(set(keys)) == len(keys), table.name
        for column in table.references:
            before = {*names[: names.index(table.name)], table.name}
            assert column.refers in before, (table.name, column.name)


# A field of a record, or the name that its column has.
COLUMNS = {
    "claimant": "claimant_id",
    "verdict": "verdict_id",
    "checked_by": "checked_by_id",
    "reviewed_by": "reviewed_by_id",
    "response": "response_answer",
    "speaker": "speaker_id",
    "passage": "passage_id",
    "reference": "reference_url",
    "verdict_before": "verdict_before_id",
    "since": "date_earliest",
    "until": "date_latest",
}
# What has tables of its own, what the tables leave to other formats, and what is of the file.
TABLE_OF = {"evidence", "topics", "people", "events", "related", "history", "passages", "roles"}
TABLE_OF |= {"appearances", "translations"}
LEFT_OUT = {"format", "excused", "colour", "icon"}


@pytest.mark.parametrize(
    ("record", "table"),
    [
        (records.Claim, "claims"),
        (records.Evidence, "evidence"),
        (records.HistoryEntry, "history"),
        (records.Source, "sources"),
        (records.Passage, "passages"),
        (records.Person, "people"),
        (records.Topic, "topics"),
        (records.Event, "events"),
        (records.Rating, "ratings"),
        (records.Staff, "staff"),
    ],
)
def test_no_field_of_a_record_is_forgotten(record: type[records.Model], table: str) -> None:
    columns = {column.name for column in BY_NAME[table].columns}
    fields = set(record.model_fields) - TABLE_OF - LEFT_OUT
    assert {COLUMNS.get(field, field) for field in fields} - columns == set()


def test_every_format_holds_the_same_rows(
    rows: dict[str, list[Row]], files: dict[str, bytes], db: sqlite3.Connection
) -> None:
    assert sum(map(len, rows.values())) > 60
    for table in TABLES:
        expected = rows[table.name]
        assert from_csv(table, files[urls.table(table.name, "csv")]) == expected, table.name
        assert from_parquet(files[urls.table(table.name, "parquet")]) == expected, table.name
        assert from_sqlite(table, db) == expected, table.name
        if table.is_of_claims or table.name == "claims":
            assert from_lines(table, files[urls.NESTED_CLAIMS]) == expected, table.name


def from_csv(table: Table, data: bytes) -> list[Row]:
    """Read as the package tells: empty is null, one apostrophe goes where there is a formula."""
    reader = csv.reader(io.StringIO(data.decode(), newline=""), strict=True)
    assert next(reader) == [column.name for column in table.columns]
    return [
        {
            c.name: _typed(c.type, _undone(cell))
            for c, cell in zip(table.columns, cells, strict=True)
        }
        for cells in reader
    ]


def _undone(cell: str) -> str | None:
    return (cell[1:] if re.match(r"'+[=+@\t\r\n-]", cell) else cell) or None


def _typed(type_: Type, cell: Any) -> Value:
    if cell is None:
        return None
    match type_:
        case Type.BOOLEAN:
            return {"true": True, "false": False, 1: True, 0: False}[cell]
        case Type.INTEGER:
            return int(cell)
        case Type.DATE:
            return date.fromisoformat(cell)
        case Type.LIST:
            return list(json.loads(cell)) if isinstance(cell, str) else cell
        case Type.TEXT:
            return str(cell)


def from_parquet(data: bytes) -> list[Row]:
    return list(pq.read_table(pa.BufferReader(data)).to_pylist())


def from_sqlite(table: Table, db: sqlite3.Connection) -> list[Row]:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    found = db.execute(f'SELECT {names} FROM "{table.name}" ORDER BY rowid')  # noqa: S608
    return [
        {c.name: _typed(c.type, cell) for c, cell in zip(table.columns, cells, strict=True)}
        for cells in found
    ]


def from_lines(table: Table, data: bytes) -> list[Row]:
    claims = [json.loads(line) for line in data.decode().split("\n")[:-1]]
    found = (
        claims
        if table.name == "claims"
        else [{"claim_id": claim["id"], **row} for claim in claims for row in claim[table.name]]
    )
    return [{c.name: _typed(c.type, row[c.name]) for c in table.columns} for row in found]


def test_a_line_tells_what_its_ids_refer_to(files: dict[str, bytes]) -> None:
    claims = [json.loads(line) for line in files[urls.NESTED_CLAIMS].decode().split("\n")[:-1]]
    quoting = [item for claim in claims for item in claim["evidence"] if item["passage_id"]]
    assert quoting
    assert all(item["passage"]["id"] == item["passage_id"] for item in quoting)
    assert all(item["passage"]["quote"] for item in quoting)
    assert all(claim["verdict"] != claim["verdict_id"] for claim in claims)


def test_no_cell_of_a_csv_file_is_a_formula(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".csv"):
            cells = [c for row in csv.reader(io.StringIO(data.decode(), newline="")) for c in row]
            assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
            assert data.endswith(b"\r\n")


def test_the_database_is_sound(db: sqlite3.Connection) -> None:
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    for name in ("claims", "passages"):
        # Compares the index with the words of the table.
        db.execute(f"INSERT INTO {name}_fts({name}_fts, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    described = db.execute("SELECT table_name, column_name FROM data_dictionary").fetchall()
    assert sorted(described) == sorted((t.name, c.name) for t in TABLES for c in t.columns)


def test_a_missing_passage_is_found_by_the_database(db: sqlite3.Connection) -> None:
    db.execute("UPDATE evidence SET passage_id = 'none#such' WHERE passage_id IS NOT NULL")
    assert db.execute("PRAGMA foreign_key_check(evidence)").fetchall()


def test_parquet_tells_what_its_columns_mean(files: dict[str, bytes]) -> None:
    schema = pq.read_schema(pa.BufferReader(files[urls.table("claims", "parquet")]))
    field = schema.field("said_on_earliest")
    assert field.type == pa.date32()
    assert field.metadata[b"description"] == b"First day that 'said_on' can mean."
    assert not schema.field("title").nullable


@pytest.mark.parametrize(
    ("day", "cells"),
    [
        (PartialDate(2032), ["2032", date(2032, 1, 1), date(2032, 12, 31)]),
        (PartialDate(2032, 2), ["2032-02", date(2032, 2, 1), date(2032, 2, 29)]),
        (PartialDate(2032, 2, 3), ["2032-02-03", date(2032, 2, 3), date(2032, 2, 3)]),
        (None, [None, None, None]),
    ],
)
def test_a_partial_date_is_text_and_two_days(day: PartialDate | None, cells: list[Value]) -> None:
    assert list(when("said_on", day).values()) == cells


def test_an_end_that_is_not_known_is_left_out() -> None:
    since, until = PartialDate(2031, 5), PartialDate(2031, 6, 2)
    assert list(span("held", since, until).values()) == [
        "2031-05/2031-06-02",
        date(2031, 5, 1),
        date(2031, 6, 2),
    ]
    assert list(span("held", since, None).values()) == ["2031-05/", date(2031, 5, 1), None]
    assert list(span("held", None, until).values()) == ["/2031-06-02", None, date(2031, 6, 2)]
    assert list(span("held", None, None).values()) == [None, None, None]


def test_no_draft_is_in_any_file() -> None:
    named = published(TOY, relating_to_a_draft)
    made = {output.path: output.data for output in tables.outputs(named)}
    assert len(made) > 2 * len(TABLES)
    for path, data in made.items():
        held = repr(from_parquet(data)).encode() if path.endswith(".parquet") else data
        assert DRAFT.encode() not in held, path


DRAFT = "timetable-in-april"


def relating_to_a_draft(corpus: Corpus) -> Corpus:
    assert not corpus.claims[DRAFT].is_public
    link = records.Related.model_validate({"claim": DRAFT, "as": "repeats"})
    claims = {
        claim.id: claim.model_copy(update={"related": (*claim.related, link)})
        for claim in corpus.claims.values()
    }
    return replace(corpus, claims=claims)


def _toy_files() -> dict[str, bytes]:
    return {output.path: output.data for output in tables.outputs(site_of("toy"))}


PRINT = """
from tests.test_tables import digests
print(digests())
"""


def digests() -> dict[str, str]:
    return {path: hashlib.sha256(data).hexdigest() for path, data in _toy_files().items()}


def test_two_processes_make_the_same_bytes() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", PRINT],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert said[0] == said[1] == f"{digests()}\n"
