"""What readers do on the site, from the first key to what they came for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.served import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize

    from tests.served import Served

pytestmark = pytest.mark.browser
CLAIM = "claims/newsmax-not-ready-to-concede/"
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 900}
# A font draws both by one sign.
APOSTROPHES = {0x2BC: "’"}
LONGEST = 15_000  # ms for anything to happen
# Where the focus is, and whether a reader sees it: an outline of two pixels or more, or a shadow,
# around it or around the field that it is a part of.
FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const rings = (element) => {
    const style = getComputedStyle(element);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
      || style.boxShadow !== "none";
  };
  const box = at.getBoundingClientRect();
  return {
    name: (at.getAttribute("aria-label") || at.textContent || at.name || "").trim(),
    tag: at.nodeName.toLowerCase(),
    seen: rings(at) || (at.matches("input") && rings(at.parentElement)),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""

# The texts of an article that a reader sees, without those of parts that need a script.
TEXTS = """() => [
  ...document.querySelectorAll("article :is(h1, h2, h3, p, li, dt, dd, blockquote, td, figcaption)")
].filter((part) => part.checkVisibility({ visibilityProperty: true })
  && part.getBoundingClientRect().height > 0
  && part.getAttribute("role") !== "status"
  && !part.querySelector("button, input, select")
).map((part) => part.innerText)"""


@pytest.fixture(scope="module")
def served(own_site: Path) -> Iterator[Served]:
    with serve(own_site) as running:
        yield running


@pytest.fixture
def context(browser: Browser, served: Served) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=DESK, base_url=served.address)
    context.set_default_timeout(LONGEST)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def phone(browser: Browser, served: Served) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, base_url=served.address, has_touch=True)
    context.set_default_timeout(LONGEST)
    yield context.new_page()
    context.close()


def text_of(place: Locator) -> str:
    return " ".join(place.inner_text().split())


# --- search and lists ------------------------------------------------------------------------


def search(page: Page, words: str) -> Locator:
    """Ask for words from the home page, with the keyboard; return the results."""
    page.goto("")
    page.wait_for_load_state("networkidle")  # the key is that of a script
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    results = page.locator(".fc-result")
    expect(results.first).to_be_visible()
    return results


def test_a_claim_is_found_by_a_word(page: Page) -> None:
    results = search(page, "humiliate")
    link = results.first.get_by_role("link")
    assert "humiliate" in text_of(link).lower()
    expect(page.get_by_role("status")).to_contain_text("humiliate")
    link.click()
    expect(page.locator("h1")).to_contain_text(re.compile("humiliate", re.IGNORECASE))
    page.wait_for_function("CSS.highlights.size === 1")  # the words are marked
    marked = parse_qs(urlsplit(page.url).query)["highlight"]
    assert [form for form in marked if not form.startswith("humiliat") or len(form) > 12] == []
    page.go_back()
    expect(results.first).to_be_visible()


def test_results_are_filtered_and_the_address_says_so(page: Page) -> None:
    results = search(page, "territory")
    group = page.get_by_role("group", name="Verdict")
    box = group.get_by_role("checkbox").first
    count = int(re.findall(r"\d+", text_of(group.locator("label").first))[-1])
    box.check()
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"\b{count}$"))
    assert "verdict" in urlsplit(page.url).query
    page.wait_for_load_state("networkidle")  # the results come one by one
    expect(results.first).to_be_visible()
    shown = results.count()
    assert 0 < shown <= count
    page.reload()
    expect(results).to_have_count(shown)
    expect(box).to_be_checked()


def test_a_list_is_filtered_sorted_and_sent_to_a_friend(page: Page, browser: Browser) -> None:
    page.goto("claims/")
    listing = page.locator(".fc-listing").first
    whole = int(re.findall(r"\d+", text_of(listing))[0])
    page.get_by_role("button", name="Filter and sort").first.click()
    page.get_by_label("Verdict").first.select_option("reworded")
    expect(listing).to_contain_text(f"of {whole}")
    some = int(re.findall(r"\d+", text_of(listing))[0])
    assert 0 < some < whole
    rows = page.locator(".fc-rows tbody tr")
    expect(rows).to_have_count(some)
    page.locator("th").get_by_role("button").first.click()
    friend = browser.new_page()
    friend.goto(page.url)
    expect(friend.locator(".fc-rows tbody tr")).to_have_count(some)
    titles = friend.locator(".fc-rows__title").all_inner_texts()
    assert titles == page.locator(".fc-rows__title").all_inner_texts()
    friend.close()


# --- reading a check -------------------------------------------------------------------------


def test_claim_and_answer_stand_above_the_fold(phone: Page) -> None:
    """The claim, who said it and when, the verdict, and the answer in one sentence."""
    phone.goto(CLAIM)
    head = phone.locator(".fc-head")
    for part in (".fc-claim blockquote", ".fc-claim .fc-meta", ".fc-verdict", ".fc-summary"):
        box = head.locator(part).first.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= PHONE["height"], part


def test_evidence_leads_to_its_source_and_back(phone: Page) -> None:
    phone.goto(CLAIM)
    card = phone.locator(".fc-evidence", has=phone.locator("blockquote")).first
    quote = text_of(card.locator("blockquote"))
    card.locator("a[href*='/sources/']").first.click()
    anchor = urlsplit(phone.url).fragment
    place = phone.locator(f"[id='{anchor}']")
    expect(place).to_be_in_viewport()
    assert quote in text_of(phone.locator("article"))
    phone.locator(f"article a[href*='{CLAIM.strip('/').partition('/')[2]}']").first.click()
    assert CLAIM in phone.url
    expect(card).to_be_visible()


def test_a_citation_is_copied(context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(CLAIM)
    title = text_of(page.locator("h1")).rstrip("¶").strip()
    folded = page.locator("details.fc-copy, .fc-cite", has_text="BibTeX").first
    if folded.locator("summary").count() and not folded.get_attribute("open"):
        folded.locator("summary").first.click()
    folded.get_by_role("button", name=re.compile("Copy")).first.click()
    expect(folded.get_by_role("status").first).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@")
    assert title.rstrip("?") in copied.replace("{", "").replace("}", "")


def test_the_address_of_a_page_is_copied(context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(CLAIM)
    page.get_by_role("button", name="Copy link").last.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("link[rel=canonical]").get_attribute("href")


# --- language and colours --------------------------------------------------------------------


def test_language_is_switched_on_the_same_page(page: Page, served: Served) -> None:
    page.goto(CLAIM)
    quotation = text_of(page.locator(".fc-evidence blockquote").first)
    page.locator("header a[hreflang=uk]").click()
    assert page.url == f"{served.address}uk/{CLAIM}"
    assert page.evaluate("document.documentElement.lang") == "uk"
    expect(page.locator(".fc-claim blockquote").first).to_contain_text("Україна")
    original = page.locator(".fc-evidence blockquote").first
    assert text_of(original) == quotation, "a quotation stays as it was printed"
    expect(original.locator("[lang]").first).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", name="Докази")).to_be_visible()
    page.locator(".fc-evidence a[href*='/sources/']").first.click()
    assert "/uk/sources/" in page.url, "a tree links to its own pages"
    page.go_back()
    page.locator("header a[hreflang=en]").click()
    assert page.url == served.address + CLAIM


def test_colours_are_switched_and_stay(page: Page, context: BrowserContext) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(CLAIM)
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    switch = page.get_by_role("button", name="Dark colours")
    switch.click()
    dark = page.evaluate(background)
    assert (dark != light, switch.get_attribute("aria-pressed")) == (True, "true")
    other = context.new_page()
    other.emulate_media(color_scheme="light")
    other.goto("about/")
    assert other.evaluate(background) == dark
    other.get_by_role("button", name="Dark colours").click()
    assert other.evaluate(background) == light


# --- the keyboard alone ----------------------------------------------------------------------


def tab(page: Page, most: int) -> Iterator[dict[str, object]]:
    """Press Tab until the focus leaves the page; yield where it is."""
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUS)
        if at is None:
            return
        yield at


@pytest.mark.parametrize("path", ["", CLAIM, "claims/", "search/"])
def test_focus_is_seen_wherever_it_goes(page: Page, path: str) -> None:
    page.goto(path, wait_until="networkidle")
    page.evaluate("document.activeElement.blur()")
    stops = list(tab(page, 400))
    assert 10 < len(stops) < 400
    assert [stop for stop in stops if not stop["seen"]] == []
    assert [stop for stop in stops if not stop["inside"]] == []


def test_skip_link_leads_to_the_text(page: Page) -> None:
    page.goto(CLAIM)
    page.keyboard.press("Tab")
    at = page.evaluate(FOCUS)
    assert (at["tag"], at["seen"], at["inside"]) == ("a", True, True), at
    assert at["name"] == "Skip to content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')")


def test_menu_opens_and_closes_by_keys(phone: Page) -> None:
    phone.goto(CLAIM)
    button = phone.get_by_role("button", name="Menu", exact=True)
    menu = phone.get_by_role("navigation", name="Menu", exact=True)
    expect(menu).to_be_hidden()
    button.focus()
    phone.keyboard.press("Enter")
    expect(menu.get_by_role("link", name="Sources", exact=True)).to_be_visible()
    phone.keyboard.press("Tab")
    assert phone.evaluate("!!document.activeElement.closest('#fc-menu')")
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    phone.keyboard.press("Enter")
    menu.get_by_role("link", name="Sources", exact=True).press("Enter")
    expect(phone.locator("h1")).to_contain_text("Sources")


# --- paper, and no script --------------------------------------------------------------------


def test_paper_has_the_record_and_nothing_else(page: Page, tmp_path: Path) -> None:
    page.goto(CLAIM)
    wanted = {
        "claim": text_of(page.locator(".fc-claim blockquote").first),
        "verdict": text_of(page.locator(".fc-head .fc-verdict").first),
        "answer": text_of(page.locator(".fc-summary").first),
        "evidence": text_of(page.locator(".fc-evidence blockquote").first),
        "address": page.locator("link[rel=canonical]").get_attribute("href") or "no address",
    }
    page.emulate_media(media="print")
    for part in ("header.md-header", "footer", ".fc-aside", ".fc-actions", ".fc-buttons"):
        assert [p for p in page.locator(part).all() if p.is_visible()] == [], part
    file = tmp_path / "record.pdf"
    page.pdf(path=file, format="A4")
    pages = PdfReader(file).pages
    printed = bare("".join(one.extract_text() for one in pages))
    assert {name for name, text in wanted.items() if bare(text) not in printed} == set()
    assert len(pages) <= 2


def bare(text: str) -> str:
    """Return a text without what a PDF does not keep: spaces, and which apostrophe it was."""
    return re.sub(r"\s", "", text).translate(APOSTROPHES)


@pytest.fixture
def plain(browser: Browser, served: Served) -> Iterator[Page]:
    """A browser that runs no script."""
    context = browser.new_context(
        viewport=PHONE, base_url=served.address, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["", CLAIM, "claims/", "timeline/", "people/volodymyr-zelenskyy/"])
def test_all_content_is_there_without_script(plain: Page, page: Page, path: str) -> None:
    """Every heading, sentence and link; buttons that need a script are not."""
    plain.goto(path)
    page.goto(path, wait_until="networkidle")
    without = text_of(plain.locator("article"))
    shown = [" ".join(text.split()) for text in page.evaluate(TEXTS)]
    assert len(shown) > 10
    assert [text for text in shown if text not in without] == []
    assert not plain.get_by_role("button", name="Dark colours").is_visible(), "it would do nothing"


def test_site_is_walked_without_script(plain: Page) -> None:
    plain.goto("")
    plain.get_by_role("button", name="Menu", exact=True).click()
    plain.get_by_role("navigation", name="Menu", exact=True).get_by_role(
        "link", name="Claims"
    ).first.click()
    expect(plain.locator("h1")).to_contain_text("Claims")
    plain.locator("article a[href*='newsmax-not-ready-to-concede']").first.click()
    expect(plain.locator(".fc-claim blockquote").first).to_be_visible()
    plain.locator(".fc-evidence a[href*='/sources/']").first.click()
    assert "/sources/" in plain.url
    plain.locator("header a[hreflang=uk]").click()
    assert "/uk/sources/" in plain.url


def test_search_without_script_says_where_to_look(plain: Page) -> None:
    plain.goto("search/?q=territory")
    links = plain.locator("article a").all()
    assert any("claims" in (link.get_attribute("href") or "") for link in links)
    assert not plain.locator("article input").count()
