"""The columns of all claims: what the script that filters lists reads."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator import publication
from generator.edition import editions
from generator.pages.rows import rows
from generator.records import ClaimTranslation
from tests.conftest import TOY, load_sound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.corpus import Corpus

    Edit = Callable[[str, str, str], None]


def read(root: Path = TOY, *, drafts: bool = False) -> dict[str, Any]:
    whole = load_sound(root)
    return of(whole if drafts else publication.public(whole))


def of(shown: Corpus, language: str = "") -> dict[str, Any]:
    """Return what stands in the file of one edition."""
    found = {edition.language: edition for edition in editions(shown)}
    made: dict[str, Any] = json.loads(rows(found[language or shown.publisher.language]))
    return made


def row(made: dict[str, Any], claim_id: str) -> dict[str, Any]:
    """Return the row of a claim, its numbers turned into ids."""
    number = made["rows"]["id"].index(claim_id)
    cells = {column: cells[number] for column, cells in made["rows"].items()}
    facets = {column: column for column in cells if column in made["names"]} | {"named": "claimant"}
    for column, facet in facets.items():
        names = [name for name, *_ in made["names"][facet]]
        cell = cells[column]
        cells[column] = [names[i] for i in cell] if isinstance(cell, list) else names[cell]
    return cells


def test_every_public_claim_is_a_row_newest_check_first() -> None:
    made = read()
    public = publication.public(load_sound(TOY))
    assert made["rows"]["id"] == [claim.id for claim in public.newest_claims]
    assert "timetable-in-april" in read(drafts=True)["rows"]["id"]
    assert {len(column) for column in made["rows"].values()} == {len(public.claims)}


def test_row_holds_what_a_list_shows_and_filters_by() -> None:
    assert row(read(), "mayor-keeps-ferry") == {
        "id": "mayor-keeps-ferry",
        "title": "The mayor on the winter ferry",
        "language": "",
        "said": "2031-03-04",
        "verdict": "confirmed-quotation",
        "claimant": "ada-quill",
        "named": [],
        "topic": ["harbour-ferry"],
        "event": ["march-meeting"],
        "source": ["otterby-herald-ferry"],
    }


def test_a_date_is_known_as_far_as_the_record_says() -> None:
    made = read()
    assert row(made, "ferry-cost")["said"] == "2031-03"
    assert row(made, "clock-stands-still")["said"] == ""


def test_claim_without_claimant_has_none(toy: Path, edit: Edit) -> None:
    edit(
        "claims/ferry-cost.yml",
        "claimant: bram-tolliver",
        "claimant: null\nclaimant_note: Unsigned.",
    )
    made = read(toy)
    number = made["rows"]["id"].index("ferry-cost")
    assert made["rows"]["claimant"][number] == -1


def test_ratings_stand_in_the_order_of_the_scale_with_sign_and_class() -> None:
    whole = load_sound(TOY)
    found = read()["names"]["verdict"]
    assert [name for name, *_ in found] == list(whole.ratings)
    assert found[0][1:] == ["Confirmed quotation", "fc-teal fc-sign-check"]


def test_drafts_and_withdrawn_claims_are_marked() -> None:
    made = read(drafts=True)
    marked = {made["rows"]["id"][int(number)]: mark for number, mark in made["marks"].items()}
    assert marked["timetable-in-april"] == "Draft"
    assert "ferry-cost" not in marked


def test_addresses_are_relative_to_the_file() -> None:
    assert read()["at"] == {
        "claim": "*/",
        "claimant": "../people/*/",
        "verdict": "../verdicts/*/",
    }


def test_the_file_is_the_same_whatever_the_order_of_the_records() -> None:
    whole = load_sound(TOY)
    turned = {id_: whole.claims[id_] for id_ in reversed(list(whole.claims))}
    people = {id_: whole.people[id_] for id_ in reversed(list(whole.people))}
    assert of(replace(whole, claims=turned, people=people)) == of(whole)


def test_edition_of_another_language_says_what_is_not_translated() -> None:
    whole = publication.public(load_sound(TOY))
    title = ClaimTranslation.model_validate(
        {"title": "Скільки коштував пором", "by": "Translation desk", "date": "2031-03-14"}
    )
    told = whole.claims["ferry-cost"].model_copy(update={"translations": {"uk": title}})
    publisher = whole.publisher.model_copy(update={"languages": ("en", "uk")})
    claims = {**whole.claims, told.id: told}
    made = of(replace(whole, publisher=publisher, claims=claims), "uk")
    assert row(made, "ferry-cost")["title"] == "Скільки коштував пором"
    assert row(made, "ferry-cost")["language"] == ""
    assert row(made, "vote-was-unanimous")["language"] == "en"


def test_text_stands_as_it_is(toy: Path, edit: Edit) -> None:
    title = 'What "</script>" & <b> cost in 2030'
    edit("claims/ferry-cost.yml", "title: What the ferry cost in 2030", f"title: '{title}'")
    assert row(read(toy), "ferry-cost")["title"] == title
