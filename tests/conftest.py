"""The toy corpus, copied to a folder of its own for each test that changes it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import checks, corpus
from generator.passages import archive
from tests import sharing
from tests.browser import chromium
from tests.hosted import ROOT, mkdocs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from playwright.sync_api import Browser
    from xdist.remote import Producer

    from generator.corpus import Corpus
    from generator.problems import Problem

HERE = Path(__file__).parent
TOY = HERE / "toy"
TOY_ARCHIVE = HERE / "toy_archive"
TOY_FOLDER = "/fact/checks/"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-snapshots",
        action="store_true",
        help="rewrite tests/snapshots from the pages of the toy corpus",
    )
    parser.addoption(
        "--update-addresses",
        action="store_true",
        help="add what the site publishes now to tests/addresses.txt",
    )


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> sharing.Files:
    return sharing.Files(config, log)


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """Return the root of a fresh copy of the toy corpus."""
    return shutil.copytree(TOY, tmp_path / "toy")


@pytest.fixture
def write(toy: Path) -> Callable[[str, str], Path]:
    """Return a function that writes a file into the toy corpus."""

    def write(file: str, text: str) -> Path:
        path = toy / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    return write


@pytest.fixture
def edit(toy: Path) -> Callable[[str, str, str], None]:
    """Return a function that replaces a text which a file of the toy corpus holds once."""

    def edit(file: str, old: str, new: str) -> None:
        path = toy / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), "utf-8")

    return edit


def own_archive() -> Path:
    """Return where the captured texts of the five sources would be."""
    if archive.VARIABLE in os.environ:
        return archive.folder(ROOT)
    beside = ROOT.parent / "shared" / "archive"
    return beside if beside.is_dir() else archive.folder(ROOT)


def load_sound(root: Path) -> Corpus:
    """Load a corpus that must have no problem of any kind."""
    loaded, problems = corpus.load(root)
    assert problems == []
    assert loaded is not None
    return loaded


def all_problems(root: Path, today: date | None = None) -> list[Problem]:
    """Load a corpus and apply every rule to it, as for a build or on the day of a check."""
    loaded, problems = corpus.load(root)
    return problems if loaded is None else [*problems, *checks.run(loaded, today)]


def own_pages(root: Path) -> None:
    """Put our own hand-written pages of the first language in the place of those of a corpus."""
    shutil.rmtree(root / "content/pages")
    pages = ROOT / "content/pages"
    shutil.copytree(pages, root / "content/pages", ignore=shutil.ignore_patterns("uk"))


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the project's own corpus, built once, strictly."""
    return sharing.once(tmp_path_factory, "own", _build_own) / "site"


def _build_own(folder: Path) -> None:
    result = mkdocs("build", "--strict", "-d", str(folder / "site"), cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "warning" not in result.stderr.lower(), result.stderr


@pytest.fixture(scope="session")
def toy_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the toy corpus, built once, for a folder of its host: see ``TOY_FOLDER``."""
    return sharing.once(tmp_path_factory, "toy", _build_toy) / "root/site"


def _build_toy(folder: Path) -> None:
    root = shutil.copytree(TOY, folder / "root")
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(ROOT / "site_config/theme", root / "site_config/theme")
    own_pages(root)
    publisher = root / "site_config/publisher.yml"
    text = publisher.read_text("utf-8")
    assert text.count("otterby.example/\n") == 1
    publisher.write_text(text.replace("otterby.example/\n", f"otterby.example{TOY_FOLDER}\n"))
    result = mkdocs("build", "--strict", "--quiet", cwd=root)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with chromium() as running:
        yield running
