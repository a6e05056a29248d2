"""``factcheck tree``: writes a whole folder or nothing, and never over another's files."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator import yamltext
from tests.dom import PROJECT
from tests.pages_of import outputs
from tests.test_cli import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str, str, str], None]


@pytest.fixture
def root(toy: Path) -> Path:
    """Return a toy corpus with the settings and theme of this project."""
    shutil.copyfile(PROJECT / "mkdocs.yml", toy / "mkdocs.yml")
    shutil.copytree(PROJECT / "site_config/theme", toy / "site_config/theme")
    (toy / "content/pages/plan.png").write_bytes(b"x")
    return toy


def listing(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_folder_holds_every_page_picture_and_the_theme(root: Path, tmp_path: Path) -> None:
    result = run("tree", tmp_path / "new/out", "--root", root)
    assert result.exit_code == 0
    written = listing(tmp_path / "new/out")
    pages = {f"docs/{path}": o.data for path, o in outputs(root).items()}
    assert {path: text for path, text in written.items() if path in pages} == pages
    made = {path for path in written if path.startswith("docs/") and path.endswith(".md")}
    assert made <= pages.keys()
    assert written["docs/plan.png"] == b"x"
    assert "theme/main.html" in written
    count = sum(path.endswith(".md") for path in pages)
    assert f"{count} pages written to" in result.output
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["out"]


def test_settings_are_the_projects_without_the_plugin(root: Path, tmp_path: Path) -> None:
    run("tree", tmp_path / "out", "--root", root)
    settings = yamltext.load_settings((tmp_path / "out/mkdocs.yml").read_text())
    own = yamltext.load_settings((root / "mkdocs.yml").read_text())
    assert settings["plugins"] == []
    assert settings["site_name"] == "Otterby Checks"
    assert settings["site_url"] == "https://otterby.example/"
    assert settings["docs_dir"] == "docs"
    assert settings["theme"]["custom_dir"] == "theme"
    assert settings["markdown_extensions"] == own["markdown_extensions"]
    assert settings["nav"] == own["nav"]


@pytest.mark.parametrize(
    "plugins", ["  - search\n  - factcheck: {}\n", "  search: {}\n  factcheck: {}\n"]
)
def test_plugin_with_settings_is_left_out_and_others_keep_theirs(
    root: Path, tmp_path: Path, edit: Edit, plugins: str
) -> None:
    plugins = plugins.replace("search: {}", "search: {lang: en}")
    edit("mkdocs.yml", "  - factcheck\n", plugins)
    run("tree", tmp_path / "out", "--root", root)
    settings = yamltext.load_settings((tmp_path / "out/mkdocs.yml").read_text())
    (search,) = settings["plugins"]
    assert search == ({"search": {"lang": "en"}} if "lang: en" in plugins else "search")


def test_project_without_a_theme_has_no_theme_folder(root: Path, tmp_path: Path) -> None:
    shutil.rmtree(root / "site_config/theme")
    run("tree", tmp_path / "out", "--root", root)
    settings = yamltext.load_settings((tmp_path / "out/mkdocs.yml").read_text())
    assert "custom_dir" not in settings["theme"]


def test_second_run_replaces_the_first(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("tree", out, "--root", root)
    (out / "docs/left-over.md").write_text("x")
    (root / "content/topics/bridges.yml").write_text("name: Bridges\n")
    assert run("tree", out, "--root", root).exit_code == 0
    assert not (out / "docs/left-over.md").exists()
    assert (out / "docs/topics/bridges.md").exists()


def test_two_runs_write_the_same_bytes(root: Path, tmp_path: Path) -> None:
    run("tree", tmp_path / "a", "--root", root)
    run("tree", tmp_path / "b", "--root", root)
    assert listing(tmp_path / "a") == listing(tmp_path / "b")


def test_empty_folder_is_filled(root: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert run("tree", tmp_path / "out", "--root", root).exit_code == 0
    assert (tmp_path / "out/docs/index.md").exists()


def test_folder_of_others_is_left_as_it_is(root: Path) -> None:
    before = listing(root)
    result = run("tree", root, "--root", root)
    assert result.exit_code == 1
    assert "is not empty and was not made by 'factcheck tree'" in result.output
    assert listing(root) == before


def test_broken_records_write_nothing(root: Path, tmp_path: Path, edit: Edit) -> None:
    out = tmp_path / "out"
    run("tree", out, "--root", root)
    before = listing(out)
    edit("claims/ferry-cost.yml", "asks: fact", "asks: facts")
    for folder in (out, tmp_path / "other"):
        result = run("tree", folder, "--root", root)
        assert result.exit_code == 1
        assert "claims/ferry-cost.yml:7:7: error: " in result.output
        assert "nothing was written: 1 error in 1 file" in result.output
    assert listing(out) == before
    assert not (tmp_path / "other").exists()


def test_file_in_the_way_is_told_and_kept(root: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    assert run("tree", tmp_path / "out", "--root", root).exit_code == 2
    result = run("tree", tmp_path / "out/deeper", "--root", root)
    assert (result.exit_code, "Traceback" in result.output) == (1, False)
    assert (tmp_path / "out").read_text() == "mine"


def test_empty_folder_that_one_stands_in_is_filled(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    assert run("tree", ".", "--root", root).exit_code == 0


def test_another_address_than_the_publishers_is_told(
    root: Path, tmp_path: Path, edit: Edit
) -> None:
    edit("mkdocs.yml", "site_name: Fact checks\n", "site_name: x\nsite_url: https://x.example/\n")
    result = run("tree", tmp_path / "out", "--root", root)
    assert result.exit_code == 1
    said = " ".join(result.output.split())
    assert "mkdocs.yml says site_url: https://x.example/" in said
    assert "publisher.yml says url: https://otterby.example/; remove site_url" in said
    assert not (tmp_path / "out").exists()


def test_the_publishers_address_may_stand_twice(root: Path, tmp_path: Path, edit: Edit) -> None:
    edit("mkdocs.yml", "site_name: Fact", "site_url: https://otterby.example\nsite_name: Fact")
    assert run("tree", tmp_path / "out", "--root", root).exit_code == 0
    settings = yamltext.load_settings((tmp_path / "out/mkdocs.yml").read_text())
    assert settings["site_url"] == "https://otterby.example/"


def test_missing_settings_are_not_told_as_unwritable(root: Path, tmp_path: Path) -> None:
    (root / "mkdocs.yml").unlink()
    result = run("tree", tmp_path / "out", "--root", root)
    assert "mkdocs.yml" in result.output
    assert "cannot be written" not in result.output
