"""The pages of sources, people, topics, events and verdicts, and the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import TOY
from tests.pages_of import Page, outputs
from tests.sealed import seal_again

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str, str, str], None]

HERALD = Page.of(TOY, "sources/otterby-herald-ferry.md")
MINUTES = Page.of(TOY, "sources/otterby-minutes-march.md")
ADA = Page.of(TOY, "people/ada-quill.md")
COUNCIL = Page.of(TOY, "people/otterby-council.md")
HERALD_FILE = "content/sources/otterby-herald-ferry.yml"


def test_source_tells_what_is_known_and_what_is_not() -> None:
    known = dict(HERALD.section("_known").facts())
    assert known["Publisher"] == "The Otterby Herald"
    assert known["Published"] == "4 March 2031"
    assert known["Captured on"] == "6 March 2031"
    url = "https://herald.otterby.example/ferry"
    seal = ("Anyone can check the quoted words; the rest of the text stays private",)
    assert HERALD.section("_known").links("dd") == [
        (url, url),
        (*seal, "../verification.md#_seal"),
    ]
    assert [label for label, _ in HERALD.section("_unknown").facts()] == ["Stable copy"]
    unknown = [label for label, _ in MINUTES.section("_unknown").facts()]
    assert unknown == ["Address", "Stable copy", "Status"]


def test_inferred_fact_says_how_it_is_known() -> None:
    published = dict(MINUTES.section("_known").facts())["Published"]
    assert published.startswith("March 2031 (inferred)")
    assert "they appeared in the same month" in published


def test_passages_have_anchors_words_and_claims() -> None:
    passages = HERALD.section("_passages")
    assert [h.attributes["id"] for h in passages.tree.css("h3")] == [
        "not-close",
        "promised-boat",
        "vote",
    ]
    assert passages.texts("blockquote")[2] == "Nine members voted in favour and two against"
    facts = dict(HERALD.section("vote").facts())
    assert facts["Place"] == "paragraph 2"
    assert facts["Quoted in"] == "Whether the vote on the ferry was unanimous"
    assert HERALD.section("not-close").links("dd")[0] == ("Ada Quill", "../people/ada-quill.md")


def test_translation_is_marked_as_one() -> None:
    translation = dict(HERALD.section("promised-boat").facts())["In Ukrainian"]
    assert translation.startswith("Остров’янам обіцяли човен")
    assert "not verbatim" in translation


def test_source_lists_the_claims_that_lean_on_it() -> None:
    claims = [href for _, href in MINUTES.section("_claims").links("li > p:first-child")]
    assert claims == ["../claims/vote-was-unanimous.md", "../claims/ferry-cost.md"]


def test_sources_of_one_origin_name_each_other(toy: Path, edit: Edit) -> None:
    edit(HERALD_FILE, "origin: otterby-herald", "origin: otterby-council")
    edit("claims/2031/vote-was-unanimous.yml", "response:", "single_source_reason: x\nresponse:")
    known = Page.of(toy, "sources/otterby-minutes-march.md").section("_known")
    label = "Counts as one source with"
    assert dict(known.facts())[label].startswith("The Otterby Herald, 4 March 2031")
    assert known.links("dd")[-1][1] == "otterby-herald-ferry.md"


def test_single_passage_is_spoken_of_as_one(toy: Path, edit: Edit) -> None:
    quote = "  expenditure:\n    quote: Expenditure in the year 2030 was 41,500 crowns.\n"
    edit(
        "content/sources/otterby-minutes-march.yml",
        f"{quote}    kind: narration\n    at: item 4\n",
        "",
    )
    edit("claims/ferry-cost.yml", "#expenditure", "#motion-carried")
    lead = Page.of(toy, "sources/otterby-minutes-march.md").text(".fc-lead")
    assert lead.startswith("1 passage is quoted here; ")
    assert lead.endswith("rest on it.")


def test_person_has_roles_and_spellings() -> None:
    facts = dict(ADA.facts(".x dl, dl"))
    assert facts["Roles in the sources"] == "Mayor of Otterby (from May 2029)"
    spellings = ADA.section("_spellings").facts()
    assert [label for label, _ in spellings] == ["Ada Quill", "A. Quill"]
    assert COUNCIL.links("dd")[0] == ("https://council.otterby.example/about",) * 2


def test_spelling_leads_to_the_passage_that_has_it(toy: Path, edit: Edit) -> None:
    edit(HERALD_FILE, "Nine members voted", "Nine members and A. Quill voted")
    seal_again(toy)
    spellings = Page.of(toy, "people/ada-quill.md").section("_spellings")
    assert spellings.links("dd") == [
        ("The Otterby Herald, 4 March 2031", "../sources/otterby-herald-ferry.md#vote")
    ]


def test_what_was_said_stands_in_order(toy: Path, edit: Edit) -> None:
    older = (
        "passages:\n  older:\n    quote: We will see about it\n    kind: direct-speech\n"
        "    speaker: ada-quill\n  "
    )
    edit("content/sources/otterby-minutes-march.yml", "passages:\n  ", older)
    edit("content/sources/otterby-minutes-march.yml", "published: 2031-03", "published: 2030")
    seal_again(toy)
    said = Page.of(toy, "people/ada-quill.md").section("_said")
    assert said.texts("blockquote")[0] == "We will see about it"
    assert said.texts("li > .fc-when") == [
        "reported 2030",
        "4 March 2031",
        "reported 4 March 2031",
    ]
    assert (
        said.links("ul:not(.fc-chart-key) > li")[1][1]
        == "../sources/otterby-herald-ferry.md#not-close"
    )


def test_passage_given_as_context_keeps_its_own_day(toy: Path, edit: Edit) -> None:
    edit(HERALD_FILE, "published: 2031-03-04", "published: 2029-01-02")
    excuse = "excused:\n  - rule: date-order\n    reason: x\n    until: 2031-12-31\n"
    edit("claims/mayor-keeps-ferry.yml", "format: 1\n", f"format: 1\n{excuse}")
    edit("claims/ferry-cost.yml", "said_on: 2031-03\n", "")
    said = Page.of(toy, "people/ada-quill.md").section("_said")
    # It cannot have been said in 2031, two years after it was printed.
    assert "reported 2 January 2029" in said.texts("li > .fc-when")


def test_person_lists_claims_made_and_claims_naming_them_once() -> None:
    made = [href for _, href in ADA.section("_by").links("li > p:first-child")]
    assert made == ["../claims/clock-stands-still.md", "../claims/mayor-keeps-ferry.md"]
    assert ADA.tree.css_first("#_named") is None
    named = [href for _, href in COUNCIL.section("_named").links("li > p:first-child")]
    assert named == ["../claims/vote-was-unanimous.md", "../claims/ferry-cost.md"]


@pytest.mark.parametrize(
    ("path", "text", "claims"),
    [
        ("topics/harbour-ferry.md", "The boat between Otterby and its islands.", 3),
        ("events/march-meeting.md", "The council voted on the ferry.", 3),
        ("verdicts/accurate.md", "Evidence that does not rest on the claimant's word", 1),
    ],
)
def test_subject_says_what_it_is_and_lists_its_claims(path: str, text: str, claims: int) -> None:
    page = Page.of(TOY, path)
    assert page.text(".fc-lead").startswith(text)
    assert len(page.section("_claims").tree.css("li")) == claims


def test_event_has_day_and_place_and_verdict_its_rule() -> None:
    assert Page.of(TOY, "events/march-meeting.md").facts() == [
        ("Date", "4 March 2031"),
        ("Place", "Otterby town hall"),
    ]
    rule = dict(Page.of(TOY, "verdicts/accurate.md").facts())
    assert rule["Answers the question"] == "Is it so?"
    assert rule["On the scale"].startswith("5,")
    unproven = Page.of(TOY, "verdicts/unproven.md")
    assert dict(unproven.facts())["On the scale"] == "not rated on truth"
    assert "No claim so far." in unproven.section("_claims").texts("p")


def test_withdrawn_claim_is_marked_in_lists() -> None:
    rows = Page.of(TOY, "claims/index.md").texts("li")
    assert [("Withdrawn" in row) for row in rows if "clock" in row] == [True]
    assert sum("Withdrawn" in row for row in rows) == 1


def test_claims_stand_newest_first() -> None:
    rows = Page.of(TOY, "claims/index.md").links("li > p:first-child")
    assert rows[0] == ("Whether the vote on the ferry was unanimous", "vote-was-unanimous.md")
    assert len(rows) == 4


def test_verdicts_stand_by_the_question_they_answer() -> None:
    scale = Page.of(TOY, "verdicts/index.md")
    assert len(scale.section("_said").tree.css("li")) == 2
    assert len(scale.section("_fact").tree.css("li")) == 4


def test_timeline_is_in_order() -> None:
    days = Page.of(TOY, "timeline.md").texts("li > .fc-when")
    assert days == ["2031", *["March 2031"] * 2, *["4 March 2031"] * 3]


def test_claim_of_nobody_is_not_said_by_a_source_in_the_timeline() -> None:
    (row,) = [t for t in Page.of(TOY, "timeline.md").texts("li") if "unanimous" in t]
    assert "Said by a source" not in row


def test_event_without_date_and_claims_is_linked_somewhere(toy: Path) -> None:
    (toy / "content/events/some-day.yml").write_text("name: Some day\n")
    pages = [Page(output) for output in outputs(toy).values()]
    assert [href for page in pages for _, href in page.links("li") if "some-day.md" in href]
