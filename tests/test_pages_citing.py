"""How a claim's page can be cited, shared and embedded, in each language."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from generator.edition import editions
from generator.pages.citing import citing
from generator.pages.claim import claim_page
from generator.pages.embedded import claim_card
from generator.pages.linking import Linker
from generator.pages.render import render
from generator.records import Kind, Status
from generator.urls import page as page_of
from tests import dom
from tests.conftest import TOY, load_sound
from tests.pages_of import Page, outputs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.edition import Edition

    Edit = Callable[[str, str, str], None]

COST = "claims/ferry-cost.yml"
SITE = "https://otterby.example/"
VERSION = f"{SITE}claims/vote-was-unanimous/fff63c7def10/"
MADE = outputs(TOY, drafts=True)
VOTE = Page(MADE["claims/vote-was-unanimous.md"])


def two_languages() -> list[Edition]:
    corpus = load_sound(TOY)
    publisher = corpus.publisher.model_copy(update={"languages": ("en", "uk")})
    return list(editions(replace(corpus, publisher=publisher)))


def formats(page: Page) -> dict[str, str]:
    return {
        (node.css_first("summary") or node).text(): (node.css_first("code") or node).text().strip()
        for node in page.tree.css("details.fc-cite")
    }


def test_each_format_names_the_version() -> None:
    found = formats(VOTE)
    assert list(found) == ["Plain text", "BibTeX", "RIS", "CSL-JSON", "HTML for your page"]
    assert found["Plain text"] == (
        "Reading desk, “Whether the vote on the ferry was unanimous”, Otterby Checks, "
        f"14 March 2031 (first published 10 March 2031), {VERSION}"
    )
    assert found["BibTeX"].startswith("@misc{vote-was-unanimous-2031-03-14,")
    assert f"UR  - {VERSION}" in found["RIS"]
    assert json.loads(found["CSL-JSON"])[0]["URL"] == VERSION


def test_only_the_plain_text_is_open() -> None:
    opened = ["open" in node.attributes for node in VOTE.tree.css("details.fc-cite")]
    assert opened == [True, False, False, False, False]


def test_the_permalink_is_shown_with_its_day() -> None:
    cite = VOTE.section("_cite")
    assert cite.text(".fc-copy.fc-link") == f"This version, of 14 March 2031, stays at {VERSION}"
    assert cite.links(".fc-copy.fc-link") == [(VERSION, "vote-was-unanimous/fff63c7def10.md")]


def test_a_page_that_changed_since_says_so_and_is_cited_itself(toy: Path, edit: Edit) -> None:
    edit(COST, "minutes give the same", "minutes have the same")
    page = Page.of(toy, "claims/ferry-cost.md")
    assert page.section("_cite").text(".fc-copy.fc-link").startswith("This page has changed since.")
    assert formats(page)["Plain text"].endswith(f"{SITE}claims/ferry-cost/")


def test_a_claim_that_was_never_frozen_is_cited_by_its_page(toy: Path) -> None:
    for file in (toy / "claims/.versions/ferry-cost").iterdir():
        file.unlink()
    page = Page.of(toy, "claims/ferry-cost.md")
    assert page.section("_cite").texts(".fc-copy.fc-link") == []
    assert formats(page)["Plain text"].endswith(f"{SITE}claims/ferry-cost/")


def test_a_draft_is_not_cited_and_has_no_card() -> None:
    assert Page(MADE["claims/timetable-in-april.md"]).tree.css_first("#_cite") is None
    assert "claims/timetable-in-april/card.html" not in MADE


def test_a_page_is_shared_by_its_address_and_by_mail() -> None:
    share = VOTE.section("_share")
    (_, page), (_, mail), (_, card) = share.links("p:not(.fc-actions)")
    assert (page, card) == ("vote-was-unanimous.md", "vote-was-unanimous/card.html")
    assert share.text(".fc-share") == f"{SITE}claims/vote-was-unanimous/"
    parts = urlsplit(mail)
    assert (parts.scheme, parts.path) == ("mailto", "")
    assert parse_qs(parts.query) == {
        "subject": ["Whether the vote on the ferry was unanimous"],
        "body": [f"{SITE}claims/vote-was-unanimous/"],
    }


def test_the_frame_names_its_card_and_loads_when_it_is_seen() -> None:
    frame = dom.read(formats(VOTE)["HTML for your page"])
    ((tag, attributes), (end, _)) = frame.tags
    assert (tag, end) == ("iframe", "/iframe")
    assert dict(attributes) == {
        "src": f"{SITE}claims/vote-was-unanimous/card.html",
        "title": "Fact check: Whether the vote on the ferry was unanimous",
        "width": "100%",
        "height": "380",
        "style": "border:0;max-width:640px",
        "loading": "lazy",
    }


def test_a_hostile_title_stays_text_in_code_and_frame() -> None:
    edition = two_languages()[0]
    title = '"></iframe></code></pre></details><script>alert(1)</script>'
    claim = edition.corpus.claims["ferry-cost"].model_copy(update={"title": title})
    page = dom.of_page(str(render(claim_page(edition, claim), edition)))
    assert "script" not in [tag for tag, _ in page.tags]
    assert len([tag for tag, _ in page.tags if tag == "details"]) == 5
    made = citing(Linker(edition, page_of(Kind.CLAIM, claim.id)), claim)
    assert made is not None
    (code,) = (text for text in dom.read(made.frame).texts if "<iframe" in text)
    assert dict(dom.read(code).tags[0][1])["title"] == f"Fact check: {title}"


def test_every_tree_has_cards_and_the_first_alone_has_versions() -> None:
    english, ukrainian = two_languages()
    claim = ukrainian.corpus.claims["vote-was-unanimous"]
    card = dom.read(claim_card(ukrainian, claim, claim.id) or "")
    assert card.values("lang")[0] == "uk"
    assert "../../../assets/stylesheets/card.css" in card.values("href")
    assert f"{SITE}uk/claims/vote-was-unanimous/" in card.values("href")
    page = claim_page(ukrainian, claim)
    assert page.citing is not None
    assert "(../../claims/vote-was-unanimous/fff63c7def10.md)" in page.citing.permalink
    cited = dom.read(page.citing.formats[0]).text
    assert cited.endswith(f"{SITE}uk/claims/vote-was-unanimous/")
    assert claim_page(english, claim).citing is not None


def test_the_card_of_a_withdrawn_claim_says_so() -> None:
    claim = load_sound(TOY).claims["clock-stands-still"]
    assert claim.status is Status.WITHDRAWN
    card = dom.read(MADE["claims/clock-stands-still/card.html"].content)
    assert "Withdrawn" in card.text
    assert "Misquoted" not in card.text
    assert claim.withdrawal in card.text
    assert "Ada Quill" in card.text


def test_the_address_of_a_card_leads_to_its_page() -> None:
    card = dom.read(MADE["claims/ferry-cost/card.html"].content)
    assert [href for href in card.values("href") if not href.startswith("https:")] == [
        "../../assets/images/mark.svg",
        "../../assets/stylesheets/card.css",
        "./",
    ]
