"""What programs for literature find in the head of a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import zotero
from tests.conftest import TOY
from tests.pages_of import Page, outputs

if TYPE_CHECKING:
    from pathlib import Path

SITE = "https://otterby.example/"
VOTE = "claims/vote-was-unanimous"
VERSION = f"{SITE}{VOTE}/fff63c7def10/"
MADE = outputs(TOY, drafts=True)


def head(path: str) -> dict[str, str]:
    """Return the names that stand in the head of a page, and what is said of them."""
    told = Page(MADE[path]).meta.get("head", {})
    return {meta["name"]: meta["content"] for meta in told.get("metas", ()) if "name" in meta}


def links(path: str) -> dict[str, str]:
    told = Page(MADE[path]).meta.get("head", {})
    return {link["rel"]: link["href"] for link in told.get("links", ())}


def test_a_check_is_described_in_both_vocabularies() -> None:
    told = head(f"{VOTE}.md")
    assert {name: told[name] for name in told if name.startswith(("citation_", "DC"))} == {
        "citation_title": "Whether the vote on the ferry was unanimous",
        "citation_author": "Reading desk",
        "citation_publication_date": "2031/03/14",
        "citation_public_url": VERSION,
        "DC.type": "webpage",
        "DC.title": "Whether the vote on the ferry was unanimous",
        "DC.creator": "Reading desk",
        "DC.publisher": "Otterby Checks",
        "DC.date": "2031-03-14",
        "DC.language": "en",
        "DC.identifier": f"{SITE}{VOTE}/",
        "DC.rights": "CC BY 4.0",
        "DCTERMS.issued": "2031-03-10",
        "DCTERMS.modified": "2031-03-14",
    }


def test_links_lead_to_the_version_and_the_licence() -> None:
    found = links(f"{VOTE}.md")
    assert found["cite-as"] == VERSION
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert found["schema.DC"] == "http://purl.org/dc/elements/1.1/"
    assert found["schema.DCTERMS"] == "http://purl.org/dc/terms/"


def test_a_page_that_is_cited_itself_has_no_other_address(toy: Path) -> None:
    for file in (toy / "claims/.versions/ferry-cost").iterdir():
        file.unlink()
    page = Page.of(toy, "claims/ferry-cost.md")
    assert "cite-as" not in [link["rel"] for link in page.meta["head"]["links"]]


def test_drafts_versions_and_other_pages_say_nothing() -> None:
    for path in ("claims/timetable-in-april.md", f"{VOTE}/fff63c7def10.md", "claims/index.md"):
        assert not [name for name in head(path) if name.startswith(("citation_", "DC"))]
        assert not {"cite-as", "license"} & links(path).keys()


def test_a_withdrawn_check_says_so() -> None:
    assert head("claims/clock-stands-still.md")["DC.title"].endswith(" (withdrawn)")


def test_zotero_saves_a_web_page(toy_site: Path) -> None:
    base = f"{SITE}fact/checks/"
    saved = zotero.item((toy_site / VOTE / "index.html").read_text("utf-8"))
    wanted = {
        "itemType": "webpage",
        "title": "Whether the vote on the ferry was unanimous",
        # It parts every name at its last space; the files keep the name of a desk together.
        "creators": [{"firstName": "Reading", "lastName": "desk", "creatorType": "author"}],
        "date": "2031/03/14",
        "language": "en",
        "rights": "CC BY 4.0",
        "publisher": "Otterby Checks",
        "url": f"{base}{VOTE}/fff63c7def10/",
    }
    assert {field: saved.get(field) for field in wanted} == wanted


def test_zotero_would_take_a_check_without_its_type_for_an_article(toy_site: Path) -> None:
    html = (toy_site / VOTE / "index.html").read_text("utf-8")
    assert html.count('name="DC.type"') == 1
    other = html.replace('name="DC.type"', 'name="other"').replace('"og:type"', '"other:type"')
    assert zotero.item(other)["itemType"] == "journalArticle"


def test_zotero_saves_a_page_in_its_language(own_site: Path) -> None:
    claim = "uk/claims/newsmax-not-ready-to-concede"
    saved = zotero.item((own_site / claim / "index.html").read_text("utf-8"))
    assert (saved["itemType"], saved["language"]) == ("webpage", "uk")
    assert str(saved["title"]).startswith("Чи казав Зеленський")
    assert saved["url"] == f"https://wordforword.example/{claim}/"
