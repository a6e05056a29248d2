"""The list of all claims: the ways into it, the lists of a year, what scripts are told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator import publication
from generator.corpus import whole
from generator.edition import editions
from generator.escape import Safe
from generator.pages.linking import Linker
from generator.pages.lists import SHOWN, of_claims, some
from tests.conftest import TOY, load_sound
from tests.pages_of import Page, outputs

if TYPE_CHECKING:
    import pytest

MADE = outputs(TOY)
CLAIMS = Page(MADE["claims/index.md"])


def test_ways_lead_to_the_lists_of_parts_with_their_numbers() -> None:
    ways = CLAIMS.section("_browse")
    assert [label for label, _ in ways.facts()][:4] == ["Verdict", "Year", "Topic", "Who said it"]
    assert ways.texts("dd")[1] == "2031 (3)"
    assert ways.texts("dd")[2] == "Harbour ferry (3) · Town budget (2) · all"
    assert ("2031", "year/2031.md") in ways.links("dd")
    assert ("all", "../topics/index.md") in ways.links("dd")
    assert CLAIMS.links(".fc-lead")[0][1] == "#_browse"


def test_verdicts_that_no_claim_has_are_left_out() -> None:
    verdicts = CLAIMS.section("_browse").texts("dd > ul > li")
    assert verdicts == [
        "Confirmed quotation (1)",
        "Misquoted (1)",
        "Accurate (1)",
        "Inaccurate (1)",
    ]


def test_year_lists_what_was_said_in_it() -> None:
    page = Page(MADE["claims/year/2031.md"])
    assert page.text("h1") == "Claims of 2031"
    assert page.links(".fc-lead") == [("All claims", "../index.md")]
    assert [href for _, href in page.links("li > p:first-child")] == [
        "../vote-was-unanimous.md",
        "../mayor-keeps-ferry.md",
        "../ferry-cost.md",
    ]


def test_short_list_is_not_for_a_script_and_a_long_one_is() -> None:
    whole = publication.public(load_sound(TOY))
    one = whole.claims["ferry-cost"]
    many = {f"{one.id}-{n}": one.model_copy(update={"id": f"{one.id}-{n}"}) for n in range(10)}
    edition = next(editions(replace(whole, claims=many)))
    path = "people/bram-tolliver/by.md"
    ids = sorted(many)
    (few,) = of_claims(edition, "x.md", "X", ids[:9])
    assert few.by_script is None
    (enough,) = of_claims(edition, "x.md", "X", ids, list_first=path, only="claimant=bram")
    assert enough.by_script is not None
    told = (enough.by_script.rows, enough.by_script.only, enough.by_script.name)
    assert told == ("claims/rows.json", "claimant=bram", "by-")


def test_lists_of_a_large_site_lead_to_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    # A row of each claim would be more than a reader should download.
    monkeypatch.setattr(whole, "FILTERED_UP_TO", 9)
    public = publication.public(load_sound(TOY))
    one = public.claims["ferry-cost"]
    many = {f"{one.id}-{n}": one.model_copy(update={"id": f"{one.id}-{n}"}) for n in range(10)}
    edition = next(editions(replace(public, claims=many)))
    ids = sorted(many)
    told = {
        only: of_claims(edition, "people/x/by.md", "X", ids, only=only)[0].listing(edition)
        for only in ("", "claimant=bram", "event=flood")
    }
    assert {listing.filter for listing in told.values()} == {None}
    links = {only: str(listing.total).partition(" · ")[2] for only, listing in told.items()}
    assert links == {
        "": "[Search these claims](../../search.md?kind=claim)",
        "claimant=bram": ("[Search these claims](../../search.md?kind=claim&amp;claimant=bram)"),
        "event=flood": "",
    }


def test_row_says_verdict_claimant_and_day() -> None:
    rows = dict(zip(CLAIMS.texts("li > p:first-child"), CLAIMS.texts("li > .fc-meta"), strict=True))
    assert rows["The mayor on the winter ferry"] == "Ada Quill · said 4 March 2031"


def test_of_many_records_the_first_are_named_and_the_rest_counted() -> None:
    to = Linker(next(editions(load_sound(TOY))), "x.md")
    ids = [f"r-{number}" for number in range(SHOWN + 3)]
    assert some(to, ids[:2], Safe) == ["r-0", "r-1"]
    assert some(to, ids, Safe)[SHOWN - 1 :] == [f"r-{SHOWN - 1}", "and 3 more"]
