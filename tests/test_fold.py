"""The page of a claim as a reader sees it: the answer on the first screen, a record on paper."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.browser import chromium, server
from tests.conftest import TOY, own_pages
from tests.hosted import ENVIRONMENT, ROOT, mkdocs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WIDTH, FOLD = 360, 740
ANSWER = {
    "claim": ".fc-claim > blockquote",
    "who and when": ".fc-claim > .fc-meta",
    "verdict": ".fc-answer > .fc-ruling",
    "answer": ".fc-answer > .fc-summary",
}
AVERAGE = "claims/austin-peace-talks/"  # six pieces of evidence; most claims have four


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def toy_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the toy corpus as a preview shows it: with drafts."""
    root = shutil.copytree(TOY, tmp_path_factory.mktemp("toy") / "toy")
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(ROOT / "site_config/theme", root / "site_config/theme")
    own_pages(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(ENVIRONMENT, "FACTCHECK_PREVIEW", "1")
        result = mkdocs("build", "-q", "-d", str(root / "site"), cwd=root)
    assert result.returncode == 0, result.stderr
    return root / "site"


def claims(site: Path, tree: str = "") -> list[str]:
    return sorted(
        f"{tree}claims/{folder.name}/"
        for folder in (site / tree / "claims").iterdir()
        if (folder / "index.html").is_file()
        and folder.name != "page"
        # What leads on from a former id is no claim's page.
        and "data-fc-kind" in (folder / "index.html").read_text("utf-8")
    )


def lowest(page: Page) -> dict[str, float]:
    """Return where each part of the answer ends; a draft has no verdict's summary yet."""
    boxes = {name: page.locator(selector) for name, selector in ANSWER.items()}
    found = {name: box.bounding_box() for name, box in boxes.items() if box.count()}
    return {name: box["y"] + box["height"] for name, box in found.items() if box}


def below_the_fold(browser: Browser, site: Path, paths: list[str]) -> dict[str, dict[str, float]]:
    low = {}
    page = browser.new_page(viewport={"width": WIDTH, "height": FOLD}, java_script_enabled=False)
    with server(site) as address:
        for path in paths:
            page.goto(address + path)
            ends = lowest(page)
            assert ends.keys() >= ANSWER.keys() - {"answer"}, path
            low[path] = {name: end for name, end in ends.items() if end > FOLD}
    page.close()
    return {path: parts for path, parts in low.items() if parts}


def test_every_claim_is_answered_on_the_first_screen(browser: Browser, own_site: Path) -> None:
    for tree in ("", "uk/"):
        paths = claims(own_site, tree)
        assert len(paths) > 60
        assert below_the_fold(browser, own_site, paths) == {}


def test_drafts_corrections_and_withdrawn_claims_too(browser: Browser, toy_site: Path) -> None:
    paths = claims(toy_site)
    assert len(paths) == 5
    assert below_the_fold(browser, toy_site, paths) == {}


def test_verdict_stands_beside_the_claim_on_wide_screens(browser: Browser, own_site: Path) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    with server(own_site) as address:
        page.goto(address + AVERAGE)
        claim, verdict, for_, against = (
            page.locator(selector).bounding_box()
            for selector in (
                ANSWER["claim"],
                ANSWER["verdict"],
                ".fc-side.fc-supports",
                ".fc-side.fc-refutes",
            )
        )
    page.close()
    assert claim and verdict and for_ and against  # noqa: PT018 (none is missing)
    assert verdict["x"] > claim["x"] + claim["width"] / 2
    # For and against begin at one height, side by side.
    assert for_["y"] == against["y"]
    assert against["x"] >= for_["x"] + for_["width"]


def test_paper_holds_the_record_on_one_page(browser: Browser, own_site: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    with server(own_site) as address:
        page.goto(address + AVERAGE, wait_until="networkidle")
        printed = PdfReader(io.BytesIO(page.pdf(format="A4")))
    page.close()
    (sheet,) = printed.pages
    text = " ".join(sheet.extract_text().split())
    wanted = (
        "Lloyd Austin called for peace talks.",
        "Said in other words",
        "wordforword.example/claims/austin-peace-talks/",
        "www.themoscowtimes.com",
        "First check of this statement.",
    )
    assert [part for part in wanted if part not in text] == []
    assert [part for part in ("Timeline", "Report an error", "Made with") if part in text] == []
