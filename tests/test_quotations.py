"""Every quotation of the project's own corpus, compared with the captured texts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator import against_archive, corpus, quotations, reading, sealing
from generator.passages import archive
from generator.passages.quotation import State
from generator.passages.seal import dump
from generator.passages.verify import compare, verify
from tests.conftest import own_archive
from tests.hosted import ROOT

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.passages.archive import Archived
    from generator.passages.captured import CapturedText
    from generator.records import Passage, Source

LIMIT = 0.30  # the share of a source's tokens that its passages may quote together


@pytest.fixture(scope="module")
def own() -> Corpus:
    loaded, _ = corpus.load(ROOT)
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def kept(own: Corpus) -> dict[str, Archived]:
    folder = own_archive()
    found = {id_: archive.read(folder, id_) for id_ in own.sources}
    kept = {id_: archived for id_, archived in found.items() if archived is not None}
    if not kept:
        pytest.skip(f"the captured texts are not at {folder}: set {archive.VARIABLE}")
    assert len(kept) == len(found), f"{folder} holds {sorted(kept)} only"
    return kept


@pytest.fixture(scope="module")
def texts(kept: dict[str, Archived]) -> dict[str, CapturedText]:
    return {id_: archived.text for id_, archived in kept.items()}


def _passages(own: Corpus) -> list[tuple[Source, str, Passage]]:
    return [(s, key, passage) for s in own.sources.values() for key, passage in s.passages.items()]


def test_every_quotation_stands_in_its_text(own: Corpus, texts: dict[str, CapturedText]) -> None:
    states = {
        f"{source.id}#{key}": verify(
            passage.quote,
            texts[source.id],
            prefix=passage.prefix or "",
            suffix=passage.suffix or "",
        ).state
        for source, key, passage in _passages(own)
    }
    assert states
    assert {ref: state for ref, state in states.items() if not state.holds} == {}


def test_a_changed_word_is_found(own: Corpus, texts: dict[str, CapturedText]) -> None:
    for source, _, passage in _passages(own):
        words = passage.quote.split()
        words[len(words) // 2] = "nowhere"
        assert verify(" ".join(words), texts[source.id]).state is State.NOT_FOUND


def test_seals_alone_carry_every_quotation(own: Corpus) -> None:
    states = {reference: result.state for reference, result in own.verified.items()}
    assert len(states) == len(_passages(own))
    assert {ref: state for ref, state in states.items() if not state.holds} == {}


def test_seal_and_text_agree(own: Corpus, texts: dict[str, CapturedText]) -> None:
    for source, key, passage in _passages(own):
        in_text = compare(quotations.of(passage), texts[source.id])
        assert own.verified[f"{source.id}#{key}"] == in_text


def test_seals_are_made_again_byte_for_byte(kept: dict[str, Archived]) -> None:
    sources, _ = corpus.load_sources(ROOT)
    for source in sources.sources.values():
        made, problems = sealing.make(sources, source, kept[source.id])
        assert problems == []
        assert made is not None
        assert dump(made) == (ROOT / reading.seal_of(source.id)).read_bytes()


def test_nothing_is_left_to_doubt(own: Corpus, kept: dict[str, Archived]) -> None:
    sources, _ = corpus.load_sources(ROOT)
    names = corpus.names(ROOT)
    for source in own.sources.values():
        found = against_archive.results(source, kept[source.id])
        arguments = (sources, source, kept[source.id], found, names, date(2026, 11, 22))
        assert list(against_archive.problems(*arguments)) == []


def test_headlines_and_spellings_stand_in_the_texts(
    own: Corpus, texts: dict[str, CapturedText]
) -> None:
    for source in own.sources.values():
        if source.title:
            assert verify(source.title, texts[source.id]).state.holds, source.id
    whole = " ".join(text.text for text in texts.values())
    missing = [v for person in own.people.values() for v in person.variants if v not in whole]
    assert missing == []
