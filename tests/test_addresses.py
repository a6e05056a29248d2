"""An address that was published once is found for good, or leads on.

``addresses.txt`` holds the pages and files that the project's own corpus was published with; of
the files that each record has, those of one record a kind. It only ever grows: before a release,
``pytest tests/test_addresses.py --update-addresses`` adds what is new.
"""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from generator import site
from generator.addresses import addresses, lost
from tests.conftest import HERE
from tests.hosted import ROOT
from tests.pages_of import outputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    Edit = Callable[[str, str, str], None]

LIST = HERE / "addresses.txt"
SHOWN = {
    "it-is-our-independence",
    "zelenskyy-we-will-never",
    "volodymyr-zelenskyy",
    "territorial-concessions",
    "kultaranta-talks",
    "accurate",
}


def told(found: Iterable[str], ids: set[str]) -> set[str]:
    """Leave out the files of all records but those shown."""
    parts = {address: set(re.split(r"[/.]", address)) for address in found}
    return {a for a in parts if a.endswith("/") or not parts[a] & ids or parts[a] & SHOWN}


def test_no_address_of_the_site_is_lost(pytestconfig: pytest.Config) -> None:
    made, inputs, _ = site.outputs_of(ROOT, drafts=False)
    assert inputs is not None
    corpus = inputs.corpus
    kinds = (corpus.claims, corpus.sources, corpus.people, corpus.topics, corpus.events)
    ids = {id_ for kind in (*kinds, corpus.ratings) for id_ in kind}
    assert ids >= SHOWN
    before = set(LIST.read_text("utf-8").splitlines())
    if pytestconfig.getoption("--update-addresses"):
        before |= told(addresses(made), ids)
        LIST.write_text("".join(f"{address}\n" for address in sorted(before)), "utf-8")
    assert lost(before, made, urlsplit(corpus.publisher.url).path) == []


def test_what_comes_and_goes_is_no_promise() -> None:
    listed = LIST.read_text("utf-8").splitlines()
    assert listed == sorted(set(listed))
    assert [a for a in listed if "/page/" in a or a.startswith(("share/", "sitemap-"))] == []
    assert {"", "claims/", "sitemap.xml", "api/v1/index.json", "uk/timeline/"} <= set(listed)


@pytest.fixture
def before(toy: Path) -> set[str]:
    return addresses(outputs(toy).values())


def after(root: Path, before: set[str]) -> list[str]:
    return lost(before, [*outputs(root).values()], "/")


def test_a_renamed_claim_is_lost_without_its_former_id(toy: Path, edit: Edit) -> None:
    shutil.rmtree(toy / "claims/.versions/ferry-cost")  # else the records are refused
    before = addresses(outputs(toy).values())
    assert after(toy, before) == []
    (toy / "claims/ferry-cost.yml").rename(toy / "claims/cost-of-the-ferry.yml")
    gone = after(toy, before)
    assert {"claims/ferry-cost/", "claims/ferry-cost.yml", "claims/ferry-cost/card.html"} <= set(
        gone
    )
    edit("claims/cost-of-the-ferry.yml", "history:", "former_ids: [ferry-cost]\nhistory:")
    assert after(toy, before) == []


def test_a_file_that_is_gone_is_named(toy: Path, before: set[str]) -> None:
    made = outputs(toy)
    del made["topics/town-budget.md"], made["llms.txt"]
    assert lost(before, [*made.values()], "/") == ["llms.txt", "topics/town-budget/"]
