"""Seal files from strangers: exactly one seal is read, anything else is one clear problem."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import corpus, quotations, reading, sealing
from generator.passages import closed, merkle, opened
from generator.passages.archive import Archived
from generator.passages.captured import CapturedText
from generator.passages.quotation import Quotation, State
from generator.passages.seal import (
    MAX_BYTES,
    Captured,
    ClosedSeal,
    OpenSeal,
    SealError,
    dump,
    parse,
)
from tests.conftest import TOY
from tests.test_verification import SEAL, told, verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CLOSED = (TOY / SEAL).read_bytes()
OPEN = (TOY / reading.seal_of("otterby-minutes-march")).read_bytes()


@pytest.mark.parametrize("raw", [CLOSED, OPEN])
def test_seal_is_written_as_it_was_read(raw: bytes) -> None:
    assert dump(parse(raw)) == raw


def change(raw: bytes, *path: str | int, to: Any) -> bytes:
    data = json.loads(raw)
    here = data
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = to
    return json.dumps(data).encode()


RUN = ("passages", "vote", "runs", 0)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "not JSON"),
        (b"[]", "valid dictionary"),
        (b"{", "not JSON"),
        (b"\xff", "not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"kind": "closed", "kind": "open"}', "stands twice"),
        (b'{"tokens": NaN}', "NaN is not JSON"),
        (b'{"tokens": ' + b"9" * 5000 + b"}", "digits"),
        (b" " * (MAX_BYTES + 1), "bytes"),
        (change(CLOSED, "kind", to="both"), "kind"),
        (change(CLOSED, "format", to="factcheck-seal/2"), "format"),
        (change(CLOSED, "more", to=1), "more"),
        (change(CLOSED, "tokens", to="154"), "tokens"),
        (change(CLOSED, "tokens", to=154.0), "tokens"),
        (change(CLOSED, "tokens", to=-1), "tokens"),
        (change(CLOSED, "tokens", to=True), "tokens"),
        (change(CLOSED, "root", to="AB" * 32), "root"),
        (change(CLOSED, "source", to="../x"), "source"),
        (change(CLOSED, "passages", "../x", to={}), "passages"),
        (change(CLOSED, *RUN, "salts", to="a"), "not base64"),
        (change(CLOSED, *RUN, "salts", to="AB=="), "shortest"),
        (change(CLOSED, *RUN, "salts", to=None), "base64"),
        (change(CLOSED, *RUN[:-1], to=[]), "runs"),
        (change(OPEN, "shingle", to=1), "shingle"),
        (change(OPEN, "inner", to=["1"]), "inner"),
    ],
)
def test_anything_else_is_refused(raw: bytes, said: str) -> None:
    with pytest.raises(SealError, match=said):
        parse(raw)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_seal_or_an_error(raw: bytes) -> None:
    with pytest.raises(SealError):
        parse(raw)


@settings(max_examples=300)
@given(st.integers(0, len(CLOSED) - 1), st.integers(0, 255))
def test_a_changed_byte_is_refused_or_changes_nothing_proven(at: int, byte: int) -> None:
    raw = CLOSED[:at] + bytes([byte]) + CLOSED[at + 1 :]
    try:
        seal = parse(raw)
    except SealError:
        return
    assert isinstance(seal, ClosedSeal)
    sources, _ = corpus.load_sources(TOY)
    source = sources.sources["otterby-herald-ferry"]
    for result in quotations.compare(source, seal, 3).values():
        # Such bytes say how the capture writes the words, or name the source and the capture;
        # those that carry the proof leave nothing to stand on.
        assert result.state in State
        if result.state.holds:
            assert seal.root == json.loads(CLOSED)["root"]


@pytest.mark.parametrize("field", ["salts", "path"])
def test_every_bit_of_a_proof_counts(field: str) -> None:
    sources, _ = corpus.load_sources(TOY)
    source = sources.sources["otterby-herald-ferry"]
    whole = b64decode(json.loads(CLOSED)["passages"]["vote"]["runs"][0][field])
    for at in range(len(whole)):
        bent = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        seal = parse(change(CLOSED, *RUN, field, to=b64encode(bent).decode()))
        assert quotations.compare(source, seal, 3)["vote"].state is State.NOT_FOUND


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("tokens",), 155),
        (("root",), "00" * 32),
        ((*RUN, "at"), 36),
        ((*RUN, "tokens"), 7),
        (("passages", "vote", "prefix"), 1),
        (("passages", "vote", "suffix"), 1),
        ((*RUN, "path"), ""),
        ((*RUN, "salts"), ""),
    ],
)
def test_changed_numbers_prove_nothing(path: tuple[str | int, ...], value: object) -> None:
    sources, _ = corpus.load_sources(TOY)
    source = sources.sources["otterby-herald-ferry"]
    try:
        seal = parse(change(CLOSED, *path, to=value))
    except SealError as error:
        assert "lengths that do not agree" in str(error)  # noqa: PT017 - refused on reading, too
        return
    assert quotations.compare(source, seal, 3)["vote"].state is State.NOT_FOUND


def test_runs_out_of_order_prove_nothing() -> None:
    sources, _ = corpus.load_sources(TOY)
    source = sources.sources["otterby-herald-ferry"]
    passage = source.passages["promised-boat"]
    swapped = passage.model_copy(
        update={"quote": "they will have a boat. […] The islanders were promised a boat"}
    )
    runs = json.loads(CLOSED)["passages"]["promised-boat"]["runs"]
    for run in runs:
        del run["place"]
    seal = parse(change(CLOSED, "passages", "promised-boat", "runs", to=runs[::-1]))
    assert isinstance(seal, ClosedSeal)
    found = closed.compare(quotations.of(swapped), "promised-boat", seal)
    assert found.state is State.NOT_FOUND


@given(st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=40), st.data())
def test_proofs_of_any_range_lead_to_the_root(words: list[str], data: st.DataObject) -> None:
    tree = closed.Tree(CapturedText.of(" ".join(words)))
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    path = merkle.proof(tree.rows, start, end)
    leaves = list(tree.rows[0][start:end])
    found = merkle.root_of(leaves, start, len(words), path)
    assert found is not None
    assert found.hex() == tree.root
    for other in (start - 1, start + 1):
        assert merkle.root_of(leaves, other, len(words), path) != found
    assert merkle.root_of(leaves, start, len(words) + 1, path) != found
    assert merkle.root_of(leaves, start, len(words), path + b"\0" * 32) is None


@pytest.mark.parametrize(("hidden", "is_placed"), [(40, False), (41, False), (42, True)])
def test_place_is_told_only_where_enough_stays_hidden(hidden: int, *, is_placed: bool) -> None:
    sources, _ = corpus.load_sources(TOY)
    whole = sources.sources["otterby-herald-ferry"]
    source = whole.model_copy(update={"passages": {"vote": whole.passages["vote"]}})
    raw = " ".join([source.passages["vote"].quote, *(f"word{n}" for n in range(hidden))])
    captured = Captured(sha256="0" * 64, bytes=len(raw))
    archived = Archived(source=source.id, raw=raw, extractor="plain/1", captured=captured)
    seal, problems = sealing.make(sources, source, archived)
    assert problems == []
    assert isinstance(seal, ClosedSeal)
    (run,) = seal.passages["vote"].runs
    assert (run.place is not None) == is_placed
    assert (b"place" in dump(seal)) == is_placed


def test_nothing_of_the_text_is_in_a_closed_seal() -> None:
    text = (TOY.parent / "toy_archive/otterby-herald-ferry.txt").read_text("utf-8")
    held = CLOSED.decode().replace("promised-boat", "")
    assert [word for word in text.split() if len(word) > 5 and word in held] == []


# --- what a contributor is told ---------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"{", "the seal cannot be read: not JSON"),
        (change(CLOSED, "source", to="another"), "the seal is that of 'another'"),
        (OPEN.replace(b"otterby-minutes-march", b"otterby-herald-ferry"), "'seal: closed'"),
    ],
)
def test_bad_seal_is_one_problem_of_its_file(toy: Path, raw: bytes, said: str) -> None:
    (toy / SEAL).write_bytes(raw)
    result = verify(toy, "--format", "json")
    assert result.exit_code == 1
    bad = [message for _, _, code, message in told(result) if code == "bad-seal"]
    assert len(bad) == 1
    assert said in bad[0]


def test_seal_without_a_source_is_told(toy: Path, write: Callable[[str, str], Path]) -> None:
    write("content/sources/nobody.seal.json", "{}")
    assert "there is no record nobody.yml" in verify(toy).stdout


def test_hostile_open_seal_costs_no_more_than_another() -> None:
    # Two hundred thousand equal hashes: each place of each run used to be compared.
    sources, _ = corpus.load_sources(TOY)
    seal = sources.seals["otterby-minutes-march"]
    rows = 200_000
    assert isinstance(seal, OpenSeal)
    hostile = seal.model_copy(
        update={"tokens": rows + 4, "shingles": b"\0" * 8 * rows, "written": b"\0" * 4 * (rows + 4)}
    )
    index = opened.Index(hostile)
    index.hashes[:] = [next(iter(opened.shingles(["a"] * 5, 5, hostile.canonical.sha256)))] * rows
    long = " ".join(["a"] * 1000)
    many = " […] ".join(["a a a a a"] * 60)
    assert index.compare(Quotation.of(f"{long} b")).state is State.NOT_FOUND
    assert index.compare(Quotation.of(many)).state is State.AMBIGUOUS
