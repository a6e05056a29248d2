"""The search page in a browser, on a small site of two languages below a folder of its host."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator.hosts import searching
from tests.browser import chromium, watch
from tests.dom import PROJECT
from tests.served import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from tests.browser import Seen
    from tests.served import Served

pytestmark = pytest.mark.browser

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' "
    "data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'self'"
)
PAGE = """\
<!doctype html><html lang="{language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width"><title>{title}</title>{meta}
<link rel="stylesheet" href="/site/assets/stylesheets/factcheck.css">
<link rel="stylesheet" href="/site/assets/stylesheets/search.css">
<link rel="icon" href="data:,">
<script type="module" src="/site/assets/start.js"></script></head>
<body data-fc-tree="{tree}"><nav class="fc-languages">
<a hreflang="{other}" lang="{other}" href="{elsewhere}">{other}</a></nav>
<article class="md-typeset"{body}><h1>{title}</h1>{text}</article></body></html>
"""
# What the frame of the site does for a feature; the words stand for themselves.
START = """\
const filled = (text, values = {}) => text.replace(/\\{(\\w+)\\}/g, (_, name) => values[name]);
const at = (selector) => document.querySelector(selector);
const begin = async (root, name) => root && (
  await import(`./javascripts/factcheck/${name}.js`)).default(root, { t: filled, number: String });
begin(at(".fc-search"), "search");
if (location.search.includes("highlight")) begin(at("article"), "highlight");
"""
FORM = '<p class="fc-search" data-table="claims/">Searching needs JavaScript.</p>'
VERDICTS = ("misquoted|Misquoted", "accurate|Accurate", "unproven|Unproven")
NUMBER = 24  # claims; each third has another verdict, each second another year


def page(path: str, title: str, text: str, **facets: str) -> tuple[str, str]:
    language = "uk" if path.startswith("uk/") else "en"
    own = path.removeprefix("uk/")
    tags = [
        f'<meta data-pagefind-{"meta" if name == "line" else "filter"}="{name}[content]" '
        f'content="{value}">'
        for name, value in facets.items()
    ]
    text = PAGE.format(
        language=language,
        other="en" if language == "uk" else "uk",
        elsewhere=f"/site/{own}" if language == "uk" else f"/site/uk/{own}",
        tree="/site/uk" if language == "uk" else "/site",
        policy=POLICY,
        title=title,
        text=text,
        meta="\n".join(tags),
        body=" data-pagefind-body" if facets else "",
    )
    return f"{path}index.html", text


def pages() -> Iterator[tuple[str, str]]:
    """Make the pages: claims about a ferry, one of them in Ukrainian, and the search pages."""
    for number in range(NUMBER):
        yield page(
            f"claims/ferry-{number}/",
            f"Was ferry {number} late?",
            f"<p>The harbour said that the ferries were late on day {number}.</p>",
            kind="claim|Claim",
            verdict=VERDICTS[number % 3],
            year=f"{2030 + number % 2}|{2030 + number % 2}",
            line="Ann Vale · May 2031",
        )
    yield page(
        "claims/mill/",
        "Did the &lt;mill&gt; burn?",
        "<p>The <b>mill</b> burnt &amp; fell: &lt;img src=x onerror=alert(1)&gt; mill.</p>",
        kind="claim|Claim",
        verdict=VERDICTS[0],
    )
    text = "<p>Речник сказав, що пором спізнився.</p>"
    yield page("uk/claims/ferry-1/", "Чи спізнився пором?", text, kind="claim|Твердження")
    yield page("search/", "Search", FORM)
    yield page("uk/search/", "Пошук", FORM)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    site = tmp_path_factory.mktemp("search") / "site"
    shutil.copytree(PROJECT / "site_config/theme/assets", site / "assets")
    (site / "assets/start.js").write_text(START)
    for path, text in pages():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    searching.index(site)
    with serve(site, folder="/site/") as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def tab(browser: Browser, served: Served) -> Iterator[tuple[Page, Seen]]:
    """A new tab; what it saw must be without errors, which breaches of the policy are too."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    opened = context.new_page()
    seen = watch(opened, served.address)
    yield opened, seen
    context.close()
    assert (seen.errors, seen.foreign) == ([], [])


def to(tab: tuple[Page, Seen], served: Served, path: str) -> Page:
    tab[0].goto(served.address + path)
    return tab[0]


def status(page: Page, text: str) -> None:
    """Wait until the number of results is told, as to a screen reader."""
    page.get_by_role("status").get_by_text(text, exact=True).wait_for()


def titles(page: Page) -> list[str]:
    return page.locator(".fc-results a").all_inner_texts()


def counts(page: Page, group: str) -> dict[str, str]:
    page.locator(f"[name^='{group}:']").first.wait_for()
    rows = page.locator(f"label:has([name^='{group}:'])").all_inner_texts()
    return dict(row.split("\n") for row in rows)


def test_nothing_is_loaded_before_the_first_letter(tab: tuple[Page, Seen], served: Served) -> None:
    served.sent.clear()
    page = to(tab, served, "search/")
    page.locator("#fc-q").wait_for()
    page.wait_for_load_state("networkidle")
    assert not any("pagefind" in sent.path for sent in served.sent)


def test_claim_is_found_by_words_and_marked_on_its_page(
    tab: tuple[Page, Seen], served: Served
) -> None:
    page = to(tab, served, "search/")
    page.locator("#fc-q").fill("mill")
    status(page, "Results for “mill”: 1")
    assert titles(page) == ["Did the <mill> burn?"]
    assert page.locator(".fc-result .fc-verdict").inner_text() == "Misquoted"
    assert "burnt & fell: <img src=x" in page.locator(".fc-result__words").inner_text()
    assert page.locator(".fc-result mark").first.inner_text() == "mill"
    page.locator(".fc-results a").click()
    page.get_by_role("region").wait_for()
    assert page.url == f"{served.address}claims/mill/?highlight=mill"
    assert page.evaluate("[...CSS.highlights.get('fc-found')].map(String)") == ["mill"] * 3
    assert page.locator("article p b").count() == 1
    page.get_by_role("button", name="Remove the marks").click()
    assert page.url == f"{served.address}claims/mill/"
    assert page.evaluate("CSS.highlights.size") == 0


def test_word_with_a_hyphen_or_another_sign_is_marked(
    tab: tuple[Page, Seen], served: Served
) -> None:
    page = to(tab, served, "claims/mill/?highlight=mid-June&highlight=a*%7C(b)&highlight=mill")
    page.get_by_role("region").wait_for()
    assert page.evaluate("[...CSS.highlights.get('fc-found')].map(String)") == ["mill"] * 3


def test_another_form_of_a_word_is_found_and_marked(tab: tuple[Page, Seen], served: Served) -> None:
    page = to(tab, served, "search/?q=ferry")
    status(page, f"Results for “ferry”: {NUMBER}")
    assert "highlight=ferries" in (page.locator(".fc-results a").first.get_attribute("href") or "")


def test_filters_count_and_add_up(tab: tuple[Page, Seen], served: Served) -> None:
    page = to(tab, served, "search/?q=ferries")
    status(page, f"Results for “ferries”: {NUMBER}")
    assert counts(page, "verdict") == {"Accurate": "8", "Misquoted": "8", "Unproven": "8"}
    assert counts(page, "year") == {"2031": "12", "2030": "12"}
    page.get_by_label("Misquoted").check()
    status(page, "Results for “ferries”: 8")
    page.get_by_label("2030").check()
    status(page, "Results for “ferries”: 4")
    assert counts(page, "verdict") == {"Accurate": "4", "Misquoted": "4", "Unproven": "4"}
    page.get_by_label("Accurate").check()
    status(page, "Results for “ferries”: 8")
    assert page.url.endswith("?q=ferries&verdict=misquoted&verdict=accurate&year=2030")


def test_address_keeps_the_question_for_back_and_for_others(
    tab: tuple[Page, Seen], served: Served
) -> None:
    page = to(tab, served, "search/?q=ferries&verdict=misquoted&topic=gone")
    status(page, "Results for “ferries”: 8")
    page.get_by_label("Misquoted").uncheck()
    status(page, f"Results for “ferries”: {NUMBER}")
    page.go_back()
    status(page, "Results for “ferries”: 8")
    assert page.get_by_label("Misquoted").is_checked()
    page.go_forward()
    status(page, f"Results for “ferries”: {NUMBER}")


def test_keys_alone_are_enough(tab: tuple[Page, Seen], served: Served) -> None:
    page = to(tab, served, "search/")
    page.locator("#fc-q").wait_for()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.keyboard.type("ferries")
    status(page, f"Results for “ferries”: {NUMBER}")
    focused = "document.activeElement.textContent || document.activeElement.id"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == titles(page)[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused) == "fc-q"
    page.keyboard.press("Escape")
    page.locator(".fc-results a").first.wait_for(state="detached")
    assert page.url == f"{served.address}search/"


def test_more_results_follow_on_demand(tab: tuple[Page, Seen], served: Served) -> None:
    page = to(tab, served, "search/?q=ferries")
    status(page, f"Results for “ferries”: {NUMBER}")
    assert len(titles(page)) == 5
    page.get_by_role("button", name="Show more results").click()
    page.locator(".fc-results > li").nth(14).wait_for()
    assert page.evaluate("document.activeElement.textContent") == titles(page)[5]


def test_ukrainian_pages_search_their_own_index(tab: tuple[Page, Seen], served: Served) -> None:
    page = to(tab, served, "uk/search/")
    page.locator("#fc-q").fill("пором")
    status(page, "Results for “пором”: 1")
    assert titles(page) == ["Чи спізнився пором?"]
    page.locator(".fc-results a").click()
    page.get_by_role("region").wait_for()
    assert page.url.startswith(f"{served.address}uk/claims/ferry-1/?highlight=")


def test_nothing_found_leads_on(tab: tuple[Page, Seen], served: Served) -> None:
    page = to(tab, served, "search/?q=пором&verdict=misquoted")
    status(page, "Nothing found for “пором”.")
    assert page.get_by_text("Check the spelling").is_visible()
    page.locator(".fc-search__leads a[hreflang=uk]").click()
    status(page, "Results for “пором”: 1")


def test_choice_without_words_leads_to_lists(tab: tuple[Page, Seen], served: Served) -> None:
    page = to(tab, served, "search/?verdict=misquoted&year=2030")
    links = page.locator(".fc-search__leads a")
    links.first.wait_for()
    assert [link.get_attribute("href") for link in links.all()] == [
        f"{served.address}claims/?verdict=misquoted&year=2030",
        f"{served.address}verdicts/misquoted/",
        f"{served.address}claims/year/2030/",
    ]


def test_choice_leads_to_no_table_where_there_is_none(
    tab: tuple[Page, Seen], served: Served
) -> None:
    def of_a_large_site(route: Route) -> None:
        answer = route.fetch()
        text = answer.text()
        assert ' data-table="claims/"' in text
        route.fulfill(response=answer, body=text.replace(' data-table="claims/"', ""))

    tab[0].route("**/search/?*", of_a_large_site)
    page = to(tab, served, "search/?kind=claim&year=2030")
    links = page.locator(".fc-search__leads a")
    links.first.wait_for()
    assert [link.get_attribute("href") for link in links.all()] == [
        f"{served.address}claims/year/2030/"
    ]


def test_site_without_an_index_says_so(browser: Browser, served: Served) -> None:
    context = browser.new_context()
    context.route("**/pagefind/**", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{served.address}search/?q=ferries")
    status(page, "The search index could not be loaded; a preview of the site has none.")
    context.close()
