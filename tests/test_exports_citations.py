"""References as files: those of a check are what its page shows, those of all hold each once."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest
import rispy
from pybtex.database import parse_string

from generator import cited
from generator.citations.formats import FORMATS
from generator.edition import editions
from generator.records import Basis, Kind, Media, Status
from generator.urls import citation, references
from tests.conftest import TOY, load_sound
from tests.hosted import ROOT
from tests.pages_of import Page, outputs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.edition import Edition
    from generator.output import Output

MADE = outputs(TOY)
FIRST = next(editions(load_sound(TOY)))


@pytest.fixture(scope="module")
def own() -> Mapping[str, Output]:
    """What the project's own records become."""
    return outputs(ROOT)


def shown(page: Output) -> dict[str, str]:
    """Return what a page shows in each format."""
    folds = Page(page).tree.css("#_cite ~ details.fc-cite")
    return {
        (fold.css_first("summary") or fold).text(): (fold.css_first("code") or fold).text()
        for fold in folds
    }


def keys(made: Mapping[str, Output], kind: Kind) -> list[list[str]]:
    """Return the keys that foreign programs read in the three files of all records of a kind."""
    bib, ris, csl = (made[references(kind, form.ending)].content for form in FORMATS)
    return [
        list(parse_string(bib, "bibtex").entries),
        [entry["id"] for entry in rispy.loads(ris)],
        [item["id"] for item in json.loads(csl)],
    ]


def test_a_file_is_what_the_page_shows() -> None:
    page = shown(MADE["claims/vote-was-unanimous.md"])
    for form in FORMATS:
        file = MADE[citation("vote-was-unanimous", form.ending)]
        assert file.content == page[form.name]


def test_each_language_has_files_of_its_own(own: Mapping[str, Output]) -> None:
    claim = "newsmax-not-ready-to-concede"
    for prefix in ("", "uk/"):
        page = shown(own[f"{prefix}claims/{claim}.md"])
        for form in FORMATS:
            assert own[prefix + citation(claim, form.ending)].content == page[form.name]
    assert len(keys(own, Kind.CLAIM)[0]) == len(json.loads(own["uk/data/claims.csl.json"].content))
    (item,) = json.loads(own[f"uk/{citation(claim, 'csl.json')}"].content)
    assert item["title"].startswith("Чи казав Зеленський")
    assert (item["language"], item["URL"]) == (
        "uk",
        f"https://wordforword.example/uk/claims/{claim}/",
    )


def test_the_page_links_to_its_files_and_so_does_its_head() -> None:
    page = Page(MADE["claims/vote-was-unanimous.md"])
    folder = "vote-was-unanimous/vote-was-unanimous"
    assert page.section("_cite").links("p")[-3:] == [
        ("BibTeX", f"{folder}.bib"),
        ("RIS", f"{folder}.ris"),
        ("CSL-JSON", f"{folder}.csl.json"),
    ]
    linked = page.meta["head"]["links"]
    for form in FORMATS:
        path = f"claims/{folder}.{form.ending}"
        named = {"rel": "alternate", "href": path, "type": form.media_type, "title": form.name}
        assert named in linked


@pytest.mark.parametrize("kind", [Kind.CLAIM, Kind.SOURCE])
def test_all_of_a_kind_stand_once_in_each_file(kind: Kind, own: Mapping[str, Output]) -> None:
    for made in (MADE, own):
        bib, ris, csl = keys(made, kind)
        assert bib == ris == csl
        assert max(Counter(bib).values()) == 1
        assert not {*keys(made, Kind.CLAIM)[0]} & {*keys(made, Kind.SOURCE)[0]}
    shown = load_sound(TOY).sources if kind is Kind.SOURCE else dict.fromkeys(public())
    assert len(keys(MADE, kind)[0]) == len(shown)


def public() -> list[str]:
    return [claim.id for claim in load_sound(TOY).claims.values() if claim.is_public]


def test_a_draft_is_nowhere() -> None:
    drafts = FIRST.corpus.claims.keys() - {*public()}
    assert drafts
    made = outputs(TOY, drafts=True)
    for draft in drafts:
        assert cited.claim(FIRST, FIRST.corpus.claims[draft]) is None
        assert citation(draft, "bib") not in made
        assert all(draft not in made[references(Kind.CLAIM, f.ending)].content for f in FORMATS)
        links = Page(made[f"claims/{draft}.md"]).meta.get("head", {}).get("links", [])
        assert [link["rel"] for link in links if link["rel"] != "alternate"] == []


def test_a_withdrawn_check_stays_and_its_title_says_so() -> None:
    claim = FIRST.corpus.claims["clock-stands-still"]
    assert claim.status is Status.WITHDRAWN
    (item,) = json.loads(MADE[citation(claim.id, "csl.json")].content)
    assert item["title"] == f"{claim.title} (withdrawn)"
    plain = shown(MADE["claims/clock-stands-still.md"])["Plain text"]
    assert f"“{claim.title} (withdrawn)”" in plain


def told(edition: Edition, **changed: object) -> dict[str, object]:
    """Return the CSL-JSON of a source with changed fields."""
    source = edition.corpus.sources["otterby-herald-ferry"].model_copy(update=changed)
    (item,) = json.loads(FORMATS[2].write([cited.source(edition, source)]))
    made: dict[str, object] = item
    return made


def test_a_source_is_cited_as_far_as_it_is_known() -> None:
    page = "https://otterby.example/sources/otterby-herald-ferry/"
    bare = told(FIRST, title=None, publisher=None, published=None, url=None, accessed=None)
    assert bare == {
        "id": "otterby-herald-ferry",
        "type": "article-newspaper",
        "language": "en",
        "note": f"The passages quoted from it: {page}",
    }
    assert told(FIRST, media=Media.VIDEO)["publisher"] == "The Otterby Herald"
    inferred = told(FIRST, publisher_basis=Basis.INFERRED)
    assert inferred["note"] == f"Some of these facts are inferred. How each is known: {page}"


def test_a_copy_stands_for_an_address_that_is_not_known() -> None:
    assert told(FIRST, url=None, archive_url="https://copy.example/1")["URL"] == (
        "https://copy.example/1"
    )


def test_the_page_of_data_lists_them() -> None:
    page = Page(MADE["data.md"])
    links = page.section("_citations").links(".fc-files")
    for kind in (Kind.CLAIM, Kind.SOURCE):
        for form in FORMATS:
            path = references(kind, form.ending)
            assert (f"{form.name}: {path}", path) in links
