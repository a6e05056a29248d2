"""How the page "Data and feeds" shows the tables, with lines that work as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.offers import Group, Offer, OfferedFile, Standard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition

DATA_PACKAGE = Standard(name="Data Package 2.0", url="https://datapackage.org/")
JSON_LINES = Standard(name="JSON Lines", url="https://jsonlines.org/")
PARQUET = Standard(name="Apache Parquet", url="https://parquet.apache.org/docs/")
SQLITE = Standard(name="SQLite", url="https://www.sqlite.org/fileformat2.html")

_IN_DATASETTE = "datasette factcheck.db -m metadata.json"
_QUERY = """\
SELECT people.name, ratings.label, count(*) AS claims
FROM claims
JOIN people ON people.id = claims.claimant_id
JOIN ratings ON ratings.id = claims.verdict_id
WHERE claims.status = 'published'
GROUP BY people.id, ratings.id
ORDER BY claims DESC, people.name, ratings.position;"""
_MAIN = ("claims", "evidence", "passages", "sources")  # the page names these
_ANY = "<table>"
_BY_JQ = """jq -r 'select(.status == "published") | [.verdict, .title] | @tsv' claims.jsonl"""


def offers(edition: Edition) -> Iterator[Offer]:
    """List the database, the tables and the lines."""
    say = edition.words
    yield Offer(
        group=Group.TABLES,
        name=say.t("SQLite database"),
        text=say.t(
            "Everything in one file, with full-text search over claims and quotations. It opens "
            "in Datasette as it is."
        ),
        files=_files(urls.DATABASE, urls.DATABASE_METADATA),
        standard=SQLITE,
        sample=f"sqlite3 factcheck.db <<'SQL'\n{_QUERY}\nSQL\n{_IN_DATASETTE}",
    )
    yield from _tables(edition)
    yield Offer(
        group=Group.TABLES,
        name=say.t("Claims as JSON Lines"),
        text=say.t("A claim a line, with its evidence, quotations, links, history and versions."),
        files=_files(urls.NESTED_CLAIMS),
        standard=JSON_LINES,
        sample=_BY_JQ,
    )


def _tables(edition: Edition) -> Iterator[Offer]:
    say, site = edition.words, edition.corpus.publisher.url
    claims = urls.published(site, urls.table("claims", "parquet"))
    yield Offer(
        group=Group.TABLES,
        name=say.t("CSV tables"),
        text=say.t(
            "A file a table, in UTF-8. datapackage.json tells what each column means and how they "
            "hang together. Text that a spreadsheet would run as a formula has an apostrophe "
            "before it; every other format has the exact words."
        ),
        files=_files(urls.DATA_PACKAGE, *(urls.table(name, "csv") for name in _MAIN)),
        patterns=(urls.published(site, urls.table(_ANY, "csv")),),
        standard=DATA_PACKAGE,
        sample="frictionless validate datapackage.json",
    )
    yield Offer(
        group=Group.TABLES,
        name=say.t("Parquet tables"),
        text=say.t("The same tables with dates as dates and lists as lists, for data analysis."),
        files=_files(*(urls.table(name, "parquet") for name in _MAIN)),
        patterns=(urls.published(site, urls.table(_ANY, "parquet")),),
        standard=PARQUET,
        sample=f'import pandas\nclaims = pandas.read_parquet("{claims}")',
    )


def _files(*paths: str) -> tuple[OfferedFile, ...]:
    return tuple(OfferedFile(label=path.rpartition("/")[2], path=path) for path in paths)
