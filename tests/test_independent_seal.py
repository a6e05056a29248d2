"""Two programs that share no code judge alike: the generator, and one written from SEALS.md."""

from __future__ import annotations

import json
import unicodedata
from base64 import b64encode
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.characters import without_layout
from generator.passages import closed, opened, seal
from generator.passages.captured import CapturedText
from generator.passages.quotation import Quotation
from generator.passages.seal import ClosedSeal, OpenSeal
from generator.passages.tokens import folded, inner, spans, tokenize
from generator.passages.verify import compare
from tests import independent_seal as other
from tests.conftest import TOY, TOY_ARCHIVE, own_archive
from tests.hosted import ROOT
from tests.tampering import EDITS, VARIANTS, changed, closed_cases, fitting, open_cases, several

if TYPE_CHECKING:
    from tests.tampering import Case

VECTORS = Path(__file__).parent / "vectors" / "seal-1.json"
FILES = sorted([*ROOT.glob("content/sources/*.json"), *TOY.glob("content/sources/*.json")])
SEALS = {file.name.partition(".")[0]: other.read(file.read_bytes()) for file in FILES}
CASES = [*closed_cases(ROOT), *closed_cases(TOY), *open_cases(TOY, TOY_ARCHIVE)]
CHARACTERS = "abX129_.,:/-–—−‐'’ʼ\"“”… \n\u00a0²½éﬁ()[]\u0301\u0338\u200b\x01क्"


def judged(case: Case, *quoted: str) -> str:
    source, _, passage = case.name.partition("#")
    return other.judge(SEALS[source], passage, *quoted)


def test_seals_of_both_corpora_are_at_hand() -> None:
    assert [found["kind"] for found in SEALS.values()].count("closed") == 6
    assert [found["kind"] for found in SEALS.values()].count("open") == 1


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_both_accept_what_is_published(case: Case) -> None:
    assert judged(case, *case.quoted) == case.judge(case.quoted).value == "verbatim"


@pytest.mark.parametrize("name", [*EDITS, *VARIANTS])
def test_both_judge_changed_quotations_alike(name: str) -> None:
    change, random = (EDITS | VARIANTS)[name], Random(1)
    for case in fitting(change, CASES):
        after = changed(change, case.quoted, random)
        for quoted in filter(None, [after, after and several(after, random)]):
            assert judged(case, *quoted) == case.judge(quoted).value, (case.name, quoted)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_both_judge_omissions_alike(case: Case) -> None:
    words, random = case.quoted.quote.split(), Random(1)
    for _ in range(20):
        start, end = sorted(random.sample(range(len(words) + 1), 2))
        quote = " ".join([*words[:start], "[…]", *words[end:]])
        quoted = case.quoted._replace(quote=quote)
        assert judged(case, *quoted) == case.judge(quoted).value, quoted


@pytest.mark.parametrize("key", ["at", "salts", "path", "written"])
def test_both_refuse_a_changed_proof_alike(key: str) -> None:
    for case in closed_cases(ROOT):
        source, _, passage = case.name.partition("#")
        data = json.loads(json.dumps(SEALS[source]))
        for run in data["passages"][passage]["runs"]:
            del run["place"]
        run = data["passages"][passage]["runs"][0]
        if isinstance(run[key], int):
            run[key] += 1
        else:
            run[key] = ("B" if run[key][0] == "A" else "A") + run[key][1:]
        own = seal.parse(json.dumps(data).encode())
        assert isinstance(own, ClosedSeal)
        state = closed.compare(Quotation.of(*case.quoted), passage, own).state
        assert state == ("typography" if key == "written" else "not-found")
        assert state == other.judge(data, passage, *case.quoted)


@pytest.mark.parametrize("key", ["salts", "check", "path", "written", "at", "shingles", "inner"])
def test_seal_with_a_wrong_length_is_none(key: str) -> None:
    kind = "open" if key in {"shingles", "inner"} else "closed"
    data = json.loads(json.dumps(next(s for s in SEALS.values() if s["kind"] == kind)))
    part = data if kind == "open" else next(iter(data["passages"].values()))["runs"][0]
    if key == "at":
        part["at"] = data["tokens"] - part["tokens"] + 1
    elif key == "inner":
        part["inner"] = [*part["inner"], data["tokens"] + 1]
    else:
        part[key] = b64encode(other.unpack(part[key])[:-1]).decode()
    with pytest.raises(ValueError, match=r"bytes|behind|order"):
        other.read(json.dumps(data).encode())


PLACES = {
    "before its token": {"start": 1, "end": 90},
    "too short": {"start": 200, "end": 202},
    "turned round": {"start": 300, "end": 200},
    "no number": {"start": "200", "end": 300},
    "no end": {"start": 200},
    "one more key": {"start": 200, "end": 300, "at": 1},
    "too great": {"start": 200, "end": 2**60},
}


@pytest.mark.parametrize("name", PLACES)
def test_place_that_cannot_be_is_refused(name: str) -> None:
    data = json.loads(json.dumps(SEALS["otterby-herald-ferry"]))
    data["passages"]["vote"]["runs"][0]["place"] = PLACES[name]
    with pytest.raises(seal.SealError, match="place"):
        seal.parse(json.dumps(data).encode())
    if name != "too great":
        with pytest.raises((ValueError, TypeError)):
            other.read(json.dumps(data).encode())


@pytest.mark.parametrize("missing", [0, 1])
def test_either_all_runs_have_a_place_or_none(missing: int) -> None:
    data = json.loads(json.dumps(SEALS["otterby-herald-ferry"]))
    runs = data["passages"]["promised-boat"]["runs"]
    del runs[missing]["place"]
    for read, error in ((seal.parse, seal.SealError), (other.read, ValueError)):
        with pytest.raises(error, match="place"):
            read(json.dumps(data).encode())
    del runs[1 - missing]["place"]
    own = seal.parse(json.dumps(data).encode())
    assert other.read(json.dumps(data).encode()) == json.loads(seal.dump(own))


def test_runs_do_not_change_places() -> None:
    data = json.loads(json.dumps(SEALS["otterby-herald-ferry"]))
    one, two = data["passages"]["promised-boat"]["runs"]
    two["place"]["start"] = one["place"]["end"]
    for read, error in ((seal.parse, seal.SealError), (other.read, ValueError)):
        with pytest.raises(error, match="place"):
            read(json.dumps(data).encode())


def test_every_character_is_of_the_same_kind() -> None:
    # The planes of letters and marks; beyond them stands nothing but private characters.
    for code in [*range(0xD800), *range(0xE000, 0x20000), *range(0xE0000, 0xE1000)]:
        char = chr(code)
        assert other.words(char) == folded(char), hex(code)
        kept = " " if other.is_control(code) else "" if other.is_layout(code) else char
        assert unicodedata.normalize("NFC", kept) == without_layout(char), hex(code)


@settings(derandomize=True, deadline=None, max_examples=1_000)
@given(st.text(st.sampled_from(CHARACTERS)) | st.text())
def test_every_text_has_the_same_tokens(text: str) -> None:
    normal = unicodedata.normalize("NFC", text)
    assert [tuple(token) for token in tokenize(normal)] == other.tokens(normal)
    assert sorted(inner(normal, spans(normal))) == other.inner(normal)
    assert list(Quotation.of(text).parts) == other.parts(text)


# --- with the text at hand ---------------------------------------------------------------


def check_text(source: str, raw: bytes) -> None:
    sealed = SEALS[source]
    text, removed = other.canonical(raw)
    assert sealed["captured"] == {"sha256": other.sha256(raw).hex(), "bytes": len(raw)}
    assert sealed["canonical"] == {"sha256": other.sha256(text.encode()).hex(), "removed": removed}
    assert sealed["tokens"] == len(other.words(text))
    if sealed["kind"] == "closed":
        assert sealed["root"] == other.root(text)
        check_places(source, text)
        return
    hashes = other.shingles(other.words(text), sealed["shingle"], other.sha256(text.encode()))
    assert other.unpack(sealed["shingles"]) == b"".join(hashes)
    assert other.unpack(sealed["written"]) == b"".join(other.written(text))
    assert sealed["inner"] == other.inner(text)


def check_places(source: str, text: str) -> None:
    cases = {case.name: case for case in CASES}
    for passage, proof in SEALS[source]["passages"].items():
        places = [(run["place"]["start"], run["place"]["end"]) for run in proof["runs"]]
        written = [other.blanks_as_one(text[start:end]) for start, end in places]
        assert written == other.parts(cases[f"{source}#{passage}"].quoted.quote)


def test_seals_of_the_toy_corpus_are_made_again() -> None:
    for file in TOY_ARCHIVE.glob("*.txt"):
        check_text(file.stem, file.read_bytes())


def test_seals_of_the_five_sources_are_made_again() -> None:
    folder = own_archive()
    files = sorted(folder.glob("*.txt"))
    if not files:
        pytest.skip(f"the captured texts are not at {folder}: set FACTCHECK_ARCHIVE")
    own = {case.name.partition("#")[0] for case in closed_cases(ROOT)}
    assert {file.stem for file in files} == own
    for file in files:
        check_text(file.stem, file.read_bytes())


# --- test vectors ------------------------------------------------------------------------


def test_vectors_are_those_of_the_other_program() -> None:
    assert json.loads(VECTORS.read_text("utf-8")) == other.vectors()


def test_generator_agrees_with_the_vectors() -> None:
    vectors = json.loads(VECTORS.read_text("utf-8"))
    for row in vectors["tokens"]:
        normal = unicodedata.normalize("NFC", row["text"])
        assert folded(normal) == row["tokens"]
        assert sorted(inner(normal, spans(normal))) == row["inner"]
    for row in vectors["quotations"]:
        quotation = Quotation.of(row["quote"])
        assert (list(quotation.parts), list(quotation.runs)) == (row["parts"], row["runs"])
    wanted, tree_wanted, open_wanted = vectors["text"], vectors["closed"], vectors["open"]
    text = CapturedText.of(bytes.fromhex(wanted["captured"]).decode("utf-8-sig"))
    assert (text.text, text.removed) == (wanted["canonical"], wanted["removed"])
    assert (text.sha256, text.words) == (wanted["sha256"], wanted["tokens"])
    assert sorted(text.inner) == wanted["inner"]
    tree = closed.Tree(text)
    assert tree.salts.hex() == "".join(tree_wanted["salts"])
    assert [leaf.hex() for leaf in tree.rows[0]] == tree_wanted["leaves"]
    assert tree.root == tree_wanted["root"]
    proof = tree_wanted["proof"]
    quote = text.as_written(proof["at"], proof["at"] + proof["tokens"])
    quotation = Quotation.of(f"“{quote}")  # it begins with a mark, which would be left out
    made = tree.prove(quotation, compare(quotation, text)).runs[0]
    assert (made.at, made.tokens) == (proof["at"], proof["tokens"])
    assert made.place is not None
    assert made.place.model_dump() == proof["place"]
    blobs = (made.salts.hex(), made.path.hex(), made.check.hex())
    assert blobs == (proof["salts"], proof["path"], proof["check"])
    head = {"source": "tiny", "extractor": "plain/1"}
    sealed = opened.seal(
        text,
        **seal.head(
            **head,
            captured=seal.Captured(sha256="0" * 64, bytes=0),
            canonical=seal.Canonical(sha256=text.sha256, removed=text.removed),
        ),
    )
    assert isinstance(sealed, OpenSeal)
    assert (sealed.shingle, sealed.inner) == (open_wanted["shingle"], wanted["inner"])
    assert sealed.shingles.hex() == "".join(open_wanted["shingles"])
    assert sealed.written.hex() == "".join(open_wanted["written"])
    index = opened.Index(sealed)
    for row in open_wanted["judged"]:
        assert index.compare(Quotation.of(row["quote"])).state == row["state"], row
