"""What the first corpus must hold, whoever edits it."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from generator import publication, site
from generator.records import Claim, Question, Status
from tests.hosted import ROOT

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.problems import Problem


@pytest.fixture(scope="module")
def read() -> tuple[Corpus, list[Problem]]:
    inputs, problems = site.read(ROOT)
    assert inputs is not None
    return publication.public(inputs.corpus), problems


def _published(own: Corpus) -> list[Claim]:
    return [c for c in own.claims.values() if c.status is Status.PUBLISHED]


def test_records_have_no_problem(read: tuple[Corpus, list[Problem]]) -> None:
    assert read[1] == []


def test_enough_claims_lean_on_every_source(read: tuple[Corpus, list[Problem]]) -> None:
    own, _ = read
    assert len(_published(own)) >= 24
    leaning = {id_: len(own.links.claims_of_source.get(id_, ())) for id_ in own.sources}
    assert len(leaning) >= 5
    assert min(leaning.values()) >= 4, leaning


def test_both_questions_are_asked(read: tuple[Corpus, list[Problem]]) -> None:
    asked = Counter(claim.asks for claim in _published(read[0]))
    assert all(asked[question] >= 5 for question in Question), asked


def test_every_passage_and_record_is_used() -> None:
    inputs, _ = site.read(ROOT)
    assert inputs is not None
    own = inputs.corpus  # with drafts, which may be the first to use a record
    claims = own.claims.values()
    used = {item.passage for claim in claims for item in claim.evidence if item.passage}
    written = {f"{s.id}#{key}" for s in own.sources.values() for key in s.passages}
    assert sorted(written - used) == []
    assert sorted(set(own.topics) - {t for c in claims for t in c.topics}) == []
    assert sorted(set(own.events) - {e for c in claims for e in c.events}) == []
    speakers = {p.speaker for s in own.sources.values() for p in s.passages.values()}
    named = chain.from_iterable((c.claimant, *c.people) for c in claims)
    assert sorted(set(own.people) - speakers - set(named)) == []


def test_checker_and_reviewer_differ(read: tuple[Corpus, list[Problem]]) -> None:
    for claim in _published(read[0]):
        assert claim.checked_by != claim.reviewed_by
