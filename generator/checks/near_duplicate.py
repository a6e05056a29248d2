"""Two claims do not say nearly the same without knowing of each other.

A statement that is checked twice may end with two verdicts. Compared are the words of ``claim``,
in any order, by the letters that differ; from ``alike`` in ``site_config/rules.yml`` on, a pair
is reported, at the claim that is newer: a draft, else the one that was published later. Drafts
count. Claims that ask different questions
are different claims, and withdrawn ones are out. Of one claim at most three pairs are named.

Link the two in ``related`` (``repeats``, ``updates``, ``contradicts``, ``part-of``), or merge
them. Can be excused, on the newer claim: when one figure or one name makes all the difference.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from generator import similar
from generator.checks.finding import Finding, claims, of_claim
from generator.problems import Problem, Severity
from generator.records import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.corpus import Corpus
    from generator.records import Claim, Question

CODE = "near-duplicate"
SEVERITY = Severity.WARNING
EXCUSABLE = True

NAMED = 3  # pairs that are reported of one claim: the most alike

# The words are sorted already, which makes this rapidfuzz's `token_sort_ratio`.
score = fuzz.ratio


def check(corpus: Corpus) -> Iterator[Finding]:
    """Compare the claims of each question."""
    asking: dict[Question, dict[str, str]] = defaultdict(dict)
    for claim in sorted(claims(corpus), key=lambda claim: claim.id):
        if claim.status is not Status.WITHDRAWN:
            asking[claim.asks][claim.id] = claim.claim
    for asked in asking.values():
        for id_, other in pairs(asked, corpus.rules.alike):
            if not _know(corpus, id_, other):
                newer, older = _newest_first(corpus.claims[id_], corpus.claims[other])
                yield _finding(corpus, newer, older.id)


def pairs(asked: Mapping[str, str], alike: int) -> Iterator[tuple[str, str]]:
    """Yield pairs of ids whose sentences are alike, the later one first."""
    sentences = {id_: similar.words(text) for id_, text in asked.items()}
    # Sentences of the same words are compared once, as the first of them.
    first: dict[tuple[str, ...], str] = {}
    for id_, found in sentences.items():
        if first.setdefault(found, id_) != id_:
            yield id_, first[found]
    texts = {id_: " ".join(found) for found, id_ in first.items()}
    for id_, near in similar.candidates({id_: found for found, id_ in first.items()}):
        text = texts[id_]
        scores = [(score(text, texts[other], score_cutoff=alike), other) for other in near]
        for points, other in sorted(scores, reverse=True)[:NAMED]:
            if points:
                yield id_, other


def _newest_first(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    return (one, other) if _age(one) > _age(other) else (other, one)


def _age(claim: Claim) -> tuple[bool, date, str]:
    return not claim.is_public, claim.published_on or date.min, claim.id


def _know(corpus: Corpus, id_: str, other: str) -> bool:
    return any(relation.other == other for relation in corpus.links.relations.get(id_, ()))


def _finding(corpus: Corpus, claim: Claim, other: str) -> Finding:
    at = corpus.at(Kind.CLAIM, claim.id, "claim")
    said = f"'{other}' says nearly the same: {corpus.file_of(Kind.CLAIM, other)}"
    hint = "link the two in 'related', or merge them"
    return of_claim(claim, Problem(CODE, at, said, hint, SEVERITY))
