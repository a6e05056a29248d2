"""The page of a claim shows all that its record says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import TOY, load_sound
from tests.pages_of import Page, flat

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str, str, str], None]

FERRY = Page.of(TOY, "claims/mayor-keeps-ferry.md")
COST = Page.of(TOY, "claims/ferry-cost.md")
VOTE = Page.of(TOY, "claims/vote-was-unanimous.md")
CLOCK = Page.of(TOY, "claims/clock-stands-still.md")
ADA = ("Ada Quill", "../people/ada-quill.md")
HERALD = "../sources/otterby-herald-ferry.md"


def test_claim_claimant_and_circumstances() -> None:
    assert FERRY.text("h1") == "The mayor on the winter ferry"
    claim = "Ada Quill said that the ferry will not close this winter."
    assert FERRY.text(".fc-claim blockquote") == claim
    assert FERRY.text(".fc-claim .fc-meta") == "Ada Quill · a council meeting · 4 March 2031"
    assert FERRY.links(".fc-claim") == [ADA]


def test_claim_without_a_claimant_says_why() -> None:
    assert VOTE.text(".fc-claim .fc-meta") == "No claimant named · 2031"
    assert VOTE.text(".fc-claim .fc-note") == "A leaflet without a name, found at the quay."


def test_claim_of_an_unknown_day_says_so() -> None:
    assert CLOCK.text(".fc-claim .fc-meta") == "Ada Quill · day not known"


def test_verdict_leads_to_its_definition() -> None:
    assert FERRY.links(".fc-answer") == [
        ("Confirmed quotation", "../verdicts/confirmed-quotation.md")
    ]
    (verdict,) = FERRY.tree.css(".fc-answer .fc-verdict")
    assert verdict.attributes["class"] == "fc-verdict fc-teal fc-sign-check"
    assert FERRY.text(".fc-answer .admonition-title") == "Was it said?"
    assert "The Herald carries the words, twice." in FERRY.text(".fc-answer")
    assert COST.text(".fc-answer .admonition-title") == "Is it so?"


def test_evidence_stands_by_stance_with_its_words() -> None:
    context, supports = FERRY.section("_context"), FERRY.section("_supports")
    assert supports.texts("blockquote") == ["We will not close the ferry this winter"]
    assert context.texts("blockquote") == [
        "“The islanders were promised a boat […] they will have a boat.”"
    ]
    assert context.text(".fc-evidence .fc-note") == "Said in the same breath."
    assert FERRY.tree.css_first("#_refutes") is None


def test_evidence_names_speaker_source_place_and_day() -> None:
    supports = FERRY.section("_supports")
    assert supports.links(".fc-evidence > .fc-by") == [ADA]
    ((label, where),) = supports.links(".fc-evidence > .fc-meta")
    assert where == f"{HERALD}#not-close"
    assert "Otterby" in label
    assert "4 March 2031" in supports.text(".fc-evidence .fc-meta")
    assert not supports.texts(".fc-evidence .admonition-title")  # the heading says it
    assert supports.text(".fc-by") == "Ada Quill, direct speech"


def test_quotation_carries_its_state_and_leads_to_its_words_in_place() -> None:
    (state, (_, there)) = FERRY.section("_supports").links(".fc-proof")
    assert state == ("Verbatim, words 61–68", "../verification.md")
    words = "We%20will%20not%20close%20the%20ferry%20this%20winter"
    words += ",-%2C%E2%80%9D%20Mayor%20Ada%20Quill%20told"
    assert there == f"https://herald.otterby.example/ferry#:~:text={words}"


def test_source_without_an_address_has_no_link_into_it() -> None:
    proofs = VOTE.section("_refutes").texts(".fc-proof")
    assert proofs[1] == "Verbatim, words 33–52"


def test_narration_has_no_speaker() -> None:
    refutes = VOTE.section("_refutes")
    assert refutes.texts(".fc-by") == ["The report’s own words"] * 2
    assert [href for _, href in refutes.links(".fc-meta")] == [
        f"{HERALD}#vote",
        "../sources/otterby-minutes-march.md#motion-carried",
    ]


def test_public_reference_is_marked_as_not_captured() -> None:
    (card,) = [t for t in COST.texts(".fc-evidence") if "Accounts of the town" in t]
    assert "not captured" in card
    assert "8 March 2031" in card
    url = "https://council.otterby.example/accounts/2030"
    assert ("Accounts of the town of Otterby for 2030", url) in COST.links(".fc-evidence")


def test_words_of_a_reference_are_marked_as_not_compared() -> None:
    quotes = ["Harbour ferry: 41,500 crowns", "The accounts were audited"]
    assert COST.section("_supports").texts("blockquote p")[1:] == quotes
    mark = "Not compared, read on 8 March 2031"
    assert COST.section("_supports").texts(".fc-proof")[1:] == [mark]
    assert ("Not compared", "../verification.md#_limits") in COST.links(".fc-proof")


def test_reports_that_carry_the_statement_are_linked() -> None:
    assert HERALD in [href for _, href in FERRY.section("_evidence").links("p")]
    assert "Nobody else reported the meeting." in " ".join(FERRY.section("_evidence").texts("p"))


def test_analysis_is_rendered() -> None:
    analysis = FERRY.section("_analysis")
    assert analysis.texts("strong") == ["twice"]
    assert analysis.texts("li") == ["once in the meeting", "once at the quay"]


def test_related_claims_are_named_from_both_sides() -> None:
    part_of = COST.section("_related")
    assert part_of.links("li")[0] == ("The mayor on the winter ferry", "mayor-keeps-ferry.md")
    assert part_of.text("li .fc-meta") == "Part of"
    assert part_of.text("li .fc-ruling") == "Confirmed quotation"
    derived = FERRY.section("_related")
    assert derived.texts("li .fc-meta") == ["Contradicted by", "Has the part"]
    assert derived.links("li")[2] == ("What the ferry cost in 2030", "ferry-cost.md")


def test_topics_people_and_events_are_linked() -> None:
    about = COST.section("_about")
    assert dict(about.facts())["Topics"] == "Town budget, Harbour ferry"
    assert about.links("dd") == [
        ("Town budget", "../topics/town-budget.md"),
        ("Harbour ferry", "../topics/harbour-ferry.md"),
        ("Bram Tolliver", "../people/bram-tolliver.md"),
        ("Town Council of Otterby", "../people/otterby-council.md"),
        ("Council meeting of March 2031", "../events/march-meeting.md"),
        ("Claimant not mentioned", "../rules/claimant-not-mentioned.md"),
    ]


def test_byline_names_checker_and_reviewer() -> None:
    facts = dict(FERRY.section("_about").facts())
    assert "The claim in short" not in facts
    short = dict(COST.section("_about").facts())["The claim in short"]
    assert short == "The ferry cost 41,500 crowns in 2030."
    assert facts["Checked by"] == "Writing desk"
    assert facts["Reviewed by"] == "Reading desk"
    assert facts["First published"] == "10 March 2031"
    assert facts["Last looked at"] == "12 March 2031"


def test_right_of_reply_has_three_outcomes() -> None:
    answered, open_, nobody = (
        dict(page.section("_about").facts())["Right of reply"] for page in (FERRY, CLOCK, COST)
    )
    assert answered.startswith("Asked on 9 March 2031, and answered")
    assert answered.endswith("The mayor's office confirmed the words.")
    assert open_ == "Asked on 9 March 2031; no answer so far"
    assert nobody.endswith("The figure is in the council's own minutes.")


def test_history_is_whole_and_in_order() -> None:
    history = VOTE.section("_history")
    (first, _), (second, change) = history.facts()
    assert (first, second) == ("10 March 2031", "14 March 2031")
    assert "The minutes settled what was open before." in change
    assert history.links("dd") == [
        ("Read this version", "vote-was-unanimous/ec270744cd85.md"),
        ("Unproven", "../verdicts/unproven.md"),
        ("Read this version", "vote-was-unanimous/fff63c7def10.md"),
    ]


def test_former_verdict_stands_struck_beside_the_new_one() -> None:
    assert VOTE.text(".fc-answer .fc-before") == "Until 14 March 2031: Unproven"
    former = ["fc-former", "fc-grey", "fc-sign-question", "fc-verdict"]
    for where in (".fc-before", "dd"):
        (chip,) = VOTE.tree.css(f"{where} .fc-verdict")
        assert sorted((chip.attributes["class"] or "").split()) == former
    assert FERRY.texts(".fc-before") == []


def test_verdict_stands_at_its_place_on_the_scale() -> None:
    steps = VOTE.tree.css(".fc-scale > em")
    assert [flat(step) for step in steps] == ["On the scale:", "Inaccurate", "Accurate"]
    marks = [(step.attributes.get("aria-current"), step.attributes.get("class")) for step in steps]
    assert marks[0] == (None, "fc-unseen")
    assert [current for current, _ in marks] == [None, "true", None]
    assert sorted((marks[1][1] or "").split()) == ["fc-here", "fc-least"]
    assert marks[2][1] == "fc-most"


def test_verdict_that_is_not_rated_on_truth_has_no_place_on_the_scale(toy: Path) -> None:
    file = toy / "claims/2031/vote-was-unanimous.yml"
    text = file.read_text("utf-8").replace("verdict: inaccurate", "verdict: sources-disagree")
    changed = "  - date: 2031-03-14\n    kind: verdict-change\n    note: x\n"
    text = text.replace("reviewed_on:", f"{changed}    verdict_before: inaccurate\nreviewed_on:")
    file.write_text(text.replace("stance: refutes", "stance: supports", 1), "utf-8")
    page = Page.of(toy, "claims/vote-was-unanimous.md")
    assert page.text(".fc-ruling") == "Sources disagree"
    assert page.texts(".fc-scale") == []
    # Evidence for and against stands side by side.
    assert len(page.tree.css(".fc-sides.fc-both > .fc-side")) == 2


def test_paper_has_addresses_in_full() -> None:
    shown = FERRY.texts(".fc-print")
    assert shown[0] == (
        "Otterby Checks, https://otterby.example/claims/mayor-keeps-ferry/, as of 14 March 2031"
    )
    assert set(shown[1:]) == {"https://herald.otterby.example/ferry"}


def test_correction_and_change_of_verdict_are_notices() -> None:
    assert "12 March 2031" in FERRY.text(".fc-correction .admonition-title")
    assert "The day of the meeting was wrong." in FERRY.text(".fc-correction")
    assert "The minutes settled" in VOTE.text(".fc-verdict-change")


def test_withdrawn_claim_keeps_its_page_and_says_why() -> None:
    assert "Withdrawn on 13 March 2031" in CLOCK.text(".fc-withdrawn .admonition-title")
    assert "The leaflet that carried it was a joke." in CLOCK.text(".fc-withdrawn")
    assert CLOCK.text(".fc-claim blockquote")


def test_source_with_a_status_is_a_notice_on_its_claims(toy: Path, edit: Edit) -> None:
    edit("content/sources/otterby-herald-ferry.yml", "status: live", "status: retracted")
    banner = Page.of(toy, "claims/mayor-keeps-ferry.md")
    assert "retracted by its publisher" in banner.text(".fc-status")
    assert banner.links(".fc-status") == [("Otterby council votes to keep the ferry", HERALD)]


def test_single_reviewer_is_printed_with_the_reason(toy: Path, edit: Edit) -> None:
    edit(
        "site_config/publisher.yml",
        "two_people: true\n  reason: null",
        "two_people: false\n  reason: There is one of us.",
    )
    edit("claims/mayor-keeps-ferry.yml", "reviewed_by: reading-desk\n", "")
    facts = dict(Page.of(toy, "claims/mayor-keeps-ferry.md").section("_about").facts())
    assert facts["Reviewed by"] == "nobody else yet There is one of us."


def test_other_spellings_of_names_stand_hidden_for_the_search() -> None:
    (hidden,) = FERRY.tree.css("p[hidden]")
    variants = load_sound(TOY).people["ada-quill"].variants
    assert variants
    assert all(word in hidden.text() for word in variants)
