"""Where pages lie and how they find each other; dates and numbers in words."""

from __future__ import annotations

import posixpath
from datetime import date

import pytest

from generator import urls, words
from generator.fields import PartialDate
from generator.output import Output
from generator.records import (
    HistoryKind,
    Icon,
    Kind,
    Media,
    Needs,
    PassageKind,
    PersonKind,
    Question,
    RelatedAs,
    SourceStatus,
    Stance,
)

KINDS = (Kind.CLAIM, Kind.SOURCE, Kind.PERSON, Kind.TOPIC, Kind.EVENT, Kind.RATING)
SITE = "https://otterby.example/checks/"


def test_each_kind_has_pages_and_an_index_of_its_own() -> None:
    assert [urls.page(kind, "a-b") for kind in KINDS] == [
        "claims/a-b.md",
        "sources/a-b.md",
        "people/a-b.md",
        "topics/a-b.md",
        "events/a-b.md",
        "verdicts/a-b.md",
    ]
    assert urls.index(Kind.PERSON) == "people/index.md"
    assert urls.rule("single-source") == "rules/single-source.md"


def test_each_code_has_one_page() -> None:
    assert urls.problem("single-source") == "rules/single-source.md"
    assert urls.problem("not-a-date") == "problems/not-a-date.md"
    assert urls.published(SITE, urls.problem("not-a-date")) == f"{SITE}problems/not-a-date/"


def test_a_file_that_is_no_page_is_published_at_its_path() -> None:
    assert urls.published(SITE, "claims/rows.json") == f"{SITE}claims/rows.json"
    assert not Output("claims/rows.json", "{}").is_page
    assert Output("claims/index.md", "").is_page


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("single-source", "Single source"),
        ("not-a-url", "Not a URL"),
        ("yaml-key", "YAML key"),
        ("raw-html", "Raw HTML"),
        ("not-an-email", "Not an e-mail address"),
    ],
)
def test_a_code_is_told_in_words(code: str, said: str) -> None:
    assert words.of_code(code) == said


@pytest.mark.parametrize(
    ("first", "number", "path"),
    [
        ("claims/index.md", 1, "claims/index.md"),
        ("claims/index.md", 2, "claims/page/2.md"),
        ("topics/boats.md", 1, "topics/boats.md"),
        ("topics/boats.md", 12, "topics/boats/page/12.md"),
        ("timeline.md", 2, "timeline/page/2.md"),
        ("topics/my-index.md", 2, "topics/my-index/page/2.md"),
        (urls.sub_list("people/ada.md", "said"), 3, "people/ada/said/page/3.md"),
    ],
)
def test_a_long_list_goes_on(first: str, number: int, path: str) -> None:
    assert urls.list_page(first, number) == path


@pytest.mark.parametrize(
    ("origin", "target", "anchor", "link"),
    [
        ("claims/a.md", "sources/b.md", "c", "../sources/b.md#c"),
        ("sources/b.md", "claims/a.md", "", "../claims/a.md"),
        ("claims/a.md", "claims/b.md", "", "b.md"),
        ("index.md", "claims/a.md", "", "claims/a.md"),
        ("claims/a.md", "index.md", "", "../index.md"),
        ("claims/page/2.md", "claims/index.md", "", "../index.md"),
        ("claims/index.md", "claims/page/2.md", "", "page/2.md"),
        ("people/a/said/page/2.md", "people/a.md", "", "../../../a.md"),
        ("people/a.md", "people/a/said/page/2.md", "", "a/said/page/2.md"),
        ("claims/a.md", "claims/a.md", "_about", "#_about"),
        ("claims/a.md", "claims/a.md", "", "a.md"),
    ],
)
def test_links_are_relative(origin: str, target: str, anchor: str, link: str) -> None:
    assert urls.relative(origin, target, anchor) == link
    path, _, mark = link.partition("#")
    folder = posixpath.dirname(origin)
    assert posixpath.normpath(posixpath.join(folder, path or posixpath.basename(origin))) == target
    assert mark == anchor


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("timeline.md", "timeline/"),
        ("claims/index.md", "claims/"),
        ("claims/a.md", "claims/a/"),
        ("topics/my-index.md", "topics/my-index/"),
        ("people/a/said/page/2.md", "people/a/said/page/2/"),
    ],
)
def test_published_addresses_end_in_a_slash(path: str, address: str) -> None:
    assert urls.published(SITE, path) == SITE + address


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (PartialDate(2022, 6, 7), "7 June 2022"),
        (PartialDate(2022, 12), "December 2022"),
        (PartialDate(2022), "2022"),
        (date(2024, 2, 29), "29 February 2024"),
        (None, "date not known"),
    ],
)
def test_a_date_says_what_is_known(value: PartialDate | date | None, said: str) -> None:
    assert words.day(value) == said


@pytest.mark.parametrize(
    ("number", "nouns", "said"),
    [
        (0, ("claim",), "0 claims"),
        (1, ("claim",), "1 claim"),
        (2, ("claim",), "2 claims"),
        (1, ("entry", "entries"), "1 entry"),
        (10_250, ("entry", "entries"), "10,250 entries"),
    ],
)
def test_a_number_has_its_noun(number: int, nouns: tuple[str, ...], said: str) -> None:
    assert words.count(number, *nouns) == said


@pytest.mark.parametrize(
    ("table", "choices"),
    [
        (words.ICON, Icon),
        (words.STANCE, Stance),
        (words.STANCE_HEADING, Stance),
        (words.PASSAGE_KIND, PassageKind),
        (words.QUESTION, Question),
        (words.NEEDS, Needs),
        (words.PERSON_KIND, PersonKind),
        (words.MEDIA, Media),
        (words.SOURCE_STATUS, SourceStatus),
        (words.HISTORY, HistoryKind),
        (words.RELATION, [(how, side) for how in RelatedAs for side in (False, True)]),
    ],
    ids=str,
)
def test_each_choice_has_a_word_of_its_own(table: dict[object, str], choices: object) -> None:
    assert list(table) == list(choices)  # type: ignore[call-overload]
    assert len(set(table.values())) == len(table)


@pytest.mark.parametrize(
    ("url", "parts", "wanted"),
    [
        ("https://a.example/x", ["two words"], "https://a.example/x#:~:text=two%20words"),
        ("https://a.example/#top", ["a"], "https://a.example/#top:~:text=a"),
        (
            "https://a.example/",
            ["well-known, 5 & more", "end"],
            "https://a.example/#:~:text=well%2Dknown%2C%205%20%26%20more&text=end",
        ),
        (
            "https://a.example/",
            ["a b c d e f g h i j k"],
            "https://a.example/#:~:text=a%20b%20c%20d%20e,g%20h%20i%20j%20k",
        ),
    ],
)
def test_text_fragment_leads_to_the_words(url: str, parts: list[str], wanted: str) -> None:
    assert urls.text_fragment(url, parts) == wanted


@pytest.mark.parametrize(
    ("parts", "around", "wanted"),
    [
        ([], ("a", "b"), ""),
        (["b c"], ("a:", ""), "text=a%3A-,b%20c"),
        (["b c"], ("", "—d, e"), "text=b%20c,-%E2%80%94d%2C%20e"),
        (["b", "c"], ("a", "d"), "text=a-,b&text=c,-d"),
        (["b"], ("1 2 3 4 5 6", "1 2 3 4 5 6"), "text=2%203%204%205%206-,b,-1%202%203%204%205"),
        (
            ["a b c d e f g h i j k"],
            ("pre-war", "post-war"),
            "text=pre%2Dwar-,a%20b%20c%20d%20e,g%20h%20i%20j%20k,-post%2Dwar",
        ),
    ],
)
def test_text_fragment_tells_repeated_words_apart(
    parts: list[str], around: tuple[str, str], wanted: str
) -> None:
    found = urls.text_fragment("https://a.example/", parts, *around)
    assert found == "https://a.example/" + (f"#:~:{wanted}" if wanted else "")


def test_language_without_a_catalogue_or_an_entry_of_cldr_is_told_in_english() -> None:
    day = PartialDate(2031, 3, 10)
    said = [(words.of(tag).spoken, words.of(tag).day(day)) for tag in ("en-GB", "fr", "tlh")]
    assert said == [
        ("en", "10 March 2031"),
        ("en", "10 mars 2031"),
        ("en", "10 March 2031"),
    ]
    assert words.of("uk").spoken == "uk"
    assert [words.of(tag).direction for tag in ("uk", "ar", "tlh")] == ["ltr", "rtl", "ltr"]
