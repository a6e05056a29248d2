"""The feeds, read by feedparser and held against what their formats demand."""

from __future__ import annotations

import json
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft7Validator
from selectolax.lexbor import LexborHTMLParser

from generator import urls
from generator.exports.feeds import changes, checks
from generator.exports.feeds.entry import Line, html, plain
from generator.records import Status
from tests import feeds
from tests.conftest import TOY, load_sound
from tests.hosted import ROOT
from tests.pages_of import Page, outputs
from tests.test_cli import run

if TYPE_CHECKING:
    from collections.abc import Callable

    Edit = Callable[[str, str, str], None]

PAGES = outputs(TOY)
MADE = {path: output.content for path, output in PAGES.items() if path.startswith("feeds/")}
OWN = feeds.made(ROOT)
SCHEMA = json.loads((Path(__file__).parent / "jsonfeed/schema-v1.1.json").read_text("utf-8"))

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SITE = "https://otterby.example/"
PUBLISHER = "site_config/publisher.yml"
VOTE = "claims/2031/vote-was-unanimous.yml"


def of(ending: str) -> list[str]:
    return [text for path, text in (*MADE.items(), *OWN.items()) if path.endswith(ending)]


def entry_on(claim: str, text: str) -> Any:
    (found,) = (entry for entry in feeds.atom(text).entries if claim in entry.id)
    return found


def item_on(claim: str, text: str) -> dict[str, Any]:
    (found,) = (item for item in feeds.items(text) if claim in item["id"])
    return found


def spoken(edit: Edit) -> None:
    edit(PUBLISHER, "language: en\n", "language: en\nlanguages: [en, uk]\n")


def test_there_is_a_feed_of_all_checks_of_changes_and_of_each_topic_and_person() -> None:
    assert sorted(path.removesuffix(".xml") for path in MADE if path.endswith(".xml")) == [
        "feeds/changes",
        "feeds/checks",
        "feeds/people/ada-quill",
        "feeds/people/bram-tolliver",
        "feeds/people/otterby-council",
        "feeds/topics/harbour-ferry",
        "feeds/topics/town-budget",
    ]
    assert {p.removesuffix(".xml") for p in OWN if p.endswith(".xml")} == {
        p.removesuffix(".json") for p in OWN if p.endswith(".json")
    }
    assert {path.removeprefix("uk/") for path in OWN} <= set(OWN)


@pytest.mark.parametrize("text", of(".xml"))
def test_a_feed_reader_finds_all_it_shows(text: str) -> None:
    found = feeds.atom(text)
    assert found.feed.title
    assert found.feed.subtitle
    assert found.feed.language in ("en", "uk")
    assert found.feed.rights
    assert found.feed.icon.endswith("/assets/images/mark.svg")
    assert found.feed.generator == "factcheck-site"
    for entry in found.entries:
        assert all(entry[name] for name in ("title", "id", "link", "summary", "author", "tags"))
        assert entry.content[0].type == "text/html"
        assert entry.content[0].value.startswith("<p><strong>")
        assert entry.published_parsed[3:6] == (0, 0, 0)
        assert entry.published <= entry.updated
    assert len(found.entries) == len({entry.id for entry in found.entries}) <= 50
    assert [e.published for e in found.entries] == sorted(
        (e.published for e in found.entries), reverse=True
    )
    if found.entries:
        assert found.feed.updated == max(entry.updated for entry in found.entries)


@pytest.mark.parametrize("text", of(".xml"))
def test_atom_has_what_its_standard_demands(text: str) -> None:
    """The MUSTs of RFC 4287, section 4, on what stands in these feeds."""
    feed = ET.fromstring(text)  # noqa: S314 - our own text
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        once(element, "id", "title", "updated", "author")
        at_most_once(element, "published", "summary", "content", "rights", "icon", "subtitle")
        links = [(a.get("rel"), a.get("type"), a.get("hreflang")) for a in links_of(element)]
        assert len(set(links)) == len(links)
        assert "alternate" in {rel for rel, _, _ in links}
        assert all(a.get("href", "").startswith("https://") for a in links_of(element))
        for name in ("updated", "published"):
            moments = element.findall(ATOM + name)
            assert all(datetime.fromisoformat(m.text or "").tzinfo for m in moments)
        names = [author.findtext(f"{ATOM}name") for author in element.findall(f"{ATOM}author")]
        assert all(names)
        assert all(tag.get("term") for tag in element.findall(f"{ATOM}category"))
    assert [a.get("href") for a in links_of(feed) if a.get("rel") == "self"] == [
        feed.findtext(f"{ATOM}id")
    ]


def links_of(element: ET.Element) -> list[ET.Element]:
    return element.findall(f"{ATOM}link")


def once(element: ET.Element, *names: str) -> None:
    assert [len(element.findall(ATOM + name)) for name in names] == [1] * len(names)


def at_most_once(element: ET.Element, *names: str) -> None:
    assert all(len(element.findall(ATOM + name)) <= 1 for name in names)


@pytest.mark.parametrize("text", of(".json"))
def test_json_feeds_hold_for_their_schema(text: str) -> None:
    feed = json.loads(text)
    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(feed)] == []
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["_factcheck"]["about"].endswith("/data/")
    assert feed["_factcheck"]["licence"]["name"] == "CC BY 4.0"
    for item in feed["items"]:
        assert datetime.fromisoformat(item["date_published"]).tzinfo
        assert item["content_text"]
        assert item["_factcheck"]["verdict"]["id"]


def test_both_formats_say_the_same() -> None:
    both = MADE | OWN
    for path in (path for path in both if path.endswith(".xml")):
        entries = feeds.atom(both[path]).entries
        items = feeds.items(both[path.removesuffix(".xml") + ".json"])
        assert [
            (i["id"], i["url"], i["title"], i["content_html"], i["summary"], i["date_modified"])
            for i in items
        ] == [(e.id, e.link, e.title, e.content[0].value, e.summary, e.updated) for e in entries]


def test_an_entry_tells_claim_claimant_day_verdict_and_what_was_changed() -> None:
    assert item_on("unanimous", MADE["feeds/checks.json"]) == {
        "id": f"{SITE}claims/vote-was-unanimous/",
        "url": f"{SITE}claims/vote-was-unanimous/",
        "title": "Whether the vote on the ferry was unanimous",
        "summary": "Nine members voted for it and two against, say two independent sources.",
        "content_html": (
            "<p><strong>Verdict changed on 14 March 2031:</strong> The minutes settled what was "
            "open before.</p>"
            "<p><strong>Claim:</strong> All members of the council voted for the ferry.</p>"
            "<p><strong>Who said it:</strong> No claimant named, 2031</p>"
            "<p><strong>Verdict:</strong> Inaccurate</p>"
            "<p>Nine members voted for it and two against, say two independent sources.</p>"
            f'<p><a href="{SITE}claims/vote-was-unanimous/">Read the whole check</a></p>'
        ),
        "content_text": (
            "Verdict changed on 14 March 2031: The minutes settled what was open before.\n\n"
            "Claim: All members of the council voted for the ferry.\n\n"
            "Who said it: No claimant named, 2031\n\n"
            "Verdict: Inaccurate\n\n"
            "Nine members voted for it and two against, say two independent sources.\n\n"
            f"Read the whole check {SITE}claims/vote-was-unanimous/"
        ),
        "date_published": "2031-03-10T00:00:00+00:00",
        "date_modified": "2031-03-14T00:00:00+00:00",
        "authors": [{"name": "Reading desk"}],
        "tags": ["Inaccurate", "Harbour ferry"],
        "_factcheck": {
            "claim": "vote-was-unanimous",
            "status": "published",
            "verdict": {"id": "inaccurate", "label": "Inaccurate"},
        },
    }


def test_changes_are_told_newest_first_with_reason_and_former_verdict() -> None:
    found = feeds.atom(MADE["feeds/changes.xml"]).entries
    assert [(e.id, e.title, e.summary) for e in found] == [
        (
            f"{SITE}claims/vote-was-unanimous/#change-1",
            "Verdict changed: Whether the vote on the ferry was unanimous",
            "The minutes settled what was open before.",
        ),
        (
            f"{SITE}claims/clock-stands-still/#change-1",
            "Withdrawn: The clock on the town hall",
            "The leaflet that carried it was a joke.",
        ),
        (
            f"{SITE}claims/mayor-and-ferry/#change-1",
            "Corrected: The mayor on the winter ferry",
            "The day of the meeting was wrong.",
        ),
    ]
    assert "<p><strong>Verdict before:</strong> Unproven</p>" in found[0].content[0].value
    changed = item_on("unanimous", MADE["feeds/changes.json"])
    assert changed["_factcheck"]["kind"] == "verdict-change"
    assert changed["_factcheck"]["verdict_before"] == {"id": "unproven", "label": "Unproven"}


def test_a_withdrawn_check_keeps_its_entry_and_says_so() -> None:
    entry = entry_on("clock", MADE["feeds/topics/town-budget.xml"])
    assert entry.title == "Withdrawn: The clock on the town hall"
    assert entry.content[0].value.startswith("<p><strong>Withdrawn on 13 March 2031:</strong>")
    assert entry.summary == load_sound(TOY).claims["clock-stands-still"].withdrawal
    assert "Misquoted" not in entry.content[0].value
    assert [tag.term for tag in entry.tags] == ["town-budget"]


def test_every_entry_leads_to_a_page_of_its_language() -> None:
    published = outputs(ROOT)
    for path, text in OWN.items():
        prefix = "uk/" if path.startswith("uk/") else ""
        if path.endswith(".xml"):
            for entry in feeds.atom(text).entries:
                page = entry.link.partition("#")[0].removeprefix("https://wordforword.example/")
                assert page.startswith(f"{prefix}claims/")
                assert f"{page.removesuffix('/')}.md" in published


def test_what_is_not_translated_names_its_language(toy: Path, edit: Edit) -> None:
    spoken(edit)
    made = feeds.made(toy)
    feed = ET.fromstring(made["uk/feeds/checks.xml"])  # noqa: S314 - our own text
    by_id = {entry.findtext(f"{ATOM}id"): entry for entry in feed.findall(f"{ATOM}entry")}
    assert feed.get(LANG) == "uk"
    told, own = (by_id[f"{SITE}uk/claims/{i}/"] for i in ("mayor-and-ferry", "vote-was-unanimous"))
    assert language(told, "title") is None
    assert (language(told, "summary"), language(own, "title")) == ("en", "en")
    assert '<span lang="en">The day of the meeting' in (told.findtext(f"{ATOM}content") or "")
    items = {i["id"]: i.get("language") for i in feeds.items(made["uk/feeds/checks.json"])}
    assert items[f"{SITE}uk/claims/mayor-and-ferry/"] is None
    assert items[f"{SITE}uk/claims/vote-was-unanimous/"] == "en"


def language(entry: ET.Element, name: str) -> str | None:
    found = entry.find(ATOM + name)
    assert found is not None
    return found.get(LANG)


def test_ids_stay_when_a_claim_is_renamed_edited_and_corrected(toy: Path, edit: Edit) -> None:
    before = feeds.ids(feeds.made(toy))
    edit(VOTE, "summary: Nine", "former_ids: [vote-was-unanimous]\nsummary: Eight and one")
    edit(
        VOTE,
        "    verdict_before: unproven\n",
        "    verdict_before: unproven\n"
        "  - date: 2031-03-15\n    kind: correction\n    note: The number was wrong.\n",
    )
    edit(VOTE, "reviewed_on: 2031-03-14", "reviewed_on: 2031-03-15")
    (toy / VOTE).rename(toy / "claims/2031/vote-of-march.yml")
    made = feeds.made(toy)
    after = feeds.ids(made)
    added = after["feeds/changes.xml"].pop(0)
    assert added == f"{SITE}claims/vote-was-unanimous/#change-2"
    assert after == before
    entry = entry_on("unanimous", made["feeds/checks.xml"])
    assert entry.link == f"{SITE}claims/vote-of-march/"
    assert entry.updated.startswith("2031-03-15")
    assert entry.published.startswith("2031-03-10")


def test_two_builds_make_the_same_bytes(toy: Path) -> None:
    assert feeds.made(toy) == feeds.made(TOY) == MADE


def test_a_feed_without_entries_is_of_the_newest_day_of_the_records(toy: Path) -> None:
    shutil.rmtree(toy / "claims")
    made = feeds.made(toy)
    assert sorted(made) == [
        "feeds/changes.json",
        "feeds/changes.xml",
        "feeds/checks.json",
        "feeds/checks.xml",
    ]
    found = feeds.atom(made["feeds/checks.xml"])
    assert (found.entries, found.feed.updated) == ([], "2031-03-08T00:00:00+00:00")


def test_feeds_of_a_site_without_records_are_valid(toy: Path) -> None:
    shutil.rmtree(toy / "claims")
    shutil.rmtree(toy / "content/sources")
    for path, text in feeds.made(toy).items():
        if path.endswith(".xml"):
            assert feeds.atom(text).feed.updated == "1970-01-01T00:00:00+00:00"
        else:
            assert list(Draft7Validator(SCHEMA).iter_errors(json.loads(text))) == []


def test_a_new_site_has_feeds(tmp_path: Path) -> None:
    assert run("init", tmp_path / "newsroom").exit_code == 0
    made = feeds.made(tmp_path / "newsroom")
    assert len(feeds.atom(made["feeds/checks.xml"]).entries) == 1
    assert feeds.atom(made["feeds/changes.xml"]).entries == []


def test_the_newest_stand_first_and_are_fifty_at_most() -> None:
    claim = load_sound(TOY).claims["mayor-keeps-ferry"]
    many = [claim.model_copy(update={"id": f"c{number:02}"}) for number in range(60)]
    older = claim.history[0].model_copy(update={"date": date(2031, 1, 1)})
    many.append(claim.model_copy(update={"id": "a", "history": (older,)}))
    found = checks.newest(reversed(many), 50)
    assert [one.id for one in found] == [f"c{number:02}" for number in range(50)]


@pytest.mark.parametrize(
    "text", ["</p><script>alert(1)</script>", "&lt;b&gt;", "a ]]> b", "\"quoted\" & 'so'", "дім"]
)
def test_texts_stay_texts(toy: Path, edit: Edit, text: str) -> None:
    edit(VOTE, "All members of the council voted for the ferry.", json.dumps(text))
    edit(VOTE, "Whether the vote on the ferry was unanimous", json.dumps(text))
    made = feeds.made(toy)
    entry = entry_on("unanimous", made["feeds/people/otterby-council.xml"])
    content = LexborHTMLParser(entry.content[0].value)
    assert content.css("p")[1].text() == f"Claim: {text}"
    assert [node.tag for node in content.css("body *")] == [*["p", "strong"] * 4, "p", "p", "a"]
    item = item_on("unanimous", made["feeds/people/otterby-council.json"])
    assert item["title"] == entry.title == text
    assert f"Claim: {text}\n" in item["content_text"]


def test_a_line_is_text_and_html() -> None:
    lines = [
        Line(label="A & B", text="<x>", language="uk"),
        Line(text="y"),
        Line(text="z", address="https://a.example/?a&b"),
    ]
    assert plain(lines) == "A & B: <x>\n\ny\n\nz https://a.example/?a&b"
    assert html(lines) == (
        '<p><strong>A &amp; B:</strong> <span lang="uk">&lt;x&gt;</span></p><p>y</p>'
        '<p><a href="https://a.example/?a&amp;b">z</a></p>'
    )


def links_in_head(page: Page) -> list[tuple[str, str, str]]:
    return [
        (link["type"], link["href"], link["title"])
        for link in page.meta.get("head", {}).get("links", [])
        if link["rel"] == "alternate" and "feeds/" in link["href"]
    ]


SITE_WIDE = [
    ("application/atom+xml", "feeds/checks.xml", "Otterby Checks: new checks (Atom)"),
    ("application/feed+json", "feeds/checks.json", "Otterby Checks: new checks (JSON Feed)"),
    (
        "application/atom+xml",
        "feeds/changes.xml",
        "Otterby Checks: changes and corrections (Atom)",
    ),
    (
        "application/feed+json",
        "feeds/changes.json",
        "Otterby Checks: changes and corrections (JSON Feed)",
    ),
]


@pytest.mark.parametrize(
    "path", ["index.md", "claims/mayor-keeps-ferry.md", "events/march-meeting.md", "data.md"]
)
def test_every_page_names_the_feeds_of_the_site(path: str) -> None:
    assert links_in_head(Page(PAGES[path])) == SITE_WIDE


def test_a_topic_and_a_person_name_their_own_first() -> None:
    assert links_in_head(Page(PAGES["topics/harbour-ferry.md"])) == [
        (
            "application/atom+xml",
            "feeds/topics/harbour-ferry.xml",
            "Otterby Checks: Harbour ferry (Atom)",
        ),
        (
            "application/feed+json",
            "feeds/topics/harbour-ferry.json",
            "Otterby Checks: Harbour ferry (JSON Feed)",
        ),
        *SITE_WIDE,
    ]
    own = links_in_head(Page(PAGES["people/ada-quill.md"]))[0]
    assert own[1:] == ("feeds/people/ada-quill.xml", "Otterby Checks: Ada Quill (Atom)")


def test_frozen_versions_and_drafts_name_none() -> None:
    version = next(path for path in PAGES if urls.is_version(path))
    assert links_in_head(Page(PAGES[version])) == []
    preview = outputs(TOY, drafts=True)
    (draft,) = preview.keys() - PAGES.keys() & {p for p in preview if p.startswith("claims/")}
    assert links_in_head(Page(preview[draft])) == []
    assert {p: o.content for p, o in preview.items() if p.startswith("feeds/")} == MADE


@pytest.mark.parametrize(
    ("path", "feed"),
    [
        ("claims/index.md", "checks"),
        ("corrections/log.md", "changes"),
        ("topics/harbour-ferry.md", "topics/harbour-ferry"),
        ("people/ada-quill.md", "people/ada-quill"),
    ],
)
def test_readers_find_what_to_follow(path: str, feed: str) -> None:
    links = [
        (name, href) for name, href in Page(PAGES[path]).links(":is(p, dd)") if "feeds/" in href
    ]
    assert links == [("Atom", f"../feeds/{feed}.xml"), ("JSON Feed", f"../feeds/{feed}.json")]


def test_pages_of_other_languages_lead_to_their_own_feeds(toy: Path, edit: Edit) -> None:
    spoken(edit)
    made = outputs(toy)
    for path in ("uk/topics/harbour-ferry.md", "uk/index.md"):
        named = [href for _, href, _ in links_in_head(Page(made[path]))]
        assert all(href.startswith("uk/feeds/") and href in made for href in named)
    follow = Page(made["uk/claims/index.md"]).links(".fc-meta")
    assert ("Atom", "../feeds/checks.xml") in follow


def test_the_data_page_lists_the_formats_with_an_entry_of_each() -> None:
    page = Page(PAGES["data.md"]).section("_feeds")
    assert page.texts("h3") == ["Atom", "JSON Feed"]
    assert ("New checks", "feeds/checks.xml") in page.links(".fc-files")
    assert ("Changes and corrections", "feeds/changes.json") in page.links(".fc-files")
    patterns = page.texts(".fc-files code")
    assert patterns[:2] == [f"{SITE}feeds/topics/<id>.xml", f"{SITE}feeds/people/<id>.xml"]
    atom, item = page.texts("pre")
    assert atom.startswith("<entry> <id>https://otterby.example/claims/")
    assert atom.endswith("</entry>")
    assert json.loads(item)["id"] == feeds.items(MADE["feeds/checks.json"])[0]["id"]


def test_a_draft_is_in_no_feed() -> None:
    public = load_sound(TOY).claims["mayor-keeps-ferry"]
    draft = public.model_copy(update={"status": Status.DRAFT})
    assert len(changes.newest([public], 50)) == 1
    assert (checks.newest([draft], 50), changes.newest([draft], 50)) == ([], [])
