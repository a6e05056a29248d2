"""Frozen versions: the digest by its own description, the file, the order, and what is read."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import publication, reading, yamltext
from generator.characters import FORBIDDEN, collapse
from generator.versions.canonical import arranged, canonical, digest
from tests.conftest import TOY, all_problems, load_sound
from tests.hosted import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.yamltext import Data, Document

    Edit = Callable[[str, str, str], None]

FERRY = "claims/mayor-keeps-ferry.yml"
COST = "claims/ferry-cost.yml"
EVERY = sorted((TOY / reading.VERSIONS).glob("*/*.yml"))


def parsed(text: str) -> Document:
    document, problems = yamltext.parse(text, "x.yml")
    assert problems == []
    assert document is not None
    return document


def digest_of(text: str) -> str:
    return digest(parsed(text).data)


# --- the digest ------------------------------------------------------------------------------


class OnlyText(yaml.SafeLoader):
    """Reads every scalar as text, a plain null or nothing as null."""


OnlyText.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if tag.endswith(":null")]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_described(text: str) -> str:
    """Make the digest by the five steps that ``generator.versions`` gives to other programs."""

    def fold(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: fold(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [fold(inner) for inner in value]
        return None if value is None else re.sub("[ \t\r\n]+", " ", value).strip(" ")

    data = yaml.load(text, OnlyText)  # noqa: S506 - a safe loader that knows less
    data.pop("translations", None)
    folded = fold(data)
    if isinstance(data.get("analysis"), str):
        folded["analysis"] = data["analysis"].lstrip("\n").rstrip(" \t\n")
    whole = json.dumps(folded, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(whole.encode("utf-8")).hexdigest()[:16]


@pytest.mark.parametrize("file", EVERY, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_another_program_gets_the_digest(file: Path) -> None:
    assert as_described(file.read_text("utf-8")) == file.stem


def test_every_own_claim_has_the_digest_of_another_program() -> None:
    for file in sorted((ROOT / "claims").glob("**/*.yml")):
        text = file.read_text("utf-8")
        assert as_described(text) == digest_of(text), file


@pytest.mark.parametrize(
    ("file", "known"),
    [(COST, "575fcc7fc2c79947"), (FERRY, "551774f55f39d379")],
)
def test_digests_stay_what_they_are(file: str, known: str) -> None:
    # They are in file names and in permalinks: no change of the program may change them.
    assert digest_of((TOY / file).read_text("utf-8")) == known


TEXT = """\
format: 1
claim: The ferry runs in summer, and in winter.
summary: >-
  Two lines that
  are one.
claimant: null
said_on: 2031-03
analysis: |
  First.

  - second
topics:
  - harbour-ferry
  - town-budget
history:
  - date: 2031-03-10
    kind: published
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "# a comment\n"),
        ("topics:\n", "topics:\n  # a comment\n"),
        ("format: 1\n", '"format": "1"\n'),
        (">-\n  Two lines that\n  are one.", "Two lines that are one."),
        (">-\n  Two lines that\n  are one.", "Two\n  lines that are\n  one."),
        (">-\n  Two lines that\n", "|\n  Two  lines that\n"),
        (">-\n  Two lines that\n  are one.", "'Two lines that are one.'"),
        ("claimant: null", "claimant: ~"),
        ("claimant: null", "claimant:"),
        ("2031-03\n", "'2031-03'\n"),
        ("|\n  First", "|-\n  First"),
        ("|\n  First", "|\n\n  First"),
        ("topics:\n  - harbour-ferry\n  - town-budget", "topics: [harbour-ferry, town-budget]"),
        ("  - date: 2031-03-10\n    kind: published", "  - kind: published\n    date: 2031-03-10"),
        ("format: 1\nclaim", "claim"),
        ("format: 1\n", "format: 1\ntranslations:\n  uk:\n    title: Пором\n"),
    ],
)
def test_layout_and_translations_are_no_part_of_the_digest(old: str, new: str) -> None:
    changed = TEXT.replace(old, new, 1)
    changed += "" if "format" in changed else "format: 1\n"
    assert changed != TEXT
    assert digest_of(changed) == digest_of(TEXT) == as_described(changed)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("summer, and", "summer and"),
        ("claimant: null", "claimant: 'null'"),
        ("claimant: null\n", ""),
        ("  - harbour-ferry\n  - town-budget", "  - town-budget\n  - harbour-ferry"),
        ("First.\n\n", "First.\n"),
        ("- second", " - second"),
        ("in winter", "in\u00a0winter"),
    ],
)
def test_what_is_said_is_part_of_the_digest(old: str, new: str) -> None:
    changed = TEXT.replace(old, new, 1)
    assert changed != TEXT
    assert digest_of(changed) != digest_of(TEXT)
    assert digest_of(changed) == as_described(changed)


# --- the file --------------------------------------------------------------------------------

LETTERS = st.characters(exclude_categories=["Cs", "Cn", "Co"], exclude_characters="\t\r")
LINES = st.text(LETTERS, max_size=120).filter(
    lambda text: not FORBIDDEN.search(text) and yamltext.decode(text.encode(), "")[1] == []
)
VALUES = st.recursive(
    st.none() | LINES | LINES.map(collapse),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["analysis", "no", "1", "a b", "x:"]), VALUES, min_size=1))
def test_what_is_frozen_reads_as_it_was(data: dict[str, Data]) -> None:
    frozen = canonical(data)
    again = parsed(yamltext.dump_record(frozen)).data
    assert again == frozen
    assert canonical(again) == frozen
    assert digest(again) == digest(data)


def test_long_text_is_folded_and_lines_stay_lines() -> None:
    long = "word " * 40 + "end: # of 'it'"
    data: dict[str, Data] = {"a": long, "b": "x\n\n- y", "on": "2031-03-10", "l": ["no"], "n": None}
    rows = yamltext.dump_record(data).splitlines()
    assert (rows[0], rows[3]) == ("a: >-", "  word word word word end: # of 'it'")
    assert [len(row) for row in rows[1:3]] == [91, 91]
    assert rows[4:] == ["b: |-", "  x", "", "  - y", "on: 2031-03-10", "l:", "  - no", "n: null"]


@pytest.mark.parametrize("file", EVERY, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_keys_stand_in_the_order_of_the_schema(file: Path) -> None:
    text = file.read_text("utf-8")
    versions = load_sound(TOY).versions[file.parent.name]
    record = next(v.record for v in versions if v.digest == file.stem)
    data = dict(reversed(parsed(text).data.items()))
    assert yamltext.dump_record(arranged(data, record)) == text


# --- reading ---------------------------------------------------------------------------------


def test_versions_are_read_oldest_first() -> None:
    corpus = load_sound(TOY)
    assert {id_: [v.date for v in found] for id_, found in corpus.versions.items()} == {
        "clock-stands-still": [date(2031, 3, 10), date(2031, 3, 13)],
        "ferry-cost": [date(2031, 3, 11)],
        "mayor-keeps-ferry": [date(2031, 3, 10), date(2031, 3, 12)],
        "vote-was-unanimous": [date(2031, 3, 10), date(2031, 3, 14)],
    }
    for found in corpus.versions.values():
        for before, after in pairwise(found):
            entries = before.record.history
            assert after.record.history[: len(entries)] == entries
    vote = corpus.versions["vote-was-unanimous"]
    assert [v.record.verdict for v in vote] == ["unproven", "inaccurate"]
    assert vote[-1].record == corpus.claims["vote-was-unanimous"]


def freeze(root: Path, claim: str, text: str) -> str:
    name = digest_of(text)
    path = root / reading.version_file(claim, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return name


def test_of_versions_with_one_history_that_of_today_is_the_last(toy: Path, edit: Edit) -> None:
    text = (toy / COST).read_text("utf-8")
    later = text.replace("reviewed_on: 2031-03-11", "reviewed_on: 2031-03-13")
    names = [freeze(toy, "ferry-cost", later.replace("same figure", word)) for word in ("a", "b")]
    older = [freeze(toy, "ferry-cost", text.replace("same figure", word)) for word in ("c", "d")]
    found = [v.digest for v in load_sound(toy).versions["ferry-cost"]]
    assert found == [*sorted(older), *sorted(names), "575fcc7fc2c79947"]
    edit(COST, "The minutes give the same figure.", "The minutes give the d.")
    found = [v.digest for v in load_sound(toy).versions["ferry-cost"]]
    assert set(found[:2]) == {older[0], "575fcc7fc2c79947"}
    assert found[-1] == older[1]


def test_a_renamed_claim_keeps_its_versions(toy: Path) -> None:
    (toy / COST).rename(toy / "claims/2031/cost-of-the-ferry.yml")
    (told,) = all_problems(toy)
    assert (told.code, told.position.file) == ("deleted-claim", "claims/2031/cost-of-the-ferry.yml")
    assert "put 'ferry-cost' into its 'former_ids'" in told.hint
    assert told.mend is not None
    renamed = toy / "claims/2031/cost-of-the-ferry.yml"
    renamed.write_text(told.mend.written_into(renamed.read_text("utf-8")), "utf-8")
    corpus = load_sound(toy)
    assert [v.record.id for v in corpus.versions["cost-of-the-ferry"]] == ["cost-of-the-ferry"]
    assert "ferry-cost" not in corpus.versions
    assert all_problems(toy) == []


def test_a_renamed_claim_with_changes_is_told_once(toy: Path) -> None:
    # Two claims that name the id are reported as well: that the id is unknown.
    (toy / FERRY).rename(toy / "claims/the-ferry.yml")
    told = [p for p in all_problems(toy) if p.code in ("deleted-claim", "missing-version")]
    assert [(p.code, p.position.file) for p in told] == [("deleted-claim", "claims/the-ferry.yml")]
    assert told[0].mend is None  # it has former ids already


def test_another_claim_with_the_same_history_is_no_heir(toy: Path) -> None:
    path = (toy / COST).rename(toy / "claims/other.yml")
    text = path.read_text("utf-8")
    text = re.sub(r"(?m)^(claim|title): .*", r"\1: The cost of another thing.", text)
    path.write_text(text, "utf-8")
    (told,) = [p for p in all_problems(toy) if p.code == "deleted-claim"]
    assert told.position.file.startswith(f"{reading.VERSIONS}/ferry-cost/")


def test_a_claim_without_any_version_may_have_had_another_id(toy: Path) -> None:
    for path in (toy / reading.VERSIONS / "mayor-keeps-ferry").iterdir():
        path.unlink()
    (told,) = [p for p in all_problems(toy) if p.code == "missing-version"]
    assert told.hint.endswith("if it had another id before, put that into 'former_ids'")


def test_a_deleted_claim_is_told_once(toy: Path) -> None:
    (toy / FERRY).unlink()
    told = [p for p in all_problems(toy) if p.code == "deleted-claim"]
    folder = f"{reading.VERSIONS}/mayor-keeps-ferry/"
    assert [p.position.file for p in told] == [f"{folder}551774f55f39d379.yml"]


def test_a_claim_that_cannot_be_parsed_may_hold_the_former_id(toy: Path, edit: Edit) -> None:
    (toy / COST).rename(toy / "claims/cost-of-the-ferry.yml")
    edit("claims/cost-of-the-ferry.yml", "asks: fact", "asks: fact # or said")
    assert [p.code for p in all_problems(toy)] == ["comment-in-text"]


def test_a_broken_claim_keeps_its_versions(toy: Path, edit: Edit) -> None:
    edit(COST, "asks: fact", "asks: facts")
    assert [p.code for p in all_problems(toy)] == ["not-a-choice"]


def test_a_spoilt_version_silences_the_rules_that_need_it(toy: Path) -> None:
    file = reading.version_file("mayor-keeps-ferry", "95071bcf17be91f9")
    (toy / file).write_bytes(b"\xff")
    assert [(p.code, p.position.file) for p in all_problems(toy)] == [("bad-version", file)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("status: published", "status: draft", "a draft was frozen"),
        ("asks: fact", "asks: facts", "'facts' is not one of the words for 'asks'"),
    ],
)
def test_a_version_that_was_never_published(toy: Path, old: str, new: str, said: str) -> None:
    text = (toy / COST).read_text("utf-8").replace(old, new)
    name = freeze(toy, "ferry-cost", text)
    (problem,) = all_problems(toy)
    assert problem.position.file == reading.version_file("ferry-cost", name)
    assert (problem.code, problem.message[: len(said)]) == ("bad-version", said)


def test_a_version_of_a_newer_program(toy: Path) -> None:
    text = (toy / COST).read_text("utf-8").replace("format: 1", "format: 3")
    freeze(toy, "ferry-cost", text)
    (problem,) = all_problems(toy)
    assert (problem.code, problem.hint) == ("newer-format", "update the program")


def test_a_version_of_format_0_is_read_and_stays_as_it_is(toy: Path) -> None:
    text = (toy / COST).read_text("utf-8").replace("format: 1\n", "")
    name = freeze(toy, "ferry-cost", text)
    found = load_sound(toy).versions["ferry-cost"]
    assert {v.digest: v.record.format for v in found} == {name: 1, "575fcc7fc2c79947": 1}


def test_a_version_with_other_line_ends_is_the_same(toy: Path) -> None:
    path = toy / reading.version_file("ferry-cost", "575fcc7fc2c79947")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert all_problems(toy) == []


def test_a_corpus_without_versions(toy: Path, edit: Edit) -> None:
    for file in sorted((toy / reading.VERSIONS).glob("*/*")):
        file.unlink()
    edit(FERRY, "status: published", "status: draft")
    corpus = load_sound(toy)
    assert (corpus.versions, corpus.unread) == ({}, frozenset())


def test_versions_of_drafts_are_not_public(toy: Path, edit: Edit) -> None:
    edit(FERRY, "status: published", "status: draft")
    corpus = load_sound(toy)
    assert "mayor-keeps-ferry" in corpus.versions
    shown = publication.public(corpus).versions
    assert sorted(shown) == ["clock-stands-still", "ferry-cost", "vote-was-unanimous"]


def test_positions_in_a_version(toy: Path) -> None:
    version = load_sound(toy).versions["ferry-cost"][0]
    at = version.document.at(("verdict",))
    assert (at.file, at.line) == (reading.version_file("ferry-cost", "575fcc7fc2c79947"), 12)
    assert version.record.id == "ferry-cost"


def test_two_versions_that_differ_in_the_verdict_without_an_entry(toy: Path) -> None:
    text = (toy / COST).read_text("utf-8").replace("verdict: accurate", "verdict: unproven")
    name = freeze(toy, "ferry-cost", text)
    (problem,) = all_problems(toy)
    # The version of today is the newest; the forged one before it says another verdict.
    assert problem.position.file == reading.version_file("ferry-cost", "575fcc7fc2c79947")
    assert problem.code == "verdict-history"
    assert name != "575fcc7fc2c79947"
