"""The search index: what it holds of a built site, and that a failure is one sentence."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING

import pagefind_bin
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.hosts import searching
from generator.pages import interface
from tests.dom import PROJECT
from tests.pages_of import Page, outputs
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """\
<!doctype html><html lang="{language}"><head>
<meta data-pagefind-filter="verdict[content]" content="misquoted|Misquoted">
<meta data-pagefind-meta="line[content]" content="Ann Vale, 2 May 2031"></head>
<body><nav>Menu</nav><main{body}>
<h1>{title}<a class="headerlink" href="#x">permalink</a></h1>
<p>The ferry was late.</p><p class="fc-actions">Report an error</p></main></body></html>
"""
BODY = " data-pagefind-body"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of two records in English, one in Ukrainian, and a page that is no record."""
    pages = {
        "claims/ferry": ("en", BODY, "Was the ferry late?"),
        "claims/mill": ("en", BODY, "Did the mill burn?"),
        "uk/claims/ferry": ("uk", BODY, "Чи спізнився пором?"),
        "about": ("en", "", "About this site"),
    }
    for path, (language, body, title) in pages.items():
        file = tmp_path / "site" / path / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(PAGE.format(language=language, body=body, title=title), "utf-8")
    return tmp_path / "site"


def fragments(site: Path) -> dict[str, dict[str, object]]:
    """Return what the index knows of each page, by its address."""
    files = (site / searching.FOLDER / "fragment").iterdir()
    raw = (gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd") for file in files)
    return {page["url"]: page for page in map(json.loads, raw)}


def test_records_are_indexed_by_language_without_what_stands_around_them(site: Path) -> None:
    searching.index(site)
    found = fragments(site)
    assert set(found) == {"/claims/ferry/", "/claims/mill/", "/uk/claims/ferry/"}
    page = found["/claims/ferry/"]
    assert page["content"] == "The ferry was late."
    assert page["filters"] == {"verdict": ["misquoted|Misquoted"]}
    assert page["meta"] == {"title": "Was the ferry late?", "line": "Ann Vale, 2 May 2031"}
    entry = json.loads((site / "pagefind/pagefind-entry.json").read_text())
    assert {name: one["page_count"] for name, one in entry["languages"].items()} == {
        "en": 2,
        "uk": 1,
    }


def test_folder_holds_the_licence_and_no_search_box_of_others(site: Path) -> None:
    searching.index(site)
    names = {file.name for file in (site / "pagefind").iterdir()}
    assert {"pagefind.js", "LICENSE.txt", "wasm.en.pagefind"} <= names
    assert not any("ui" in name or "highlight" in name for name in names)


def test_former_index_is_replaced_and_nothing_is_left_beside_the_site(site: Path) -> None:
    (site / "pagefind").mkdir()
    (site / "pagefind" / "old").write_text("x")
    result = run("index", site)
    assert result.exit_code == 0
    assert "the search index of" in result.output
    assert not (site / "pagefind" / "old").exists()
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_settings_of_the_surroundings_do_not_count(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "de")
    monkeypatch.chdir(site)
    (site / "pagefind.yml").write_text("force_language: fr\n")
    searching.index(site)
    entry = json.loads((site / "pagefind/pagefind-entry.json").read_text())
    assert set(entry["languages"]) == {"en", "uk"}


def test_folder_that_is_none_is_told(tmp_path: Path) -> None:
    result = run("index", tmp_path / "nothing")
    assert result.exit_code == 1
    assert result.output == (
        f"no search index was made: there is no built site in {tmp_path / 'nothing'}\n"
    )


def test_folder_without_pages_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    result = run("index", tmp_path / "site")
    assert result.exit_code == 1
    assert result.output == (
        "no search index was made: the program pagefind ended with 1: "
        "Pagefind was not able to build an index\n"
    )


def test_program_that_fails_leaves_the_former_index(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searching.index(site)
    before = sorted(file.name for file in (site / "pagefind").iterdir())
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho 'Error: no more memory.' >&2\nexit 9\n")
    broken.chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: broken)
    with pytest.raises(searching.SearchError, match=r"pagefind ended with 9: no more memory$"):
        searching.index(site)
    assert sorted(file.name for file in (site / "pagefind").iterdir()) == before


def test_program_that_is_not_there_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: site / "no-program")
    with pytest.raises(searching.SearchError, match="the program pagefind cannot be started"):
        searching.index(site)


def test_build_ends_with_the_sentence(
    toy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: tmp_path / "no-program")
    (toy / "mkdocs.yml").write_text("site_name: x\ndocs_dir: content/pages\nplugins: [factcheck]\n")
    with pytest.raises(Abort, match="no search index was made: the program pagefind cannot be"):
        build(load_config(str(toy / "mkdocs.yml")))
    assert not (toy / "site").exists()


def test_interface_holds_what_scripts_say_and_no_more() -> None:
    scripts = PROJECT / "site_config/theme/assets/javascripts/factcheck"
    text = "\n".join(file.read_text("utf-8") for file in scripts.rglob("*.js"))
    said = re.findall(r'words\.t\(\s*"([^"]+)"', text)
    assert len(said) == text.count("words.t(")
    assert sorted(set(said)) == sorted(interface.MESSAGES)


def test_pages_of_records_carry_their_facets(toy: Path) -> None:
    made = outputs(toy)
    facets = {path: Page(made[path]).meta.get("facets") for path in made if path.endswith(".md")}
    claim = facets["claims/ferry-cost.md"]
    assert claim is not None
    assert claim["kind"] == ["claim|Claim"]
    assert {path.split("/")[0] for path, found in facets.items() if found} == {
        "claims",
        "events",
        "people",
        "sources",
        "topics",
    }
    assert facets["claims/index.md"] is None
