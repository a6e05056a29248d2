"""Copying of citations and links, in a browser; without script the text is there to select."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator import escape
from tests import browser, dom
from tests.hosted import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

SCRIPT = ROOT / "site_config" / "theme" / "assets" / "javascripts" / "factcheck" / "copy.js"
ADDRESS = "https://checks.example/claims/ferry-cost/"
CODE = '@misc{ferry,\n    title = {{Чи "пором" <b>&amp; 100 \\%</b> `x`}},\n}'
BODY = "\n\n".join(
    (
        escape.folded("BibTeX", CODE, "fc-cite", "fc-copy"),
        escape.folded("RIS", "TY  - ELEC\nER  - ", "fc-cite", "fc-copy"),
        f"{escape.link(ADDRESS, ADDRESS)}\n{{: .fc-copy .fc-share }}",
    )
)
START = """import start from "./copy.js";
const words = { t: (message) => message.toUpperCase() };
for (const place of document.querySelectorAll(".fc-copy")) {
  start(place, words);
  start(place, words);
}
"""


def test_a_folded_block_is_one_block_with_its_text() -> None:
    page = dom.read(dom.render(f"before\n\n{escape.folded('<b>', CODE, 'a', 'b')}\n\nafter"))
    tags = [tag for tag, _ in page.tags if not tag.startswith("/")]
    assert tags == ["p", "details", "summary", "pre", "code", "p"]
    assert page.values("class") == ["a b"]
    assert "<b>" in page.texts
    assert f"{CODE}\n" in "".join(page.texts)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("copy")
    shutil.copy(SCRIPT, folder)
    (folder / "start.js").write_text(START)
    head = '<!doctype html><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">'
    script = '<script type="module" src="start.js"></script>'
    (folder / "index.html").write_text(f"{head}{script}{dom.render(BODY)}")
    with browser.server(folder) as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.chromium() as running:
        yield running


def opened(context: BrowserContext, site: str) -> Page:
    page = context.new_page()
    seen = browser.watch(page, site)
    page.goto(site)
    assert (seen.errors, seen.foreign) == ([], [])
    return page


@pytest.mark.browser
def test_a_citation_goes_to_the_clipboard_and_the_page_says_so(
    chromium: Browser, site: str
) -> None:
    with chromium.new_context() as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = opened(context, site)
        page.get_by_text("BibTeX").click()
        page.get_by_role("button", name="COPY: BibTeX").click()
        said = page.get_by_role("status").filter(has_text="COPIED")
        assert said.text_content() == "COPIED"
        assert page.evaluate("navigator.clipboard.readText()") == CODE


@pytest.mark.browser
def test_the_keyboard_copies_the_address_of_a_link(chromium: Browser, site: str) -> None:
    with chromium.new_context() as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = opened(context, site)
        page.get_by_role("button", name="COPY LINK").press("Enter")
        page.get_by_role("status").filter(has_text="COPIED").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == ADDRESS


@pytest.mark.browser
def test_what_cannot_be_copied_is_selected(chromium: Browser, site: str) -> None:
    with chromium.new_context() as context:
        context.add_init_script("navigator.clipboard.writeText = () => Promise.reject('no')")
        page = opened(context, site)
        page.get_by_text("RIS").click()
        page.get_by_role("button", name="COPY: RIS").click()
        page.get_by_role("status").filter(has_text="NOT COPIED").wait_for()
        assert str(page.evaluate("getSelection().toString()")).strip() == "TY  - ELEC\nER  -"


@pytest.mark.browser
def test_a_device_that_shares_is_given_the_link(chromium: Browser, site: str) -> None:
    with chromium.new_context() as context:
        context.add_init_script("navigator.share = async (what) => { window.shared = what; }")
        page = opened(context, site)
        page.get_by_role("button", name="SHARE").click()
        assert page.evaluate("window.shared") == {"title": "x", "url": ADDRESS}


@pytest.mark.browser
def test_a_second_start_adds_nothing(chromium: Browser, site: str) -> None:
    with chromium.new_context() as context:
        context.add_init_script("delete Navigator.prototype.share")
        page = opened(context, site)
        assert page.locator("button").count() == 3


@pytest.mark.browser
def test_without_script_all_text_is_there(chromium: Browser, site: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = opened(context, site)
        page.get_by_text("BibTeX").click()
        assert page.locator("code").first.inner_text().strip() == CODE
        assert page.get_by_role("link", name=ADDRESS).get_attribute("href") == ADDRESS
        assert page.locator("button").count() == 0
