"""Two corpora: every kind of change is told, and what a change must not do is a problem."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from generator import changes, corpus
from generator.changes import FieldChange, Step, Turn
from generator.problems import Severity
from generator.records import Kind
from tests.conftest import TOY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.changes import Changes, ClaimChange, EntryChange, QuotationChange
    from generator.corpus import Corpus

    Edit = Callable[[str, str, str], None]
    Write = Callable[[str, str], Path]

FERRY = "claims/mayor-keeps-ferry.yml"
VOTE = "claims/2031/vote-was-unanimous.yml"
COST = "claims/ferry-cost.yml"
DRAFT = "claims/timetable-in-april.yml"
HERALD = "content/sources/otterby-herald-ferry.yml"
MINUTES = "content/sources/otterby-minutes-march.yml"
SEAL = "content/sources/otterby-herald-ferry.seal.json"
RATINGS = "site_config/ratings.yml"
LOGGED = """  - date: 2031-03-20
    kind: verdict-change
    note: New evidence.
    verdict_before: inaccurate
"""
UPDATED = """  - date: 2031-03-20
    kind: correction
    note: The statement was given wrongly.
"""


def load(root: Path) -> Corpus:
    found, _ = corpus.load(root)
    assert found is not None
    return found


def of(after: Path, before: Path = TOY) -> Changes:
    return changes.of(load(before), load(after))


def claim(after: Path, before: Path = TOY) -> ClaimChange:
    (found,) = of(after, before).claims
    return found


def entry(after: Path) -> EntryChange:
    (found,) = of(after).entries
    return found


def quotation(after: Path) -> QuotationChange:
    (found,) = of(after).quotations
    return found


def told(found: Changes) -> list[tuple[str, str, int, str]]:
    return [(p.code, p.position.file, p.position.line, p.severity.value) for p in found.problems]


def test_nothing_changed(toy: Path) -> None:
    found = of(toy)
    parts = [getattr(found, name) for name in changes.Changes.__dataclass_fields__]
    assert not any(parts)


# --- claims ------------------------------------------------------------------------------


def test_claim_that_is_new(toy: Path) -> None:
    shutil.copy(toy / FERRY, toy / "claims/second.yml")
    found = claim(toy)
    assert (found.id, found.step, found.label) == ("second", Step.ADDED, "Confirmed quotation")


@pytest.mark.parametrize(
    ("file", "old", "new", "step"),
    [
        (FERRY, "status: published", "status: draft", Step.UNPUBLISHED),
        (COST, "title: What", "title: Which", Step.CHANGED),
        (DRAFT, "title: When the", "title: When a", Step.DRAFT_CHANGED),
    ],
)
def test_step_of_a_claim(toy: Path, edit: Edit, file: str, old: str, new: str, step: Step) -> None:
    edit(file, old, new)
    assert claim(toy).step is step


def test_draft_that_is_published(toy: Path, edit: Edit) -> None:
    edit(FERRY, "status: published", "status: draft")
    assert claim(TOY, toy).step is Step.PUBLISHED


def test_claim_that_is_withdrawn(toy: Path, edit: Edit) -> None:
    edit(FERRY, "status: published", "status: withdrawn")
    added = "  - date: 2031-03-20\n    kind: withdrawn\n    note: A joke.\n"
    edit(FERRY, "reviewed_on:", f"{added}reviewed_on:")
    found = claim(toy)
    assert (found.step, found.logged) == (Step.WITHDRAWN, True)
    assert told(of(toy)) == []


def test_drafts_that_come_and_go(toy: Path) -> None:
    (toy / DRAFT).rename(toy / "claims/another.yml")
    steps = {one.id: one.step for one in of(toy).claims}
    assert steps == {"another": Step.DRAFT_ADDED, "timetable-in-april": Step.DRAFT_REMOVED}
    assert told(of(toy)) == []


def test_every_text_of_a_claim_is_compared(toy: Path, edit: Edit) -> None:
    edit(VOTE, "title: Whether", "title: If")
    edit(VOTE, "All members of the council", "All of the council")
    edit(VOTE, "summary: Nine", "summary: Ten")
    edit(VOTE, "claimant: null", "claimant: bram-tolliver")
    edit(
        VOTE,
        "    stance: refutes\n  - passage: otterby-minutes",
        "    stance: context\n  - passage: otterby-minutes",
    )
    edit(VOTE, "  none_because: Nobody signed", "  none_because: No one signed")
    fields = {field.name: field for field in claim(toy).fields}
    assert list(fields) == [
        "title", "claim", "summary", "evidence.otterby-herald-ferry#vote",
        "response.none_because", "claimant",
    ]  # fmt: skip
    assert fields["claimant"] == FieldChange("claimant", "", "bram-tolliver")
    assert fields["evidence.otterby-herald-ferry#vote"][1:] == ("refutes", "context")
    assert not claim(toy).logged


def test_another_order_is_a_change(toy: Path, edit: Edit) -> None:
    one, other = "  - passage: otterby-herald-ferry#vote\n", "  - passage: otterby-minutes-march#"
    edit(VOTE, f"{one}    stance: refutes\n", "")
    edit(
        VOTE,
        "motion-carried\n    stance: refutes\n",
        f"motion-carried\n    stance: refutes\n{one}    stance: refutes\n",
    )
    assert other in (toy / VOTE).read_text()
    (field,) = claim(toy).fields
    assert field.name == "order"
    assert field.old.index("#vote") < field.old.index("#motion-carried")
    assert field.new.index("#vote") > field.new.index("#motion-carried")


def test_verdict_that_changes_without_a_word_is_an_error(toy: Path, edit: Edit) -> None:
    edit(VOTE, "verdict: inaccurate", "verdict: sources-disagree")
    found = of(toy)
    (change,) = found.claims
    assert change.verdict is not None
    assert (change.verdict.old_label, change.verdict.new_label) == (
        "Inaccurate",
        "Sources disagree",
    )
    assert not change.verdict.logged
    assert told(found) == [("verdict-history", VOTE, 8, "error")]
    assert "verdict_before: inaccurate" in found.problems[0].hint


def test_verdict_that_changes_with_its_entry_is_fine(toy: Path, edit: Edit) -> None:
    edit(VOTE, "verdict: inaccurate", "verdict: sources-disagree")
    edit(VOTE, "reviewed_on:", f"{LOGGED}reviewed_on:")
    found = of(toy)
    assert found.claims[0].verdict is not None
    assert found.claims[0].verdict.logged
    assert told(found) == []


def test_entry_of_another_verdict_does_not_count(toy: Path, edit: Edit) -> None:
    edit(VOTE, "verdict: inaccurate", "verdict: sources-disagree")
    wrong = LOGGED.replace("before: inaccurate", "before: accurate")
    edit(VOTE, "reviewed_on:", f"{wrong}reviewed_on:")
    assert told(of(toy)) == [("verdict-history", VOTE, 8, "error")]


def test_old_entry_does_not_count_for_a_new_change(toy: Path, tmp_path: Path, edit: Edit) -> None:
    back = LOGGED.replace("before: inaccurate", "before: sources-disagree")
    edit(VOTE, "reviewed_on:", f"{LOGGED}{back}reviewed_on:")
    base = shutil.copytree(toy, tmp_path / "base")
    edit(VOTE, "verdict: inaccurate\n", "verdict: accurate\n")
    assert told(of(toy, base)) == [("verdict-history", VOTE, 8, "error")]


def test_statement_that_changes_without_a_word_is_told(toy: Path, edit: Edit) -> None:
    edit(VOTE, "All members of the council", "All members")
    found = of(toy)
    assert told(found) == [("verdict-history", VOTE, 3, "warning")]
    assert "what readers were told changes (claim)" in found.problems[0].message
    edit(VOTE, "reviewed_on:", f"{UPDATED}reviewed_on:")
    assert told(of(toy)) == []


def test_summary_that_says_the_opposite_is_told(toy: Path, edit: Edit) -> None:
    edit(VOTE, "Nine members voted for it and two", "All members voted for it and none")
    assert told(of(toy)) == [("verdict-history", VOTE, 9, "warning")]


def test_verdict_that_changes_in_a_renamed_claim_is_seen(toy: Path, edit: Edit) -> None:
    edit(VOTE, "verdict: inaccurate", "verdict: sources-disagree")
    edit(VOTE, "history:", "former_ids:\n  - vote-was-unanimous\nhistory:")
    (toy / VOTE).rename(toy / "claims/2031/the-vote.yml")
    found = of(toy)
    assert found.claims[0].former == "vote-was-unanimous"
    assert told(found) == [("verdict-history", "claims/2031/the-vote.yml", 8, "error")]


def test_drafts_need_no_history(toy: Path, tmp_path: Path, edit: Edit) -> None:
    edit(DRAFT, "status: draft", "verdict: unproven\nstatus: draft")
    base = shutil.copytree(toy, tmp_path / "base")
    edit(DRAFT, "verdict: unproven", "verdict: accurate")
    assert of(toy, base).claims[0].verdict is None
    assert told(of(toy, base)) == []


# --- addresses ---------------------------------------------------------------------------


def test_published_claim_that_vanishes_is_an_error(toy: Path) -> None:
    (toy / COST).unlink()
    found = of(toy)
    assert found.claims[0].step is Step.REMOVED
    assert told(found) == [("lost-address", COST, 1, "error")]
    assert ("claims/ferry-cost/", "", False) in found.addresses


def test_new_home_of_a_claim_is_named(toy: Path) -> None:
    (toy / COST).rename(toy / "claims/what-the-ferry-cost.yml")
    shutil.copy(toy / VOTE, toy / "claims/quite-another.yml")
    found = of(toy)
    assert told(found) == [("lost-address", "claims/what-the-ferry-cost.yml", 1, "error")]
    assert found.problems[0].hint.endswith("add to 'former_ids' here: ferry-cost")


def test_claim_that_is_renamed_with_a_redirect(toy: Path, edit: Edit) -> None:
    edit(COST, "related:", "former_ids:\n  - ferry-cost\nrelated:")
    (toy / COST).rename(toy / "claims/cost.yml")
    found = of(toy)
    assert told(found) == []
    assert [(one.former, one.id, one.step) for one in found.claims] == [
        ("ferry-cost", "cost", Step.CHANGED)
    ]
    assert found.addresses == (("claims/ferry-cost/", "claims/cost/", True),)


def test_claim_that_is_merged_leads_on(toy: Path, edit: Edit) -> None:
    edit(FERRY, "  - mayor-and-ferry", "  - mayor-and-ferry\n  - ferry-cost")
    (toy / COST).unlink()
    found = of(toy)
    assert told(found) == []
    gone = next(one for one in found.claims if one.id == "ferry-cost")
    assert (gone.step, gone.leads_to) == (Step.REMOVED, "mayor-keeps-ferry")


def test_draft_leads_nowhere(toy: Path, edit: Edit) -> None:
    edit(DRAFT, "status: draft", "former_ids:\n  - ferry-cost\nstatus: draft")
    (toy / COST).unlink()
    assert told(of(toy)) == [("lost-address", COST, 1, "error")]


def test_claim_that_becomes_a_draft_again_is_an_error(toy: Path, edit: Edit) -> None:
    edit(FERRY, "status: published", "status: draft")
    lost = ("lost-address", FERRY, 33, "error")
    assert lost in told(of(toy))


def test_former_address_that_is_dropped_is_an_error(toy: Path, edit: Edit) -> None:
    edit(FERRY, "former_ids:\n  - mayor-and-ferry\n", "")
    assert told(of(toy)) == [("lost-address", FERRY, 1, "error")]
    assert "mayor-and-ferry" in of(toy).problems[0].hint


def test_former_address_of_a_renamed_claim_is_kept_too(toy: Path, edit: Edit) -> None:
    edit(FERRY, "  - mayor-and-ferry", "  - mayor-keeps-ferry")
    (toy / FERRY).rename(toy / "claims/ferry.yml")
    found = of(toy)
    assert ("lost-address", "claims/ferry.yml", 36, "error") in told(found)


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("content/people/ada-quill.yml", Kind.PERSON),
        ("content/topics/town-budget.yml", Kind.TOPIC),
        ("content/events/march-meeting.yml", Kind.EVENT),
        (MINUTES, Kind.SOURCE),
    ],
)
def test_other_pages_that_vanish_are_warnings(toy: Path, file: str, kind: Kind) -> None:
    (toy / file).unlink()
    found = of(toy)
    assert [(one.kind, one.turn) for one in found.entries] == [(kind, Turn.REMOVED)]
    assert told(found) == [("lost-address", file, 1, "warning")]


def test_anchor_of_a_passage_that_vanishes_is_told(toy: Path, edit: Edit) -> None:
    edit(HERALD, "  vote:\n", "  the-vote:\n")
    found = of(toy)
    assert {one[:2] for one in found.addresses} == {
        ("", "sources/otterby-herald-ferry/#the-vote"),
        ("sources/otterby-herald-ferry/#vote", ""),
    }


# --- quotations --------------------------------------------------------------------------


def test_quotation_that_changes_shows_words_and_states(toy: Path, edit: Edit) -> None:
    edit(HERALD, "Nine members voted", "Ten members voted")
    found = quotation(toy)
    assert found.fields == (
        FieldChange(
            "quote",
            "Nine members voted in favour and two against",
            "Ten members voted in favour and two against",
        ),
    )
    assert (str(found.state_before), str(found.state_after)) == ("verbatim", "not-found")


def test_quotation_that_is_new_or_gone(toy: Path, edit: Edit) -> None:
    new = "  winter:\n    quote: the ferry this winter\n    kind: narration\n"
    edit(HERALD, "  vote:\n", f"{new}  vote:\n")
    found = quotation(toy)
    assert (found.old, found.new) == ("", "otterby-herald-ferry#winter")
    assert (found.state_before, str(found.state_after)) == (None, "needs-archive")
    (gone,) = of(TOY, toy).quotations
    assert (gone.old, gone.new, gone.state_after) == (found.new, "", None)


def test_quotation_under_another_id_is_the_same(toy: Path, edit: Edit) -> None:
    edit(HERALD, "  vote:\n", "  the-vote:\n")
    found = quotation(toy)
    assert (found.old, found.new) == (
        "otterby-herald-ferry#vote",
        "otterby-herald-ferry#the-vote",
    )
    assert found.fields == ()


def test_seal_that_is_taken_away(toy: Path) -> None:
    (toy / SEAL).unlink()
    found = of(toy)
    assert {str(one.state_after) for one in found.quotations} == {"unsealed"}
    assert entry(toy).seal is Turn.REMOVED


# --- what stands around a seal -------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("title: Otterby council votes", "title: Otterby votes", "title"),
        ("publisher: The Otterby", "publisher: An Otterby", "publisher"),
        ("published: 2031-03-04", "published: 2031-03-05", "published"),
        ("url: https://herald.", "url: https://news.", "url"),
        ("language: en", "language: uk", "language"),
        ("status: live", "status: gone", "status"),
        ("speaker: ada-quill\n    kind: direct-speech\n    at: paragraph 3\n    trans",
         "speaker: bram-tolliver\n    kind: direct-speech\n    at: paragraph 3\n    trans",
         "passages.promised-boat.speaker"),
        ("kind: narration", "kind: caption", "passages.vote.kind"),
    ],
)  # fmt: skip
def test_what_no_machine_compares(toy: Path, edit: Edit, old: str, new: str, field: str) -> None:
    edit(HERALD, old, new)
    found = entry(toy)
    assert found.seal is Turn.SAME
    assert [one.name for one in found.fields] == [field]
    assert of(toy).quotations == ()


def test_seal_and_signature_that_change(toy: Path) -> None:
    seal = json.loads((toy / SEAL).read_text())
    seal["canonical"]["removed"] = 1
    (toy / SEAL).write_text(json.dumps(seal))
    (toy / f"{SEAL}.sig").write_text("x")
    found = entry(toy)
    assert (found.seal, found.signature) == (Turn.CHANGED, Turn.ADDED)


# --- people, topics, events ----------------------------------------------------------------


def test_name_that_changes(toy: Path, edit: Edit) -> None:
    edit("content/people/ada-quill.yml", "name: Ada Quill", "name: Ada Quilt")
    found = entry(toy)
    assert found.fields == (FieldChange("name", "Ada Quill", "Ada Quilt"),)
    assert found.turn is Turn.CHANGED


def test_entry_that_is_new(toy: Path, write: Callable[[str, str], Path]) -> None:
    write("content/topics/tides.yml", "name: Tides\n")
    found = entry(toy)
    assert (found.turn, found.name) == (Turn.ADDED, "Tides")
    assert of(toy).addresses == (("", "topics/tides/", False),)


def test_entry_that_is_renamed(toy: Path) -> None:
    topics = toy / "content/topics"
    (topics / "town-budget.yml").rename(topics / "money.yml")
    found = entry(toy)
    assert (found.former, found.id) == ("town-budget", "money")
    (problem,) = of(toy).problems
    assert problem.severity is Severity.WARNING
    assert "'money'" in problem.hint
    assert of(toy).addresses == (("topics/town-budget/", "topics/money/", False),)


# --- settings and excuses --------------------------------------------------------------------


def test_settings_that_change(toy: Path, edit: Edit, write: Callable[[str, str], Path]) -> None:
    edit(RATINGS, "label: Inaccurate", "label: Accurate indeed")
    edit("site_config/publisher.yml", "two_people: true", "two_people: false")
    edit("site_config/publisher.yml", "  reason: null", "  reason: We are few.")
    write("site_config/rules.yml", "quotation_limit: 0.90\n")
    found = {(one.file, *one.field) for one in of(toy).settings}
    assert found == {
        (RATINGS, "inaccurate.label", "Inaccurate", "Accurate indeed"),
        ("site_config/rules.yml", "quotation_limit", "0.3", "0.9"),
        ("site_config/publisher.yml", "review.two_people", "true", "false"),
        ("site_config/publisher.yml", "review.reason", "", "We are few."),
    }


def test_excuses_that_come_and_go(toy: Path, edit: Edit) -> None:
    edit(COST, "until: 2032-03-31", "until: 2039-12-31")
    found = of(toy)
    assert [(one.file, one.rule, one.until) for one in found.excused] == [
        (COST, "claimant-not-mentioned", "2039-12-31")
    ]
    assert [one.until for one in found.no_longer_excused] == ["2032-03-31"]
    assert found.claims[0].fields == ()


# --- what cannot be read ---------------------------------------------------------------------


def test_broken_record_is_neither_new_nor_gone(toy: Path, edit: Edit) -> None:
    edit(FERRY, "status: published", "status: printed")
    edit(HERALD, "media: article", "media: leaflet")
    key = (Kind.CLAIM, "mayor-keeps-ferry")
    found = of(toy)
    assert set(found.unread_after) == {key, (Kind.SOURCE, "otterby-herald-ferry")}
    assert (found.claims, found.quotations, found.entries) == ((), (), ())
    assert (found.addresses, found.problems) == ((), ())
    again = of(TOY, toy)
    assert key in again.unread_before
    assert (again.claims, again.quotations, again.addresses, again.problems) == ((), (), (), ())


def test_settings_of_the_other_side_are_lent(toy: Path) -> None:
    (toy / RATINGS).write_text("- nothing\n")
    before = load(TOY)
    after, _ = corpus.load(toy, before)
    assert after is not None
    assert changes.of(before, after).claims == ()
