"""The toy site with a second interface language, of which some pages are made by hand."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from generator import words, yamltext
from generator.commands.tree import tree
from generator.edition import Edition
from generator.hosts import shell
from tests.conftest import TOY, load_sound, own_pages
from tests.hosted import ROOT, mkdocs

if TYPE_CHECKING:
    from pathlib import Path

NAV = [{"Home": "index.md"}, {"Claims": "claims/index.md"}, {"Sources": "sources/index.md"}]
TREES = (("en", ""), ("uk", "uk/"))
ONE_LANGUAGE = "search"  # each tree has one, and neither names the other


def built(folder: Path) -> Path:
    """Build the site below ``folder`` and return where it lies."""
    root = shutil.copytree(TOY, folder / "toy")
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(ROOT / "site_config/theme", root / "site_config/theme")
    own_pages(root)
    assert tree(root, folder / "tree") == 0
    docs = folder / "tree/docs"
    for language, prefix in TREES:
        for page in ("index", "claims/index", "search"):
            _write(docs / f"{prefix}{page}.md", language, page)
    _settings(folder / "tree/mkdocs.yml", root, docs)
    result = mkdocs("build", "--strict", "-d", str(folder / "site"), cwd=folder / "tree")
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "site"


def _write(file: Path, language: str, page: str) -> None:
    address = "" if page == "index" else page.removesuffix("index")
    head: dict[str, object] = {"title": page, "language": language, "kind": "list"}
    if page != ONE_LANGUAGE:
        head["alternate"] = {other: f"{prefix}{address}" for other, prefix in TREES}
    file.parent.mkdir(parents=True, exist_ok=True)
    parts = "".join(f"## {title}\n\n{'Їжак. Quotation. ' * 80}\n\n" for title in ("Один", "Два"))
    file.write_text(f"---\n{yamltext.dump_settings(head)}---\n# {page}\n\n{parts}", "utf-8")


def _settings(file: Path, root: Path, docs: Path) -> None:
    settings = yamltext.load_settings(file.read_text("utf-8"))
    corpus = load_sound(root)
    pages = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    spoken = [
        Edition(corpus=corpus, words=words.of(language), prefix=prefix, trees=TREES)
        for language, prefix in TREES
    ]
    settings["extra"]["factcheck"] = shell.shell(spoken, settings["nav"], pages)
    file.write_text(yamltext.dump_settings(settings), "utf-8")
