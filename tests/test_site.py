"""The site as a whole: drafts, links, edit links, determinism, collisions of paths."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from mkdocs.utils import meta

from generator import reading, site, urls
from generator.output import Output
from tests.conftest import TOY
from tests.pages_of import Page, dead_links, outputs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[str, str], Path]
    Edit = Callable[[str, str, str], None]

DRAFT = "timetable-in-april"
DRAFT_TITLE = "When the timetable appears"
FERRY = "claims/mayor-keeps-ferry.yml"
DIGEST = """
import hashlib, pathlib, sys
from generator import site
made, _, _ = site.outputs_of(pathlib.Path(sys.argv[1]), drafts=True)
whole = [(output.path, output.origin, output.data) for output in made]
print(hashlib.sha256(repr(whole).encode()).hexdigest())
"""


def test_every_record_and_hand_written_page_has_a_page() -> None:
    made = outputs(TOY)
    origins = {output.origin for output in made.values()} - {"", reading.RATINGS}
    files = {p.relative_to(TOY).as_posix() for p in TOY.rglob("*.*") if p.is_file()}
    records = {file for file in files if not file.startswith(reading.VERSIONS)}
    configs = {reading.RATINGS, reading.PUBLISHER}
    seals = {file for file in records if file.endswith(reading.SEAL)}
    assert origins == records - configs - seals - {f"claims/{DRAFT}.yml"}
    home, front = meta.get_data(made["index.md"].content)
    assert (home, front["kind"], front["language"]) == ("# Toy\n", "home", "en")


def test_preview_shows_a_passage_that_nobody_sealed_yet(toy: Path, edit: Edit) -> None:
    edit("content/sources/otterby-herald-ferry.yml", "  vote:\n", "  count:\n")
    edit("claims/2031/vote-was-unanimous.yml", "ferry#vote", "ferry#count")
    _, _, problems = site.outputs_of(toy, drafts=True)
    assert [(p.code, p.severity) for p in problems] == [("needs-archive", "error")]
    made, _, problems = site.outputs_of(toy, drafts=True, preview=True)
    assert [(p.code, p.severity) for p in problems] == [("needs-archive", "warning")]
    page = next(output for output in made if output.path == "claims/vote-was-unanimous.md")
    assert "Not verified yet" in page.content


def test_draft_is_nowhere_in_what_is_published(toy: Path, edit: Edit) -> None:
    edit(
        FERRY,
        "single_source_reason:",
        f"related:\n  - claim: {DRAFT}\n    as: repeats\nsingle_source_reason:",
    )
    # Pages of rules and problems speak of drafts in general, and show examples.
    spoken = ("rules/", "problems/")
    made = [o for o in outputs(toy).values() if not o.path.startswith(spoken)]
    text = "".join(f"{o.path} {o.content} {o.origin}" for o in made)
    assert DRAFT not in text
    assert DRAFT_TITLE not in text
    assert "Draft" not in "".join(o.content for o in made)


def test_preview_shows_a_draft_and_says_so() -> None:
    page = Page.of(TOY, f"claims/{DRAFT}.md", drafts=True)
    assert page.text(".fc-draft .admonition-title") == "Draft"
    assert page.meta["noindex"] is True
    assert "not rated yet" in page.text(".fc-answer")
    assert "No evidence is recorded yet." in page.texts("p")
    assert any(
        DRAFT_TITLE in row for row in Page.of(TOY, "claims/index.md", drafts=True).texts("li")
    )


def test_only_drafts_and_versions_are_kept_from_search_engines() -> None:
    marked = [o.path for o in outputs(TOY, drafts=True).values() if "noindex" in Page(o).meta]
    assert [path for path in marked if not urls.is_version(path)] == [f"claims/{DRAFT}.md"]


def test_every_page_has_title_and_description() -> None:
    made = [
        output
        for output in outputs(TOY).values()
        if output.is_page and not output.origin.startswith("content/pages")
    ]
    assert [o.path for o in made if not Page(o).meta["title"]] == []
    assert [o.path for o in made if not Page(o).meta["description"]] == []


@pytest.mark.parametrize("drafts", [False, True])
def test_every_link_leads_to_a_page_and_every_anchor_to_a_place(*, drafts: bool) -> None:
    assert dead_links(outputs(TOY, drafts=drafts).values()) == []


@pytest.mark.parametrize("link", ["gone.md", "../index.md", "index.md#gone", "#gone"])
def test_a_link_that_leads_nowhere_is_found(link: str) -> None:
    page = Output("index.md", f"[x]({link})")
    assert dead_links([page]) == [("index.md", link)]


def test_edit_link_leads_to_the_record() -> None:
    base = "https://git.otterby.example/site/edit/main/"
    for output in outputs(TOY).values():
        if not output.is_page:
            continue
        links = dict(Page(output).links(".fc-actions")).values()
        own = [unquote(link.removeprefix(base)) for link in links if link.startswith(base)]
        folder, _, name = output.path.partition("/")
        is_record = name not in ("", "index.md") and folder in urls.FOLDERS.values()
        is_record = is_record and "/" not in name and name.endswith(".md")
        is_record = is_record and output.path != urls.AGREEMENT
        assert own == [output.origin] * is_record
        assert all((TOY / file).is_file() for file in own)


def test_order_of_files_on_disk_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = outputs(TOY, drafts=True)
    scandir = os.scandir
    monkeypatch.setattr(
        os, "scandir", lambda path: sorted(scandir(path), key=lambda e: e.name, reverse=True)
    )
    assert list(outputs(TOY, drafts=True).items()) == list(before.items())


def test_hash_seed_folder_and_clock_change_nothing(toy: Path) -> None:
    settings = [
        (TOY, {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"}),
        (toy, {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C"}),
    ]
    digests = {
        subprocess.run(
            [sys.executable, "-c", DIGEST, root],
            env={**os.environ, **environment},
            capture_output=True,
            check=True,
        ).stdout
        for root, environment in settings
    }
    assert len(digests) == 1


COLLISIONS = {
    "an index": "claims/index.md",
    "a record": "people/ada-quill.md",
    "the timeline": "timeline.md",
    # Other files, and one address: a host serves these where it serves another page.
    "beside a folder": "claims.md",
    "as a folder": "people/ada-quill/index.md",
}


@pytest.mark.parametrize("path", COLLISIONS.values(), ids=COLLISIONS)
def test_two_pages_of_one_address_are_a_problem(toy: Path, write: Write, path: str) -> None:
    write(f"content/pages/{path}", "# Mine\n")
    _, _, problems = site.outputs_of(toy, drafts=False)
    assert [(p.code, p.position.file) for p in problems] == [
        ("address-collision", f"content/pages/{path}")
    ]


def test_broken_records_make_no_pages(toy: Path, edit: Edit) -> None:
    edit(FERRY, "status: published", "status: printed")
    made, inputs, problems = site.outputs_of(toy, drafts=False)
    assert (made, [p.code for p in problems]) == ([], ["not-a-choice"])
    assert inputs is not None
