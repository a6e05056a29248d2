"""The built site in a real browser: no error, no foreign request, fits a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import chromium, server, watch
from tests.hosted import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
CLAIM = "claims/newsmax-not-ready-to-concede/"
PAGES = {
    "home": "",
    "claim": CLAIM,
    "wordings": "claims/headline-cede-or-concede/",
    "source": "sources/zelenskyy-not-ready-to-cede/",
    "person": "people/volodymyr-zelenskyy/",
    "verdict": "verdicts/reworded/",
    "claims": "claims/",
    "problem": "problems/yaml-syntax/",
    "timeline": "timeline/",
    "method": "method/",
    "not-found": "no/such/page/",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def address(own_site: Path) -> Iterator[str]:
    with server(own_site) as running:
        yield running


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    yield page
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_page_opens_without_error_or_foreign_request(
    browser: Browser, address: str, name: str, scheme: str
) -> None:
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    seen = watch(page, address)
    page.goto(address + PAGES[name], wait_until="networkidle")
    artefacts = ROOT / "tests" / "artefacts"
    for width in (360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=artefacts / f"{name}-{width}-{scheme}.png")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    page.close()
    # The page that is not there answers 404, which the browser reports on its console.
    wanted = [e for e in seen.errors if not (name == "not-found" and "404" in e)]
    assert wanted == []
    assert seen.foreign == []


def test_a_foreign_request_is_noticed(browser: Browser, address: str) -> None:
    # The policy of the pages would stop it before it is made.
    page = browser.new_page(bypass_csp=True)
    seen = watch(page, address)
    page.goto(address)
    page.evaluate("fetch('http://127.0.0.1:9/x').catch(() => 0)")
    page.wait_for_timeout(200)
    page.close()
    assert seen.foreign == ["http://127.0.0.1:9/x"]


def test_claim_and_verdict_stand_above_the_fold(phone: Page, address: str) -> None:
    phone.goto(address + CLAIM)
    for part in (".fc-claim blockquote", ".fc-claim .fc-meta", ".fc-answer .fc-verdict"):
        box = phone.locator(part).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 740, part


def test_evidence_leads_to_its_passage_and_back(phone: Page, address: str) -> None:
    phone.goto(address + CLAIM)
    card = phone.locator(".fc-evidence", has=phone.locator("blockquote")).first
    quote = card.locator("blockquote").inner_text()
    card.locator("a[href*='/sources/']").click()
    anchor = phone.url.partition("#")[2]
    heading = phone.locator(f"h3[id='{anchor}']")
    assert heading.locator("xpath=following-sibling::blockquote[1]").inner_text() == quote
    back = heading.locator("xpath=following-sibling::dl[1]")
    back.locator("a[href*='newsmax-not-ready-to-concede']").first.click()
    assert CLAIM in phone.url
