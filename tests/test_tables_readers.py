"""The tables in the hands of Frictionless, Datasette and a shell: programs of others."""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from datasette.app import Datasette
from frictionless import validate

from generator import urls
from generator.exports import tables
from generator.exports.tables.declared import TABLES
from generator.records import Status
from tests.conftest import TOY
from tests.pages_of import Page, outputs
from tests.test_tables import SITES, site_of

if TYPE_CHECKING:
    from pathlib import Path

    from httpx import Response

    from generator.offers import Offer


@pytest.fixture(scope="module", params=SITES)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp(request.param)
    for output in tables.outputs(site_of(request.param)):
        file = root / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.data)
    return root


def errors(package: Path) -> list[str]:
    report = validate(str(package))
    found = [str(kind) for (kind,) in report.flatten(["type"])]
    assert report.valid is (not found)
    return found


def test_frictionless_finds_the_package_valid(folder: Path) -> None:
    assert errors(folder / urls.DATA_PACKAGE) == []


@pytest.mark.parametrize(
    ("table", "old", "new", "found"),
    [
        ("claims", "2031-03-14", "14 March", "type-error"),
        ("evidence", "otterby-herald-ferry#vote", "otterby-herald-ferry#veto", "foreign-key"),
        ("claims", "mayor-keeps-ferry", "ferry-cost", "primary-key"),
        ("evidence", ",true,", ",,", "constraint-error"),
        ("ratings", "definition", "meaning", "incorrect-label"),
    ],
)
def test_frictionless_finds_a_broken_cell(
    tmp_path: Path, table: str, old: str, new: str, found: str
) -> None:
    for output in tables.outputs(site_of("toy")):
        if output.path.endswith((".csv", "package.json")):
            (tmp_path / output.path.rpartition("/")[2]).write_bytes(output.data)
    file = tmp_path / f"{table}.csv"
    data = file.read_bytes()
    assert old.encode() in data
    file.write_bytes(data.replace(old.encode(), new.encode()))
    assert {"hash-count", found} <= set(errors(tmp_path / "datapackage.json"))


def ask(folder: Path, *addresses: str) -> list[Response]:
    """Start Datasette on the database as it is, and ask it."""
    metadata = json.loads((folder / urls.DATABASE_METADATA).read_text("utf-8"))

    async def answers() -> list[Response]:
        running = Datasette(files=[str(folder / urls.DATABASE)], metadata=metadata)
        return [await running.client.get(address) for address in addresses]

    # In a thread of its own: the browser tests leave a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, answers()).result()


def test_datasette_opens_the_database_and_every_table(folder: Path) -> None:
    pages = [f"/factcheck/{table.name}" for table in TABLES]
    front, database, *opened = ask(folder, "/", "/factcheck", *pages)
    assert front.status_code == database.status_code == 200
    for table, page in zip(TABLES, opened, strict=True):
        assert page.status_code == 200
        assert f'href="/factcheck/{table.name}"' in database.text
        assert table.description in re.sub("&#39;", "'", page.text)


def test_datasette_searches_and_follows_a_reference(folder: Path) -> None:
    (first,) = ask(folder, "/factcheck/passages.json?_shape=array&_size=1")
    passage = first.json()[0]
    word = max(re.findall(r"\w+", passage["quote"]), key=len)
    search = f"/factcheck/passages.json?_shape=array&_search={word}"
    labelled = "/factcheck/evidence.json?_labels=on&_shape=objects&passage_id__notblank=1"
    found, evidence = ask(folder, search, labelled)
    assert passage["id"] in [row["id"] for row in found.json()]
    assert all(word.lower() in row["quote"].lower() for row in found.json())
    named = evidence.json()["rows"][0]["passage_id"]
    (followed,) = ask(folder, f"/factcheck/passages.json?id={_quoted(named)}&_shape=array")
    assert [row["quote"] for row in followed.json()] == [named["label"]]


def _quoted(reference: dict[str, str]) -> str:
    return reference["value"].replace("#", "%23")


def test_claims_are_searched_in_title_claim_summary_and_analysis() -> None:
    with closing(opened()) as db:
        columns = [row[1] for row in db.execute("PRAGMA table_info(claims_fts)")]
    assert columns == ["title", "claim", "summary", "analysis"]


def opened(name: str = "own") -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    made = {output.path: output.data for output in tables.outputs(site_of(name))}
    db.deserialize(made[urls.DATABASE])
    return db


def offered(name: str) -> Offer:
    (offer,) = [o for o in tables.offers(site_of("own").first) if o.name == name]
    return offer


def test_the_query_of_the_sample_has_an_answer() -> None:
    rows = answer("own")
    assert len(rows) > 5
    assert rows[0][2] >= rows[-1][2] >= 1
    claims = [claim for claim in site_of("own").corpus.claims.values() if claim.claimant]
    assert sum(row[2] for row in rows) == len(claims)


def test_the_query_of_the_sample_leaves_out_what_was_withdrawn() -> None:
    claims = site_of("toy").corpus.claims.values()
    named = [claim.status for claim in claims if claim.claimant]
    assert Status.WITHDRAWN in named
    assert sum(row[2] for row in answer("toy")) == named.count(Status.PUBLISHED)


def answer(name: str) -> list[tuple[str, str, int]]:
    _, query = offered("SQLite database").sample.split("<<'SQL'\n")
    with closing(opened(name)) as db:
        return db.execute(query.partition("\nSQL\n")[0]).fetchall()


def test_the_page_of_data_lists_the_tables_and_its_head_describes_them() -> None:
    made = outputs(TOY)
    page = Page(made[urls.DATA])
    for offer in tables.offers(site_of("toy").first):
        assert offer.name in page.texts("h3")
        assert all(file.path in made for file in offer.files)
    link = {
        "rel": "describedby",
        "href": "data/tables/datapackage.json",
        "type": "application/json",
    }
    for path in (urls.DATA, "claims/index.md"):
        assert link in Page(made[path]).meta["head"]["links"]
    assert link not in Page(made["claims/ferry-cost.md"]).meta.get("head", {}).get("links", [])
