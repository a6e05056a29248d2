"""The plain folder, built by MkDocs alone, is the site that the plugin makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.commands.tree import tree
from generator.yamltext import load_settings
from tests.compare import differences
from tests.hosted import ROOT, dead_links, mkdocs

if TYPE_CHECKING:
    from pathlib import Path

# What a host leaves out, or makes by itself, unless it is told otherwise.
ALIKE = (urls.SECURITY, urls.SITEMAP, urls.ROBOTS, urls.LLMS)


def test_folder_and_plugin_make_one_site(own_site: Path, tmp_path: Path) -> None:
    assert tree(ROOT, tmp_path / "tree") == 0
    settings = load_settings((tmp_path / "tree" / "mkdocs.yml").read_text("utf-8"))
    assert settings["plugins"] == []
    result = mkdocs("build", "--strict", "-d", str(tmp_path / "site"), cwd=tmp_path / "tree")
    assert result.returncode == 0, result.stderr
    assert dead_links(tmp_path / "site") == []
    assert differences(own_site, tmp_path / "site") == []
    for file in ALIKE:
        assert (tmp_path / "site" / file).read_bytes() == (own_site / file).read_bytes()


def test_a_difference_in_each_kind_of_element_is_found(own_site: Path, tmp_path: Path) -> None:
    changes = {
        "<h1": "<h2",
        'href="../': 'href="../x',
        "<blockquote>": "<blockquote><p>x</p>",
        'id="_known"': 'id="_knwon"',
        "<p>": "<p>x",
    }
    page = next((own_site / "sources").glob("*/index.html"))
    for before, after in changes.items():
        other = tmp_path / "sources" / page.parent.name / "index.html"
        other.parent.mkdir(parents=True, exist_ok=True)
        text = page.read_text("utf-8")
        head, mark, article = text.partition("<article")
        assert before in article
        other.write_text(head + mark + article.replace(before, after, 1), "utf-8")
        here = f"sources/{page.parent.name}/index.html"
        assert [row for row in differences(own_site, tmp_path) if row.startswith(here)]
