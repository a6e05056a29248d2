"""The frame of the pages: menus and languages as data, and what a built page loads and says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.utils import get_theme_dir
from selectolax.lexbor import LexborHTMLParser

from generator import words, yamltext
from generator.edition import Edition, editions
from generator.hosts import shell
from tests.conftest import TOY, load_sound
from tests.hosted import ROOT, foreign_resources
from tests.languages import NAV, built

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STYLES = ROOT / "site_config/theme/assets/stylesheets"


@pytest.fixture(scope="session")
def two_languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy site with a second language: some pages by hand, some missing."""
    return built(tmp_path_factory.mktemp("languages"))


def spoken() -> list[Edition]:
    corpus = load_sound(TOY)
    trees = (("en", ""), ("uk", "uk/"))
    return [
        Edition(corpus=corpus, words=words.of(language), prefix=prefix, trees=trees)
        for language, prefix in trees
    ]


def pages_of(site: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), LexborHTMLParser(file.read_text("utf-8"))


def attributes(tree: LexborHTMLParser, query: str, name: str) -> list[str]:
    return [node.attributes.get(name) or "" for node in tree.css(query)]


def test_menu_leads_to_pages_of_its_language_else_to_those_of_the_first() -> None:
    nav = [{"Home": "index.md"}, {"About": [{"Rules": "rules/index.md"}, {"Method": "method.md"}]}]
    pages = {"index.md", "uk/index.md", "rules/index.md", "method.md", "uk/method.md"}
    made = shell.shell(spoken(), nav, pages)["menus"]
    assert made["en"] == [
        {"title": "Home", "url": ""},
        {
            "title": "About",
            "children": [
                {"title": "Rules", "url": "rules/"},
                {"title": "Method", "url": "method/"},
            ],
        },
    ]
    home, about = made["uk"]
    assert home["url"] == "uk/"
    rules, method = about["children"]
    assert (rules["url"], rules["language"]) == ("rules/", "en")
    assert (method["url"], "language" in method) == ("uk/method/", False)


def test_titles_and_texts_are_finished() -> None:
    nav = [{"Q & A": "method.md"}, {"Elsewhere": "https://example.org/?a&b"}, "about.md"]
    made = shell.shell(spoken()[:1], nav, {"method.md"})["menus"]["en"]
    assert made == [
        {"title": "Q &amp; A", "url": "method/"},
        {"title": "Elsewhere", "url": "https://example.org/?a&amp;b"},
    ]


def test_search_stands_in_the_header_where_there_is_a_search_page() -> None:
    assert shell.shell(spoken(), [], set())["search"] == {}
    assert shell.shell(spoken(), [], {"uk/search.md"})["search"] == {"uk": "uk/search/"}


def test_the_footer_leads_to_the_data_where_there_is_a_page_of_it() -> None:
    assert shell.shell(spoken(), [], set())["formats"] == {}
    assert shell.shell(spoken(), [], {"uk/data.md"})["formats"] == {"uk": "uk/data/"}


def test_frame_does_not_grow_with_the_site() -> None:
    pages = {"index.md", "claims/index.md"}
    many = pages | {f"claims/claim-{number}.md" for number in range(1000)}
    assert shell.shell(spoken(), NAV, pages) == shell.shell(spoken(), NAV, many)


def test_frame_is_plain_data() -> None:
    made = shell.shell(list(editions(load_sound(TOY))), NAV, set())
    assert yamltext.load_settings(yamltext.dump_settings(made)) == made


def test_every_title_of_the_menu_is_a_message() -> None:
    settings = yamltext.load_settings((ROOT / "mkdocs.yml").read_text("utf-8"))

    def titles(rows: list[Any]) -> Iterator[str]:
        for title, target in (item for row in rows for item in row.items()):
            yield title
            yield from titles(target) if isinstance(target, list) else ()

    assert set(titles(settings["nav"])) == set(shell.TITLES)


def test_templates_say_messages_only() -> None:
    templates = (ROOT / "site_config/theme").rglob("*.html")
    text = "".join(file.read_text("utf-8") for file in templates)
    said = re.findall(r"lang\.say\([\"']([^)]*)[\"']\)", text)
    said += re.findall(r"words\[\"([^\"]*)\"\]", text)
    assert set(said) == set(shell.MESSAGES)


def test_policy_is_strict_and_that_of_a_preview_differs_in_one_word() -> None:
    assert "unsafe-inline" not in shell.POLICY
    assert "http" not in shell.POLICY
    assert shell.PREVIEW_POLICY.replace(" 'unsafe-inline'", "") == shell.POLICY
    assert shell.PREVIEW_POLICY.count("'unsafe-inline'") == 1


def test_every_page_has_the_policy_before_all_else(own_site: Path) -> None:
    for name, tree in pages_of(own_site):
        if name.endswith("/card.html"):  # no page of the theme: it has a stricter one of its own
            continue
        head = tree.css_first("head")
        assert head is not None, name
        first = head.css("*")[1]
        assert first.attributes.get("http-equiv") == "Content-Security-Policy", name
        assert first.attributes.get("content") == shell.POLICY, name
        assert attributes(tree, "meta[name=referrer]", "content") == ["no-referrer"], name


def test_no_page_has_script_or_style_written_into_it(own_site: Path) -> None:
    for name, tree in pages_of(own_site):
        written = [n for n in tree.css("script") if not n.attributes.get("src")]
        # No browser runs data (HTML, 4.12.1: data block).
        assert {n.attributes["type"] for n in written} <= {"application/ld+json"}, name
        assert tree.css("style, [style], base, iframe[srcdoc]") == [], name
        handlers = [key for node in tree.css("*") for key in node.attributes if key[:2] == "on"]
        assert handlers == [], name
        links = attributes(tree, "[href]", "href") + attributes(tree, "[src]", "src")
        assert [link for link in links if urlsplit(link).scheme == "javascript"] == [], name


def test_pages_load_from_their_own_site_only(two_languages: Path) -> None:
    assert foreign_resources(two_languages) == []
    for file in STYLES.glob("*.css"):
        urls = re.findall(r"url\(\"?([^\")]*)", file.read_text("utf-8"))
        assert [url for url in urls if not url.startswith(("../", "data:"))] == [], file.name


def test_page_speaks_its_own_language(two_languages: Path) -> None:
    tree = LexborHTMLParser((two_languages / "uk/claims/index.html").read_text("utf-8"))
    html = tree.css_first("html")
    assert html is not None
    assert html.attributes["lang"] == "uk"
    assert attributes(tree, ".fc-tabs a[aria-current]", "href") == ["./"]
    assert "../../sources/" in attributes(tree, ".fc-tabs a[hreflang=en]", "href")
    assert attributes(tree, "link[rel=canonical]", "href") == ["https://otterby.example/uk/claims/"]
    assert attributes(tree, ".fc-languages a", "href") == ["../../claims/"]
    assert attributes(tree, ".fc-languages a", "lang") == ["en"]
    assert attributes(tree, ".fc-find", "action") == ["../search/"]
    assert set(attributes(tree, ".headerlink", "title")) == {"Посилання на це місце"}
    assert any("cyrillic" in href for href in attributes(tree, "link[rel=preload]", "href"))


def test_page_that_is_in_one_language_links_to_the_home_page_of_the_other(
    two_languages: Path,
) -> None:
    tree = LexborHTMLParser((two_languages / "method/index.html").read_text("utf-8"))
    assert attributes(tree, ".fc-languages a", "href") == ["../uk/"]
    assert attributes(tree, "link[hreflang]", "hreflang") == []


@pytest.mark.parametrize("which", ["own_site", "two_languages"])
def test_alternates_are_symmetrical(which: str, request: pytest.FixtureRequest) -> None:
    found = {}
    for _, tree in pages_of(request.getfixturevalue(which)):
        links = [
            (node.attributes["hreflang"], node.attributes["href"])
            for node in tree.css("link[rel=alternate][hreflang]")
        ]
        if links:
            (own,) = attributes(tree, "link[rel=canonical]", "href")
            found[own] = links
    for own, links in found.items():
        assert own in [address for _, address in links]
        assert [language for language, _ in links].count("x-default") == 1
        for _, address in links:
            assert found[str(address)] == links, own
    assert found or which == "own_site"


def test_records_belong_to_a_section_of_the_menu(own_site: Path) -> None:
    claim = next((own_site / "claims").glob("*/index.html"))
    tree = LexborHTMLParser(claim.read_text("utf-8"))
    current = [node.text(strip=True) for node in tree.css(".fc-tabs a[aria-current]")]
    assert current == ["Claims"]
    verdict = next((own_site / "verdicts").glob("*/index.html"))
    tree = LexborHTMLParser(verdict.read_text("utf-8"))
    current = [node.text(strip=True) for node in tree.css(".fc-tabs a[aria-current]")]
    assert current == ["About"]
    current = [node.text(strip=True) for node in tree.css(".fc-beside a[aria-current]")]
    assert current == ["Rating scale"]


def test_missing_page_speaks_every_language(two_languages: Path) -> None:
    tree = LexborHTMLParser((two_languages / "404.html").read_text("utf-8"))
    assert attributes(tree, "article div", "lang") == ["en", "uk"]
    assert len(tree.css("h1")) == 1
    assert "/uk/claims/" in attributes(tree, "article div[lang=uk] a", "href")


@pytest.mark.parametrize(("number", "button"), [(1, 0), (2, 0), (3, 0), (4, 1)])
def test_many_languages_stand_behind_a_button(number: int, button: int) -> None:
    names = {"en": "English", "uk": "Українська", "de": "Deutsch", "fr": "Français"}
    shown = dict(list(names.items())[:number])
    homes = {code: "" if code == "en" else f"{code}/" for code in shown}
    folders = [str(ROOT / "site_config/theme"), get_theme_dir("material")]
    theme = Environment(loader=FileSystemLoader(folders), autoescape=True)
    theme.filters["url"] = lambda address: f"/{address}"
    page = {"meta": {"alternate": {"de": "de/claims/"}}}
    made = theme.get_template("partials/alternate.html").render(
        config={"extra": {"factcheck": {"names": shown, "homes": homes}}},
        lang={"code": "en", "say": str},
        page=page,
    )
    tree = LexborHTMLParser(made)
    assert len(tree.css("button[popovertarget=fc-languages]")) == button
    assert len(tree.css("ul[popover]#fc-languages")) == button
    links = {"uk": "/uk/", "de": "/de/claims/", "fr": "/fr/"}
    assert attributes(tree, "a", "href") == [links[code] for code in shown if code != "en"]
