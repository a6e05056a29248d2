"""A real ``mkdocs serve``: edits, faults and their mending are seen over HTTP."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.browser import chromium, watch
from tests.hosted import ENVIRONMENT, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WAIT = 60  # seconds; a rebuild takes about three
CLAIM = "claims/ferry-cost.yml"
PAGE = "claims/ferry-cost/"
TITLE = "What the ferry cost in 2030"


class Served:
    """A running preview of the toy corpus."""

    def __init__(self, root: Path, address: str, process: subprocess.Popen[str]) -> None:
        self.root = root
        self.address = address
        self.process = process

    def get(self, page: str) -> str:
        """Return the text of a page, of an error page too."""
        try:
            with urllib.request.urlopen(self.address + page, timeout=WAIT) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return error.read().decode()

    def wait(self, page: str, text: str) -> str:
        """Return the page as soon as it shows ``text``."""
        end = time.monotonic() + WAIT
        while time.monotonic() < end:
            assert self.process.poll() is None, "mkdocs serve has died"
            try:
                if text in (shown := self.get(page)):
                    return shown
            except OSError:
                pass
            time.sleep(0.2)
        raise AssertionError(f"{page} never showed {text!r}")

    def edit(self, old: str, new: str) -> None:
        """Replace a text in the claim's file."""
        file = self.root / CLAIM
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")


@contextmanager
def serving(root: Path) -> Iterator[Served]:
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(ROOT / "site_config/theme", root / "site_config/theme")
    shutil.rmtree(root / "content/pages")
    shutil.copytree(ROOT / "content/pages", root / "content/pages")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (root.parent / "serve.log").open("w+", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=root,
        env=ENVIRONMENT,
        stdout=log,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield Served(root, f"http://127.0.0.1:{port}/", process)
    finally:
        process.terminate()
        process.wait(timeout=WAIT)
        log.seek(0)
        said = log.read()
        log.close()
    assert "Traceback" not in said, said


@pytest.fixture
def served(toy: Path) -> Iterator[Served]:
    with serving(toy) as running:
        running.wait("", "Newest checks")
        yield running


def test_edit_fault_and_mending_are_seen(served: Served) -> None:
    assert TITLE in served.get(PAGE)
    served.edit(TITLE, "What the ferry cost, once more")
    served.wait(PAGE, "What the ferry cost, once more")

    served.edit("title: What", "titel: What")
    broken = served.wait("", "The records have problems")
    assert f"{CLAIM}:2:1" in broken
    assert "did you mean" in broken
    assert '[<a href="problems/unknown-key/">unknown-key</a>]' in broken
    assert '<a href="../../problems/unknown-key/">' in served.get(PAGE)
    assert served.get("problems/unknown-key/").count("There is no page") == 0
    assert "What the ferry cost, once more" in served.get(PAGE), "the last good site stays up"

    served.edit("titel: What the ferry cost, once more", "title: What the ferry cost at last")
    mended = served.wait(PAGE, "What the ferry cost at last")
    assert "The records have problems" not in mended


def test_new_file_and_scale_are_watched(served: Served) -> None:
    topic = served.root / "content/topics/brand-new.yml"
    topic.write_text("name: A brand new topic\n", "utf-8")
    served.wait("topics/brand-new/", "A brand new topic")
    topic.unlink()
    served.wait("topics/brand-new/", "There is no page at this address")
    scale = served.root / "site_config/ratings.yml"
    text = scale.read_text("utf-8")
    label = text.partition("label: ")[2].partition("\n")[0]
    scale.write_text(text.replace(label, "Quite another label", 1), "utf-8")
    served.wait("verdicts/", "Quite another label")


@pytest.mark.browser
def test_an_open_page_reloads_itself(served: Served) -> None:
    with chromium() as browser:
        page = browser.new_page()
        seen = watch(page, served.address)
        page.goto(served.address + PAGE)
        served.edit(TITLE, "What the ferry cost, as the browser saw")
        page.get_by_text("as the browser saw").first.wait_for(timeout=WAIT * 1000)
        assert seen.errors == []


def test_warning_alone_does_not_claim_an_old_site(served: Served) -> None:
    (served.root / "claims/notes.txt").write_text("not a record", "utf-8")
    served.edit(TITLE, "What the ferry cost, with a note")
    page = served.wait(PAGE, "What the ferry cost, with a note")
    assert "The records have problems" not in page


def test_drafts_show_with_a_banner(served: Served) -> None:
    drafts = [
        file.stem
        for file in (served.root / "claims").rglob("*.yml")
        if "\nstatus: draft" in file.read_text("utf-8")
    ]
    assert drafts
    page = served.get(f"claims/{drafts[0]}/")
    assert "fc-draft" in page
    assert 'content="noindex"' in page


def test_preview_that_starts_broken_shows_the_problems(toy: Path) -> None:
    file = toy / CLAIM
    sound = file.read_text("utf-8")
    file.write_text(sound.replace("title:", "titel:"), "utf-8")
    with serving(toy) as running:
        page = running.wait("", "The records have problems")
        assert "factcheck explain unknown-key" in page
        file.write_text(sound, "utf-8")
        running.wait(PAGE, TITLE)
