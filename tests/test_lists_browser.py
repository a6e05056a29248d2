"""The script that filters and sorts lists, in a real browser under a strict policy."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator import publication
from generator.edition import editions
from generator.pages.rows import rows
from tests.browser import chromium, server, watch
from tests.conftest import TOY, load_sound
from tests.hosted import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from generator.corpus import Corpus

pytestmark = pytest.mark.browser
COPIES = 60  # of each of the four public claims
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:"
)
# The shape of a page with lists; the rows below the hooks are what stands without script.
PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Lists</title>
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<link rel="icon" href="data:,"><link rel="stylesheet" href="assets/stylesheets/factcheck.css">
<link rel="stylesheet" href="assets/stylesheets/lists.css">
<script type="module" src="start.js"></script></head>
<body class="md-typeset" data-fc-tree="."><h1>Claims</h1>
<p class="fc-listing" data-rows="claims/rows.json">240 claims</p>
<ul id="all"><li>as it was made</li></ul><p class="fc-pager" id="pager">Page 1</p>
<h2>The ferry</h2>
<p class="fc-listing" data-rows="claims/rows.json" data-only="topic=town-budget" data-name="b-">
120 claims</p>
<ul id="topic"><li>as it was made</li></ul>
<p class="fc-actions">Report an error</p></body></html>
"""
START = """\
import start from "./assets/javascripts/factcheck/rows.js";
import { words } from "./assets/javascripts/factcheck/words.js";
const said = await words(document.body.dataset.fcTree);
for (const hook of document.querySelectorAll(".fc-listing")) start(hook, said);
"""


def copies(whole: Corpus) -> Corpus:
    """Return a corpus that has each public claim many times, under a title of its own."""
    public = publication.public(whole)
    made = {}
    for claim in public.claims.values():
        for number in range(1, COPIES + 1):
            id_ = f"{claim.id}-{number}"
            new = {"id": id_, "title": f"{claim.title} {number}", "related": ()}
            made[id_] = claim.model_copy(update=new)
    return replace(public, claims=made)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lists")
    shutil.copytree(ROOT / "site_config/theme/assets", folder / "assets")
    (folder / "claims").mkdir()
    (folder / "claims/rows.json").write_text(rows(next(editions(copies(load_sound(TOY))))), "utf-8")
    (folder / "index.html").write_text(PAGE, "utf-8")
    (folder / "interface.json").write_text("{}", "utf-8")
    (folder / "start.js").write_text(START, "utf-8")
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with server(folder) as running:
        yield running


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    seen = watch(page, address)
    yield page
    page.close()
    assert seen.errors == []


def count(page: Page) -> str:
    return page.locator("[data-rows]").first.inner_text()


def titles(page: Page) -> list[str]:
    return page.locator(".fc-rows__title").all_inner_texts()


def wait(page: Page, said: str) -> None:
    """Wait until the first list says ``said`` of its rows."""
    expect(page.locator("[data-rows]").first).to_have_text(said)


def wait_for_rows(page: Page, number: int) -> None:
    expect(page.locator(".fc-rows__title")).to_have_count(number)


def test_nothing_is_fetched_and_nothing_changes_until_somebody_filters(
    page: Page, address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert page.locator(".fc-filter").count() == 2
    assert page.locator("#all").is_visible()
    assert not any("rows.json" in url or "query.js" in url for url in asked)
    page.locator(".fc-filter input").first.fill("cost")
    wait(page, "Claims shown: 60 of 240")
    assert any("rows.json" in url for url in asked)
    assert page.locator("#all").is_hidden()
    assert page.locator("#pager").is_hidden()
    assert page.locator("#topic").is_visible()


def test_place_of_the_line_is_kept_free(page: Page, address: str) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach("
        "(entry) => (window.moved += entry.value))).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(100)
    assert page.evaluate("window.moved") == 0


def test_words_of_title_and_name_filter_without_regard_to_case_and_marks(
    page: Page, address: str
) -> None:
    page.goto(address)
    field = page.locator(".fc-filter input").first
    field.fill("BRÁM 17")
    wait(page, "Claims shown: 1 of 240")
    assert titles(page) == ["What the ferry cost in 2030 17"]
    field.fill("no such words")
    wait(page, "Claims shown: 0 of 240")
    assert page.locator(".fc-rows").inner_text().endswith("No claim fits.")


def test_choices_combine_and_their_counts_follow_each_other(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Filter and sort").first.click()
    verdict = page.get_by_label("Verdict").first
    expect(verdict.locator("option")).to_have_text(
        [
            "All",
            "Confirmed quotation (60)",
            "Misquoted (60)",
            "Accurate (60)",
            "Inaccurate (60)",
        ]
    )
    assert page.locator("#all").is_visible()
    page.get_by_label("Topic").first.select_option("town-budget")
    wait(page, "Claims shown: 120 of 240")
    options = verdict.locator("option").all_inner_texts()
    assert options == ["All", "Misquoted (60)", "Accurate (60)"]
    verdict.select_option("accurate")
    page.locator(".fc-filter input").first.fill("2030 1")
    wait(page, "Claims shown: 15 of 240")
    assert page.url == f"{address}?text=2030+1&verdict=accurate&topic=town-budget"
    page.get_by_role("button", name="Remove the filter Accurate").click()
    page.get_by_role("button", name="Reset").click()
    wait(page, "240 claims")
    assert page.url == address
    assert page.locator("#all").is_visible()


def test_address_brings_back_what_was_chosen_and_back_undoes_it(page: Page, address: str) -> None:
    page.goto(f"{address}?verdict=accurate&sort=-title&other=kept")
    wait(page, "Claims shown: 60 of 240")
    assert titles(page)[:2] == ["What the ferry cost in 2030 60", "What the ferry cost in 2030 59"]
    field = page.locator(".fc-filter input").first
    field.press_sequentially("59")
    wait(page, "Claims shown: 1 of 240")
    assert page.url == f"{address}?other=kept&text=59&verdict=accurate&sort=-title"
    page.go_back()
    wait(page, "Claims shown: 60 of 240")
    assert field.input_value() == ""
    page.go_forward()
    wait(page, "Claims shown: 1 of 240")
    assert field.input_value() == "59"
    page.goto(f"{address}?verdict=no-such-verdict&sort=nonsense&page=x")
    wait_for_rows(page, 100)


def test_heads_sort_with_the_keyboard_and_say_which_way(page: Page, address: str) -> None:
    page.goto(f"{address}?sort=title")
    wait_for_rows(page, 100)
    head = page.locator("th").first
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert titles(page)[0] == "The clock on the town hall 1"
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert page.url == f"{address}?sort=-title"
    assert titles(page)[0].startswith("Whether the vote on the ferry was unanimous 60")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort]")).to_contain_text("Said on")
    assert page.url == f"{address}?sort=said"
    assert page.evaluate("document.activeElement.textContent") == "Said on"
    dates = page.locator(".fc-rows__said").all_inner_texts()
    assert (dates[0], dates[60]) == ("4 Mar 2031", "Mar 2031")


def test_rows_without_a_date_stand_last_both_ways(page: Page, address: str) -> None:
    for sort in ("said", "-said"):
        page.goto(f"{address}?sort={sort}&page=3")
        wait_for_rows(page, 40)
        assert page.locator(".fc-rows__said").last.inner_text() == ""


def test_table_has_pages_of_a_hundred(page: Page, address: str) -> None:
    page.goto(f"{address}?sort=title")
    wait_for_rows(page, 100)
    page.get_by_role("link", name="Next").click()
    expect(page.locator("caption")).to_have_text("Claims. Page 2 of 3")
    assert page.url == f"{address}?sort=title&page=2"
    assert page.evaluate("document.activeElement.className") == "fc-rows"
    page.get_by_role("link", name="Next").click()
    wait_for_rows(page, 40)
    page.go_back()
    wait_for_rows(page, 100)


def test_list_of_a_topic_has_its_own_rows_and_address(page: Page, address: str) -> None:
    page.goto(f"{address}?b-sort=title")
    page.wait_for_selector(".fc-rows tbody tr")
    assert page.locator("#all").is_visible()
    assert page.locator("#topic").is_hidden()
    assert page.locator(".fc-actions").is_visible()
    kinds = {title.rstrip(" 0123456789") for title in titles(page)}
    assert kinds == {"The clock on the town hall", "What the ferry cost in"}
    page.get_by_role("button", name="Filter and sort").last.click()
    topics = page.locator(".fc-filter").last.get_by_label("Topic").locator("option")
    expect(topics).to_have_text(["All", "Harbour ferry (60)"])


def test_links_lead_to_the_pages_of_the_records(page: Page, address: str) -> None:
    page.goto(f"{address}?text=mayor+60")
    wait(page, "Claims shown: 1 of 240")
    links = page.locator(".fc-rows tbody a").evaluate_all("all => all.map((a) => a.href)")
    assert links == [
        f"{address}claims/mayor-keeps-ferry-60/",
        f"{address}verdicts/confirmed-quotation/",
        f"{address}people/ada-quill/",
    ]


def test_rows_that_cannot_be_fetched_leave_the_list_and_say_so(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.route("**/rows.json", lambda route: route.fulfill(status=500))
    page.goto(f"{address}?text=ferry")
    expect(page.locator(".fc-filter__trouble").first).to_contain_text("The list below is whole")
    assert page.locator("#all").is_visible()
    assert count(page) == "240 claims"
    page.unroute("**/rows.json")
    page.locator(".fc-filter input").first.fill("cost")
    wait(page, "Claims shown: 60 of 240")
    assert page.locator(".fc-filter__trouble").first.inner_text() == ""
    page.close()


def test_text_of_a_title_stays_text(page: Page, address: str, folder: Path) -> None:
    made = json.loads((folder / "claims/rows.json").read_text("utf-8"))
    title = "<img src=x onerror=alert(1)> & &amp; “x”"
    made["rows"]["title"][0] = title
    page.route("**/rows.json", lambda route: route.fulfill(json=made))
    page.goto(f"{address}?text=onerror")
    wait(page, "Claims shown: 1 of 240")
    assert titles(page) == [title]
    assert page.locator(".fc-rows img").count() == 0


@pytest.mark.parametrize("width", [320, 360, 768])
def test_narrow_screen_shows_cards_without_sideways_scroll(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{address}?sort=title")
    wait_for_rows(page, 100)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.locator(".fc-filter button, .fc-filter input, .fc-rows th button, .fc-pager a")
    boxes = [box for box in (one.bounding_box() for one in small.all()) if box]
    assert min(min(box["width"], box["height"]) for box in boxes) >= 24


# On the project's own site.


@pytest.fixture(scope="module")
def own(own_site: Path) -> Iterator[str]:
    with server(own_site) as running:
        yield running


def test_without_script_every_claim_is_listed(browser: Browser, own: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{own}claims/")
    said = page.locator(".fc-listing").inner_text()
    assert said == f"{page.locator('li > .fc-ruling').count()} claims"
    gap = page.locator(".fc-listing + ul").bounding_box()
    line = page.locator(".fc-listing").bounding_box()
    assert gap is not None
    assert line is not None
    assert gap["y"] - line["y"] - line["height"] < 30  # no place is kept for a script
    context.close()


@pytest.mark.parametrize(
    ("path", "only"),
    [
        ("claims/", ""),
        ("claims/year/2022/", "year=2022"),
        ("topics/wording/", "topic=wording"),
        ("verdicts/confirmed-quotation/", "verdict=confirmed-quotation"),
        ("events/newsmax-interview/", "event=newsmax-interview"),
        ("sources/zelenskyy-not-ready-to-cede/", "source=zelenskyy-not-ready-to-cede"),
        ("people/volodymyr-zelenskyy/", "claimant=volodymyr-zelenskyy"),
    ],
)
def test_table_holds_the_rows_of_the_list_in_their_order(
    browser: Browser, own: str, path: str, only: str
) -> None:
    page = browser.new_page()
    seen = watch(page, own)
    page.goto(f"{own}{path}")
    hook = page.locator(f".fc-listing[data-only='{only}']")
    said, name = hook.inner_text(), hook.get_attribute("data-name") or ""
    rows = hook.locator("xpath=following-sibling::ul[1]").locator("> li > p:not([class]) > a")
    listed = rows.evaluate_all("all => all.map((a) => [a.textContent, a.href])")
    assert said == f"{len(listed)} claims"
    page.goto(f"{own}{path}?{name}sort=checked")
    expect(page.locator(".fc-rows__title")).to_have_count(len(listed))
    links = page.locator(".fc-rows__title a")
    assert links.evaluate_all("all => all.map((a) => [a.textContent, a.href])") == listed
    expect(hook).to_be_in_viewport()
    page.close()
    assert seen.errors == []
    assert seen.foreign == []
