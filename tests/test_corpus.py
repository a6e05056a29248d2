"""The corpus: what points where, what the public sees, what is reported."""

from __future__ import annotations

import pickle
import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator import checks, corpus, publication, reading
from generator.corpus import files
from generator.fields import PartialDate
from generator.links import Relation
from generator.passages import archive
from generator.passages.quotation import State
from generator.passages.verify import verify
from generator.records import Kind, RelatedAs
from tests.conftest import TOY, TOY_ARCHIVE, all_problems, load_sound
from tests.sealed import seal_again

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[str, str], Path]
    Edit = Callable[[str, str, str], None]

FERRY = "claims/mayor-keeps-ferry.yml"
HERALD = "content/sources/otterby-herald-ferry.yml"
MINUTES = "content/sources/otterby-minutes-march.yml"
DRAFT = "claims/timetable-in-april.yml"


PUBLISHER = "site_config/publisher.yml"


def told(root: Path) -> list[tuple[str, str]]:
    return [(p.position.file, p.code) for p in all_problems(root)]


def test_toy_corpus_is_sound() -> None:
    assert checks.run(load_sound(TOY)) == []


def test_every_quotation_of_the_toy_corpus_is_verbatim() -> None:
    for source in load_sound(TOY).sources.values():
        text = archive.read(TOY_ARCHIVE, source.id)
        assert text is not None
        for passage in source.passages.values():
            around = {"prefix": passage.prefix or "", "suffix": passage.suffix or ""}
            assert verify(passage.quote, text.text, **around).state is State.VERBATIM


def test_links_lead_back_from_what_is_named() -> None:
    links = load_sound(TOY).links
    vote, cost, ferry = "vote-was-unanimous", "ferry-cost", "mayor-keeps-ferry"
    clock, draft = "clock-stands-still", "timetable-in-april"
    assert links.claims_of_source == {
        "otterby-herald-ferry": (clock, vote, cost, ferry),
        "otterby-minutes-march": (vote, cost),
    }
    assert links.claims_of_passage["otterby-herald-ferry#promised-boat"] == (clock, ferry)
    assert links.claims_by_claimant == {
        "ada-quill": (clock, ferry),
        "bram-tolliver": (cost,),
        "otterby-council": (draft,),
    }
    assert links.claims_naming_person["otterby-council"] == (vote, cost)
    assert links.claims_of_topic["harbour-ferry"] == (vote, cost, ferry, draft)
    assert links.claims_of_event == {"march-meeting": (vote, cost, ferry)}
    assert links.claims_of_verdict["misquoted"] == (clock,)
    assert links.passages_of_speaker == {
        "ada-quill": ("otterby-herald-ferry#not-close", "otterby-herald-ferry#promised-boat")
    }
    assert links.sources_of_origin["otterby-council"] == ("otterby-minutes-march",)


def test_relations_are_seen_from_both_sides() -> None:
    relations = load_sound(TOY).links.relations
    part_of = Relation(how=RelatedAs.PART_OF, derived=False, other="mayor-keeps-ferry")
    assert relations["ferry-cost"] == (part_of,)
    assert replace(part_of, derived=True, other="ferry-cost") in relations["mayor-keeps-ferry"]


def test_public_corpus_has_no_draft_and_no_relation_to_one() -> None:
    whole = load_sound(TOY)
    public = publication.public(whole)
    assert set(whole.claims) - set(public.claims) == {"timetable-in-april"}
    assert {r.other for r in public.links.relations["mayor-keeps-ferry"]} == {
        "clock-stands-still",
        "ferry-cost",
    }
    assert "timetable-in-april" not in public.links.relations
    assert "otterby-council" not in public.links.claims_by_claimant
    assert "timetable-in-april" in whole.links.relations
    assert publication.public(public) is public


def test_newest_claims_stand_first_and_drafts_before_all() -> None:
    assert [claim.id for claim in load_sound(TOY).newest_claims] == [
        "timetable-in-april",
        "vote-was-unanimous",
        "clock-stands-still",
        "mayor-keeps-ferry",
        "ferry-cost",
    ]


def test_claims_checked_on_one_day_stand_by_the_day_on_which_they_were_said() -> None:
    whole = load_sound(TOY)
    one = whole.claims["vote-was-unanimous"]
    days = {
        "a": None,
        "b": PartialDate(2031, 3),
        "c": PartialDate(2031, 3, 4),
        "d": PartialDate(2031, 2, 28),
        "e": PartialDate(2031, 3, 4),
    }
    claims = {id_: one.model_copy(update={"id": id_, "said_on": day}) for id_, day in days.items()}
    newer = one.history[-1].model_copy(update={"date": date(2031, 4, 1)})
    claims["z"] = one.model_copy(update={"id": "z", "history": (*one.history, newer)})
    newest = replace(whole, claims=claims).newest_claims
    assert [claim.id for claim in newest] == ["z", "c", "e", "b", "d", "a"]


def test_newest_date_of_claims_and_sources_is_the_clock(toy: Path, edit: Edit) -> None:
    assert load_sound(toy).as_of == date(2031, 3, 14)
    edit(HERALD, "accessed: 2031-03-06", "accessed: 2031-04-01")
    assert load_sound(toy).as_of == date(2031, 4, 1)


def test_no_claims_and_no_dates_give_no_clock() -> None:
    whole = load_sound(TOY)
    assert replace(whole, claims={}, sources={}).as_of is None


def test_passage_and_place_of_a_record() -> None:
    whole = load_sound(TOY)
    source, passage = whole.passage("otterby-herald-ferry#vote")
    assert (source.id, passage.at) == ("otterby-herald-ferry", "paragraph 2")
    assert whole.file_of(Kind.CLAIM, "ferry-cost") == "claims/ferry-cost.yml"
    assert whole.at(Kind.CLAIM, "ferry-cost", "asks").line == 7


def test_problems_of_all_files_come_in_one_run(toy: Path, write: Write, edit: Edit) -> None:
    edit("content/people/ada-quill.yml", "kind: person", "kind: mayor")
    edit("content/topics/town-budget.yml", "name:", "nam:")
    edit("claims/ferry-cost.yml", "asks: fact", "asks: fact # or said")
    edit("claims/timetable-in-april.yml", "claimant: otterby-council", "claimant: nobody")
    edit(FERRY, "verdict: confirmed-quotation", "verdict: accurate")
    write("content/notes.yml", "name: x\n")
    assert sorted(told(toy)) == [
        ("claims/ferry-cost.yml", "comment-in-text"),
        ("claims/mayor-keeps-ferry.yml", "verdict-history"),
        ("claims/mayor-keeps-ferry.yml", "verdict-question"),
        ("claims/timetable-in-april.yml", "unknown-reference"),
        ("content/notes.yml", "wrong-folder"),
        ("content/people/ada-quill.yml", "not-a-choice"),
        ("content/topics/town-budget.yml", "unknown-key"),
    ]


def test_reference_to_a_broken_record_is_not_reported_again(toy: Path, write: Write) -> None:
    for file in (HERALD, "content/people/ada-quill.yml", "content/topics/harbour-ferry.yml"):
        write(file, "title: [\n")
    write(FERRY, "title: [\n")
    assert {code for _, code in told(toy)} == {"yaml-syntax"}
    loaded, _ = corpus.load(toy)
    assert loaded is not None
    assert loaded.broken == {
        (Kind.SOURCE, "otterby-herald-ferry"),
        (Kind.PERSON, "ada-quill"),
        (Kind.TOPIC, "harbour-ferry"),
        (Kind.CLAIM, "mayor-keeps-ferry"),
    }


def test_claim_with_an_unknown_reference_is_broken(toy: Path, edit: Edit) -> None:
    edit(FERRY, "events:\n  - march-meeting", "events:\n  - april-meeting")
    loaded, _ = corpus.load(toy)
    assert loaded is not None
    assert loaded.broken == {(Kind.CLAIM, "mayor-keeps-ferry")}


def test_broken_scale_leaves_the_other_problems_told(toy: Path, edit: Edit) -> None:
    edit("site_config/ratings.yml", "icon: question", "icon: query")
    edit("content/people/ada-quill.yml", "kind: person", "kind: mayor")
    loaded, problems = corpus.load(toy)
    assert loaded is None
    assert [p.position.file for p in problems] == [
        "content/people/ada-quill.yml",
        "site_config/ratings.yml",
    ]


def test_two_person_rule_can_be_off(toy: Path, edit: Edit) -> None:
    edit(
        "site_config/publisher.yml",
        "two_people: true\n  reason: null",
        "two_people: false\n  reason: One editor.",
    )
    edit(FERRY, "reviewed_by: reading-desk\n", "")
    assert told(toy) == []


def test_speech_with_a_reason_carries_a_fact(toy: Path, edit: Edit) -> None:
    file = "claims/2031/vote-was-unanimous.yml"
    edit(HERALD, "kind: narration", "kind: direct-speech\n    note: Nobody is named.")
    minutes = "  - passage: otterby-minutes-march#motion-carried\n    stance: "
    edit(file, f"{minutes}refutes", f"{minutes}context")
    edit(file, "response:", "single_source_reason: The minutes are sealed.\nresponse:")
    assert told(toy) == [(file, "verdict-evidence")]
    edit(file, "    stance: refutes", "    stance: refutes\n    why_counts: The clerk counted.")
    assert told(toy) == []


def test_what_only_a_draft_names_is_not_public(toy: Path, write: Write, edit: Edit) -> None:
    write("content/topics/weather.yml", "name: Weather\n")
    write("content/people/pilot.yml", "kind: person\nname: The pilot\n")
    write("content/events/storm.yml", "name: The storm\n")
    names = "claimant: pilot\npeople:\n  - otterby-council\nevents:\n  - storm\n"
    edit(DRAFT, "claimant: otterby-council\ntopics:\n", f"{names}topics:\n  - weather\n")
    evidence = "evidence:\n  - passage: otterby-minutes-march#dues\n    stance: context\n"
    edit(DRAFT, "related:\n", f"{evidence}related:\n")
    passage = "  dues:\n    quote: The dues of the harbour are due\n    kind: narration\n"
    edit(MINUTES, "passages:\n", f"passages:\n{passage}")
    seal_again(toy)
    whole = load_sound(toy)
    shown = publication.public(whole)
    assert whole.topics.keys() - shown.topics.keys() == {"weather"}
    assert whole.people.keys() - shown.people.keys() == {"pilot"}
    assert whole.events.keys() - shown.events.keys() == {"storm"}
    assert whole.verified.keys() - shown.verified.keys() == {"otterby-minutes-march#dues"}
    assert "dues" not in shown.sources["otterby-minutes-march"].passages
    assert shown.sources.keys() == whole.sources.keys()


def test_places_are_looked_for_only_where_something_is_wrong() -> None:
    documents = load_sound(TOY).documents.values()
    assert [document.file for document in documents if "_marks" in vars(document)] == []


@pytest.mark.parametrize(
    ("featured", "line", "code", "hint"),
    [
        ("[mayor-keps-ferry]", 10, "unknown-reference", "did you mean 'mayor-keeps-ferry'?"),
        ("\n  - ferry-cost\n  - xyz", 12, "unknown-reference", "known: clock-stands-still, "),
        ("[timetable-in-april]", 10, "inconsistent", "feature claims that stand"),
        ("[clock-stands-still]", 10, "inconsistent", "feature claims that stand"),
        ("[ferry-cost, ferry-cost]", 10, "inconsistent", "remove one"),
        ("[Ferry Cost]", 10, "not-an-id", ""),
    ],
)
def test_featured_claims_exist_and_are_published(
    toy: Path, edit: Edit, featured: str, line: int, code: str, hint: str
) -> None:
    edit(PUBLISHER, "licence:", f"featured: {featured}\nlicence:")
    (problem,) = all_problems(toy)
    assert (problem.position.file, problem.code) == (PUBLISHER, code)
    assert problem.position.line == line
    assert problem.hint.startswith(hint)


def test_record_is_made_of_its_bytes_alone_and_can_be_sent(toy: Path) -> None:
    loaded = load_sound(toy)
    found, _ = reading.find(toy)
    there = [(item, (toy / item.file).read_bytes()) for item in found]
    shutil.rmtree(toy)
    for item, raw in there:
        record, document, problems = files.one(raw, item)
        assert problems == []
        assert record == loaded.by_kind[item.kind][item.id]
        assert document == loaded.documents[item.kind, item.id]
        assert pickle.loads(pickle.dumps((record, document))) == (record, document)  # noqa: S301


def test_a_file_that_did_not_change_is_what_it_was(toy: Path) -> None:
    before = files.Before()
    first, problems = corpus.load(toy, before=before)
    (toy / FERRY).write_text((toy / FERRY).read_text("utf-8").replace("title: ", "title: Now "))
    (toy / DRAFT).unlink()
    second, _ = corpus.load(toy, before=before)
    assert first is not None, problems
    assert second is not None
    kept = {id_ for id_, claim in second.claims.items() if claim is first.claims[id_]}
    assert second.claims.keys() - kept == {"mayor-keeps-ferry"}
    assert second == corpus.load(toy)[0]
    assert not any(item.file == DRAFT for item in before.known)


def test_problems_of_a_file_that_did_not_change_are_told_again(toy: Path) -> None:
    (toy / FERRY).write_text("title: 'x\n")
    before = files.Before()
    told = [corpus.load(toy, before=before)[1] for _ in range(3)]
    assert told[0]
    assert told[0] == told[1] == told[2]
