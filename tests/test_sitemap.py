"""The sitemap lists what search engines may show, dated by the records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser
from xmlschema import XMLSchema

from generator import urls, words
from generator.exports import sitemap
from generator.records import Kind
from tests.conftest import HERE, TOY, load_sound
from tests.hosted import ROOT
from tests.pages_of import Page as Built
from tests.pages_of import outputs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.corpus import Corpus

SCHEMAS = HERE / "sitemaps"
ABOUT_ALL = ("corrections/log/", "sources/agreement/")
NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def schema(name: str) -> XMLSchema:
    made = XMLSchema(SCHEMAS / f"{name}.xsd", build=False)
    made.add_schema(SCHEMAS / "xhtml-link.xsd")
    made.build()
    return made


def days(text: str) -> dict[str, str | None]:
    """Return the day by the address, below that of the site."""
    return {str(u.findtext(f"{NS}loc")): u.findtext(f"{NS}lastmod") for u in entries(text)}


def entries(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - made by the test itself


@pytest.fixture(scope="module")
def own() -> str:
    return outputs(ROOT)[urls.SITEMAP].content


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_sound(ROOT)


@pytest.mark.parametrize("root", [TOY, ROOT])
def test_it_is_what_the_protocol_says(root: Path) -> None:
    schema("sitemap").validate(outputs(root)[urls.SITEMAP].content)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<lastmod>2", "<lastmod>in 2"),
        ("<loc>", "<lastmod>2031-01-01</lastmod><loc>"),
        ('hreflang="uk"', 'lang="uk"'),
    ],
)
def test_what_it_does_not_say_is_found(own: str, old: str, new: str) -> None:
    assert not schema("sitemap").is_valid(own.replace(old, new, 1))


def test_it_lists_every_page_that_may_be_shown_and_no_other(own_site: Path) -> None:
    listed, canonical = days((own_site / urls.SITEMAP).read_text("utf-8")), set()
    for file in own_site.rglob("index.html"):
        tree = LexborHTMLParser(file.read_text("utf-8"))
        if not tree.css("meta[name=robots][content=noindex]"):
            canonical |= {link.attributes["href"] for link in tree.css("link[rel=canonical]")}
    assert len(canonical) > 400
    assert set(listed) == canonical


def test_languages_are_those_of_the_page(own: str, own_site: Path, corpus: Corpus) -> None:
    site = corpus.publisher.url
    for url in entries(own):
        place = str(url.findtext(f"{NS}loc")).removeprefix(site)
        tree = LexborHTMLParser((own_site / place / "index.html").read_text("utf-8"))
        shown = {
            link.attributes["hreflang"]: link.attributes["href"]
            for link in tree.css("link[rel=alternate][hreflang]")
        }
        listed = {link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")}
        assert listed == shown


def test_days_are_those_that_the_page_shows(own: str, own_site: Path, corpus: Corpus) -> None:
    say = words.of("en")
    listed = days(own)
    for claim in corpus.claims.values():
        if not claim.is_public:
            continue
        path = urls.page(Kind.CLAIM, claim.id)
        page = LexborHTMLParser((own_site / f"claims/{claim.id}/index.html").read_text("utf-8"))
        newest = max(day for day in (claim.changed_on, claim.reviewed_on) if day)
        assert listed[urls.published(corpus.publisher.url, path)] == newest.isoformat()
        assert say.day(newest) in page.css("article")[0].text()


def test_each_page_of_the_toy_site_has_its_own_day() -> None:
    listed = days(outputs(TOY)[urls.SITEMAP].content)
    site = "https://otterby.example/"
    shown = {page.removeprefix(site): day for page, day in listed.items()}
    expected = {
        "": "2031-03-14",  # the newest date in the records
        "timeline/": "2031-03-14",
        "claims/": "2031-03-14",
        "claims/ferry-cost/": "2031-03-11",
        "claims/mayor-keeps-ferry/": "2031-03-12",
        "claims/clock-stands-still/": "2031-03-13",
        "sources/otterby-herald-ferry/": "2031-03-14",  # captured on the 6th; a claim is newer
        "people/bram-tolliver/": "2031-03-11",
        "people/ada-quill/": "2031-03-13",
        "topics/town-budget/": "2031-03-13",
        "events/march-meeting/": "2031-03-14",
        "verdicts/accurate/": "2031-03-11",
        "verdicts/unproven/": None,  # no claim has it
        "claims/year/2031/": None,
    }
    assert {page: shown[page] for page in expected} == expected


def test_a_claim_that_changes_dates_the_pages_that_show_it(
    toy: Path, edit: Callable[[str, str, str], None]
) -> None:
    before = days(outputs(toy)[urls.SITEMAP].content)
    edit("claims/ferry-cost.yml", "reviewed_on: 2031-03-11", "reviewed_on: 2031-03-20")
    after = days(outputs(toy)[urls.SITEMAP].content)
    newer = {page.partition(".example/")[2] for page in after if after[page] != before[page]}
    lists = {page for page in newer if page.count("/") <= 1 or page in ABOUT_ALL}
    assert newer - lists == {
        "claims/ferry-cost/",
        "events/march-meeting/",
        "people/bram-tolliver/",
        "people/otterby-council/",
        "sources/otterby-herald-ferry/",
        "sources/otterby-minutes-march/",
        "topics/harbour-ferry/",
        "topics/town-budget/",
        "verdicts/accurate/",
    }
    assert all(after[page] == "2031-03-20" for page in after if after[page] != before[page])


def test_it_says_no_day_where_nobody_knows_one(own: str, corpus: Corpus) -> None:
    unknown = {
        page.removeprefix(corpus.publisher.url) for page, day in days(own).items() if day is None
    }
    assert {"about/", "method/", "uk/about/", "data/", "search/", "rules/"} <= unknown
    dated = [
        *map("claims/{}/".format, corpus.claims),
        *map("uk/sources/{}/".format, corpus.sources),
    ]
    assert not {*dated, "", "uk/", "claims/", "sources/", "uk/topics/"} & unknown


def test_a_page_that_is_not_translated_is_listed_in_its_own_language_alone(
    toy: Path, edit: Callable[[str, str, str], None]
) -> None:
    edit("site_config/publisher.yml", "language: en\n", "language: en\nlanguages: [en, uk]\n")
    made = outputs(toy)
    assert Built(made["uk/corrections.md"]).meta["noindex"] is True
    named = {
        str(url.findtext(f"{NS}loc")).partition(".example/")[2]: [
            link.get("hreflang") for link in url.iter(f"{XHTML}link")
        ]
        for url in entries(made[urls.SITEMAP].content)
    }
    assert named["corrections/"] == []
    assert "uk/corrections/" not in named
    assert named["claims/"] == named["uk/claims/"] == ["en", "uk", "x-default"]


def test_a_large_site_has_an_index_and_parts(monkeypatch: pytest.MonkeyPatch, own: str) -> None:
    monkeypatch.setattr(sitemap, "LIMIT", 200)
    made = outputs(ROOT)
    index = made[urls.SITEMAP].content
    schema("siteindex").validate(index)
    parts = [address.rpartition("/")[2] for address in days(index)]
    assert parts == [name for name in made if re.fullmatch(r"sitemap-\d+\.xml", name)]
    assert len(parts) > 1
    found: dict[str, str | None] = {}
    for part, day in zip(parts, days(index).values(), strict=True):
        schema("sitemap").validate(made[part].content)
        listed = days(made[part].content)
        assert len(listed) <= sitemap.LIMIT
        assert max(filter(None, listed.values())) == day
        found |= listed
    assert found == days(own)
