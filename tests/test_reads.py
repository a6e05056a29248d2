"""What is recorded of a computation's reads, and how reads are judged by another corpus."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

import pytest

from generator import corpus, site
from generator.corpus import Corpus
from generator.links import Links
from generator.reads import Memo, Recorded, RecordedSet, note, once, recording
from generator.records import Kind
from generator.watched import Digests, watched
from tests.conftest import TOY

if TYPE_CHECKING:
    from pathlib import Path

    from generator.records import Claim


@dataclass
class Office:
    values: Recorded[str, int]

    @once
    def total(self) -> int:
        """Add all values up."""
        return sum(self.values.values())


def test_each_read_of_a_mapping_is_recorded() -> None:
    seen = Recorded("numbers", {"a": 1, "b": 2})
    with recording() as reads:
        assert seen["a"] == 1
        assert seen.get("b") == 2
        assert seen.get("c") is None
        assert "d" not in seen
    assert reads == {("numbers", key) for key in "abcd"}


@pytest.mark.parametrize("walk", [list, len, dict, lambda it: list(it.items())])
def test_going_through_it_counts_as_all(walk: object) -> None:
    seen = Recorded("numbers", {"a": 1})
    with recording() as reads:
        assert callable(walk)
        walk(seen)
    assert ("numbers", None) in reads


def test_reads_of_a_set_are_recorded() -> None:
    seen = RecordedSet("names", {"a"})
    with recording() as reads:
        assert "a" in seen
        assert "b" not in seen
    assert reads == {("names", "a"), ("names", "b")}


def test_whoever_records_outside_learns_the_same() -> None:
    with recording() as outer:
        note("before")
        with recording() as inner:
            note("inside")
        note("after")
    assert inner == {("inside", None)}
    assert outer == {("before", None), ("inside", None), ("after", None)}


def test_what_is_computed_once_is_a_read_of_each_who_uses_it() -> None:
    office = Office(Recorded("numbers", {"a": 1, "b": 2}))
    with recording() as first:
        assert office.total == 3
    with recording() as second:
        assert office.total == 3
    assert first == second == {("numbers", None)}


def test_what_is_kept_by_key_is_a_read_of_each_who_uses_it() -> None:
    seen = Recorded("numbers", {"a": 1, "b": 2})
    double = Memo[str, int](lambda key: 2 * seen[key])
    with recording() as first:
        assert double("a") == 2
    with recording() as second:
        assert (double("a"), double("b")) == (2, 4)
    assert first == {("numbers", "a")}
    assert second == {("numbers", "a"), ("numbers", "b")}


def test_every_field_of_a_corpus_is_watched_or_part_of_the_settings() -> None:
    whole = {"publisher", "ratings", "rating_document", "rules", "today", "mark"}
    told = watched(_toy())
    noted = {
        f.name for f in fields(Corpus) if isinstance(getattr(told, f.name), (Recorded, RecordedSet))
    }
    assert noted | whole == {f.name for f in fields(Corpus)}
    computed = {name for name, value in vars(Corpus).items() if hasattr(value, "attrname")}
    assert computed <= set(vars(type(told)))
    assert all(isinstance(getattr(told.links, f.name), Recorded) for f in fields(Links))


def _toy() -> Corpus:
    found, problems = corpus.load(TOY)
    assert found is not None, problems
    return found


def test_a_watched_corpus_hands_out_the_same() -> None:
    plain = _toy()
    told = watched(plain)
    for name in ("claims", "sources", "verified", "rank", "modified", "digests", "spellings"):
        assert dict(getattr(told, name)) == dict(getattr(plain, name))
    assert (told.newest_claims, told.as_of) == (plain.newest_claims, plain.as_of)


def _edited(tmp_path: Path, file: str, old: str, new: str) -> Corpus:
    root = tmp_path / "edited"
    shutil.copytree(TOY, root)
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), "utf-8")
    inputs, problems = site.read(root)
    assert inputs is not None, problems
    return inputs.corpus


def _changed(before: Digests, after: Digests, claim: Claim) -> set[str]:
    places = ("claims", "rank", "versions", "digests")
    return {p for p in places if before.of((p, claim.id)) != after.of((p, claim.id))}


def test_an_edit_changes_the_digests_of_what_it_touches_alone(tmp_path: Path) -> None:
    plain = _toy()
    claim, other = list(plain.claims.values())[:2]
    file = plain.documents[Kind.CLAIM, claim.id].file
    edited = _edited(tmp_path, file, "title: ", "title: Once more, ")
    before, after = Digests(corpus=plain), Digests(corpus=edited)
    assert _changed(before, after, claim) == {"claims"} | (
        {"digests"} if claim.id in plain.versions else set()
    )
    assert _changed(before, after, other) == set()
    assert before.of(("claims", None)) != after.of(("claims", None))
    assert before.of(("people", None)) == after.of(("people", None))
    assert before.settings == after.settings


def test_what_is_wrong_with_records_is_a_read_too() -> None:
    told, plain = watched(_toy()), _toy()
    with recording() as reads:
        assert (Kind.CLAIM, "x") not in told.broken
        assert "x" not in told.unread
        assert told.named == plain.named
    assert reads == {("broken", (Kind.CLAIM, "x")), ("unread", "x"), ("documents", None)}
    now = Digests(corpus=replace(plain, broken=frozenset({(Kind.CLAIM, "x")})))
    changed = [now.of(read) != Digests(corpus=plain).of(read) for read in sorted(reads, key=str)]
    assert changed == [True, False, False]


def test_a_seal_is_part_of_what_was_compared() -> None:
    plain = _toy()
    reference = next(iter(plain.verified))
    source = reference.partition("#")[0]
    with recording() as reads:
        assert watched(plain).verified[reference]
    (read,) = reads
    digests = Digests(corpus=plain)
    assert digests.of(read)
    assert digests.of(read) != digests.of(("sources", source))


def test_what_is_not_there_has_an_empty_digest() -> None:
    digests = Digests(corpus=_toy())
    reads = [(place, "nothing-of-this-name") for place in ("claims", "sources", "verified")]
    assert [digests.of(read) for read in reads] == ["", "", ""]
