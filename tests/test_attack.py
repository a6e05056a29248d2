"""What a word list brings against a seal: nothing where it is closed, the text where it is open."""

from __future__ import annotations

from hashlib import sha256

from benchmarks.attack_seals import attack, attack_all, words_of
from generator import corpus
from generator.passages.captured import CapturedText
from tests.conftest import TOY, TOY_ARCHIVE
from tests.hosted import ROOT

TEXTS = {file.stem: file.read_text("utf-8") for file in TOY_ARCHIVE.glob("*.txt")}


def test_open_seal_gives_its_text_away_and_a_closed_one_nothing() -> None:
    closed, opened = attack_all(TOY, words_of(*TEXTS.values()))
    assert (closed.kind, len(closed.rebuilt), closed.share) == ("closed", 0, 0.0)
    assert closed.tries > 100_000
    assert (opened.kind, opened.share) == ("open", 1.0)
    true = CapturedText.of(TEXTS[opened.source]).words
    assert {number: true[number] for number in opened.rebuilt} == opened.rebuilt


def test_records_alone_rebuild_part_of_an_open_text() -> None:
    _, opened = attack_all(TOY, set())
    assert 0 < opened.share < 1


def test_own_seals_give_nothing_away() -> None:
    found = attack_all(ROOT, set())
    assert [one.kind for one in found] == ["closed"] * 5
    assert {one.source: one.rebuilt for one in found if one.rebuilt} == {}
    assert all(one.unquoted > 100 for one in found)


def test_attack_would_see_a_word_under_a_known_salt() -> None:
    sources, _ = corpus.load_sources(TOY)
    seal, source = sources.seals["otterby-herald-ferry"], sources.sources["otterby-herald-ferry"]
    assert seal.kind == "closed"
    proof = seal.passages["vote"]
    (run,) = proof.runs
    # As if one salt had served for the whole text: a leaf stands in the path under it.
    leaf = sha256(b"\x00" + run.salts[:16] + b"harbour").digest()
    weak = run.model_copy(update={"path": run.path + leaf})
    proofs = {**seal.passages, "vote": proof.model_copy(update={"runs": [weak]})}
    outcome = attack(seal.model_copy(update={"passages": proofs}), source, {"harbour"})
    assert list(outcome.rebuilt.values()) == ["harbour"]
