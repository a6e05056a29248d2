"""The records as tables: CSV, JSON Lines, Parquet and one SQLite file, all of the same rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.deferred import deferred
from generator.exports.head import Link
from generator.exports.tables.csvtext import csv_text
from generator.exports.tables.datapackage import data_package
from generator.exports.tables.datasette import metadata
from generator.exports.tables.declared import TABLES
from generator.exports.tables.nested import lines
from generator.exports.tables.offered import offers
from generator.exports.tables.table import content
from generator.output import Output
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.exports.head import Element
    from generator.exports.published import Page, Published
    from generator.exports.tables import database, parquet
else:
    # sqlite-utils and pyarrow take a sixth of a second, and most builds keep their tables.
    database, parquet = (deferred(f"{__name__}.{name}") for name in ("database", "parquet"))

__all__ = ["in_head", "offers", "outputs"]


def outputs(site: Published) -> Iterator[Output]:
    """Make the files of every format."""
    rows = content(TABLES, site)
    written = {table.name: csv_text(table, rows[table.name]) for table in TABLES}
    for table in TABLES:
        yield Output(urls.table(table.name, "csv"), written[table.name])
        yield _binary(urls.table(table.name, "parquet"), parquet.parquet(table, rows[table.name]))
    files = {name: text.encode() for name, text in written.items()}
    yield Output(urls.DATA_PACKAGE, data_package(site, TABLES, files))
    yield Output(urls.NESTED_CLAIMS, lines(TABLES, rows))
    yield _binary(urls.DATABASE, database.database(TABLES, rows, _about(site)))
    yield Output(urls.DATABASE_METADATA, metadata(site, TABLES))


def _binary(path: str, data: bytes) -> Output:
    return Output(path, "", raw=data)


def _about(site: Published) -> dict[str, str]:
    publisher = site.corpus.publisher
    return {
        "title": publisher.name,
        "description": publisher.tagline,
        "url": publisher.url,
        "licence": publisher.licence.name,
        "licence_url": publisher.licence.url,
        "language": publisher.language,
        "newest_date": str(site.corpus.as_of or ""),
    }


def in_head(page: Page) -> Iterator[Element]:
    """Point from the list of claims and from the page of data to what describes the tables."""
    if page.path in (urls.DATA, urls.index(Kind.CLAIM)):
        yield Link(rel="describedby", path=urls.DATA_PACKAGE, type="application/json")
