"""Whoever comes to a former id of a claim is led on, on every host."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from generator import urls
from tests.conftest import TOY, TOY_FOLDER, load_sound
from tests.hosted import dead_links
from tests.pages_of import Page, outputs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str, str, str], None]

SITE = "https://otterby.example/"
FORMER = "claims/mayor-and-ferry/index.html"
CARD = "claims/mayor-and-ferry/card.html"


def in_two_languages(edit: Edit) -> None:
    edit("site_config/publisher.yml", "language: en\n", "language: en\nlanguages: [en, uk]\n")


def leads(page: str, address: str) -> list[str]:
    """Return where a browser, a search engine and a reader are led from a page at ``address``."""
    tree = LexborHTMLParser(page)
    refresh = tree.css_first("meta[http-equiv=refresh]")
    canonical, link = tree.css_first("link[rel=canonical]"), tree.css_first("body a")
    assert refresh is not None
    assert canonical is not None
    assert link is not None
    wait, _, goal = str(refresh.attributes["content"]).partition("; url=")
    assert wait == "0"
    goals = (goal, canonical.attributes["href"], link.attributes["href"])
    return [urljoin(address, str(one)) for one in goals]


def test_the_page_leads_on_in_each_language(toy: Path, edit: Edit) -> None:
    in_two_languages(edit)
    made = outputs(toy)
    for prefix, language in (("", "en"), ("uk/", "uk")):
        page = made[prefix + FORMER].content
        address = f"{SITE}{prefix}claims/mayor-and-ferry/"
        assert leads(page, address) == [f"{SITE}{prefix}claims/mayor-keeps-ferry/"] * 3
        html = LexborHTMLParser(page).css_first("html")
        assert html is not None
        assert html.attributes["lang"] == language
        assert "noindex" not in page


def test_the_page_says_what_it_leads_to_and_loads_nothing() -> None:
    page = outputs(TOY)[FORMER].content
    tree = LexborHTMLParser(page)
    title = load_sound(TOY).claims["mayor-keeps-ferry"].title
    assert page.startswith("<!doctype html>\n<html lang=")
    assert tree.css("title")[0].text() == title
    assert tree.css("body a")[0].text() == f"This check has a new address: {title}"
    assert tree.css("script, img, style, link:not([rel=canonical])") == []
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]")
    assert policy is not None
    assert "default-src 'none'" in str(policy.attributes["content"])


def test_a_title_stays_text(toy: Path, edit: Edit) -> None:
    file = "claims/mayor-keeps-ferry.yml"
    title = load_sound(toy).claims["mayor-keeps-ferry"].title
    edit(file, f"title: {title}", 'title: "A </title><script>x</script> & b"')
    tree = LexborHTMLParser(outputs(toy)[FORMER].content)
    assert tree.css("script") == []
    assert tree.css("title")[0].text() == "A </title><script>x</script> & b"


def test_an_embedded_card_goes_on_to_show_the_check(toy: Path, edit: Edit) -> None:
    in_two_languages(edit)
    made = outputs(toy)
    for prefix in ("", "uk/"):
        old = LexborHTMLParser(made[prefix + CARD].content)
        new = LexborHTMLParser(made[f"{prefix}claims/mayor-keeps-ferry/card.html"].content)
        assert old.css("main")[0].text() == new.css("main")[0].text()
        (link,) = old.css("main a")
        there = urljoin(SITE + prefix + CARD, str(link.attributes["href"]))
        assert there == f"{SITE}{prefix}claims/mayor-keeps-ferry/"


def test_hosts_that_read_rules_answer_with_301(toy: Path, edit: Edit) -> None:
    in_two_languages(edit)
    made = outputs(toy)
    rules = made[urls.REDIRECTS].content.splitlines()
    assert rules[:2] == [
        "/claims/mayor-and-ferry/ /claims/mayor-keeps-ferry/ 301",
        "/uk/claims/mayor-and-ferry/ /uk/claims/mayor-keeps-ferry/ 301",
    ]
    bib = "/uk/claims/mayor-and-ferry/mayor-and-ferry.bib"
    assert f"{bib} {bib.replace('mayor-and', 'mayor-keeps')} 301" in rules
    assert "/claims/mayor-and-ferry.yml /claims/mayor-keeps-ferry.yml 301" in rules
    served = {urls.published("/", path) for path in made}
    assert {rule.split()[1] for rule in rules} <= served
    assert not {rule.split()[0] for rule in rules} & served


def test_a_built_site_in_a_folder_leads_on_too(toy_site: Path) -> None:
    rules = (toy_site / urls.REDIRECTS).read_text("utf-8")
    old, new = (f"{TOY_FOLDER}claims/{id_}/" for id_ in ("mayor-and-ferry", "mayor-keeps-ferry"))
    assert rules.startswith(f"{old} {new} 301\n")
    address = f"https://otterby.example{old}"
    page = (toy_site / FORMER).read_text("utf-8")
    assert leads(page, address) == [f"https://otterby.example{new}"] * 3
    assert [row for row in dead_links(toy_site) if row.startswith("claims/mayor-and-ferry/")] == []


def test_a_draft_has_no_former_address(toy: Path, edit: Edit) -> None:
    edit("claims/timetable-in-april.yml", "status: draft", "status: draft\nformer_ids: [april]")
    for made in (outputs(toy), outputs(toy, drafts=True)):
        assert [path for path in made if path.startswith("claims/april/")] == []
        assert "april" not in made[urls.REDIRECTS].content


def test_the_rules_are_listed_where_there_are_any(toy: Path, edit: Edit) -> None:
    page = Page.of(toy, "data.md")
    assert "Former addresses" in page.texts("h3")
    assert (urls.REDIRECTS, urls.REDIRECTS) in page.links(".fc-files")
    assert "/claims/mayor-and-ferry/ /claims/mayor-keeps-ferry/ 301" in page.texts("pre")
    edit("claims/mayor-keeps-ferry.yml", "former_ids:\n  - mayor-and-ferry\n", "")
    assert "Former addresses" not in Page.of(toy, "data.md").texts("h3")
