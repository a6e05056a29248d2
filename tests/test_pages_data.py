"""Each page of a record leads to its data, where there is any."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import urls
from generator.records import Kind
from tests.conftest import TOY
from tests.pages_of import Page, outputs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MADE = outputs(TOY, drafts=True)
TYPES = ("application/yaml", "application/json")
PAGES = {
    Kind.CLAIM: "ferry-cost",
    Kind.SOURCE: "otterby-minutes-march",
    Kind.PERSON: "ada-quill",
    Kind.TOPIC: "harbour-ferry",
    Kind.EVENT: "march-meeting",
    Kind.RATING: "accurate",
}


def in_head(page: Page) -> set[tuple[str, str]]:
    links = page.meta.get("head", {}).get("links", ())
    return {(link["type"], link["href"]) for link in links if link.get("type") in TYPES}


@pytest.mark.parametrize("kind", PAGES)
def test_each_page_links_to_its_data(kind: Kind) -> None:
    path = urls.page(kind, PAGES[kind])
    page = Page(MADE[path])
    line = page.texts("p.fc-actions")[-1]
    assert line.endswith("This record as data: YAML, JSON")
    named = dict(page.links("p.fc-actions"))
    data = {"YAML": urls.raw(kind, PAGES[kind]), "JSON": urls.resource(kind, PAGES[kind])}
    assert {label: named[label] for label in data} == {
        label: urls.relative(path, file) for label, file in data.items()
    }
    assert in_head(page) == set(zip(TYPES, data.values(), strict=True))
    assert set(data.values()) <= MADE.keys()


def test_frozen_versions_link_to_no_data() -> None:
    (path, *_) = [path for path in MADE if urls.is_version(path)]
    page = Page(MADE[path])
    assert "JSON" not in page.texts("p.fc-actions a")
    assert in_head(page) == set()


def test_a_draft_links_to_no_data() -> None:
    page = Page(MADE["claims/timetable-in-april.md"])
    assert in_head(page) == set()
    assert "JSON" not in page.texts("p.fc-actions a")


def test_what_only_a_draft_names_has_no_data(
    toy: Path, write: Callable[[str, str], Path], edit: Callable[[str, str, str], None]
) -> None:
    write("content/topics/timetables.yml", "name: Timetables\n")
    edit("claims/timetable-in-april.yml", "topics:\n", "topics:\n  - timetables\n")
    made = outputs(toy, drafts=True)
    page = Page(made["topics/timetables.md"])
    assert in_head(page) == set()
    assert "JSON" not in page.texts("p.fc-actions a")
    assert [path for path in made if "timetables" in path] == ["topics/timetables.md"]
