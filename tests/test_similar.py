"""Claims that say nearly the same are found without comparing each with each."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from rapidfuzz import fuzz

from generator import similar
from generator.checks import near_duplicate

NAMES = [
    a + b for a in ("Ar", "Bel", "Cor", "Dun", "Fen", "Gar") for b in ("ko", "in", "ley", "ova")
]
NOUNS = ("ferry", "bridge", "school", "tunnel", "harbour", "library", "clinic", "airport")


def sentences(number: int) -> dict[str, str]:
    """Make sentences after one pattern, three words of which change."""
    rnd = random.Random(number)
    return {
        f"claim-{n:05}": f"{rnd.choice(NAMES)} said that the {rnd.choice(NOUNS)} of the town would "
        f"be closed in {rnd.randint(1900, 2031)} after a long debate of the council."
        for n in range(number)
    }


@pytest.mark.parametrize("number", [500, 1000, 2000])
def test_claims_are_compared_with_few_others(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    scored = 0

    def count(one: str, other: str, *, score_cutoff: float) -> float:
        nonlocal scored
        scored += 1
        return fuzz.ratio(one, other, score_cutoff=score_cutoff)

    monkeypatch.setattr(near_duplicate, "score", count)
    found = list(near_duplicate.pairs(sentences(number), 92))
    assert scored <= similar.COMPARED * number
    assert number / 4 < len(found) <= near_duplicate.NAMED * number


def test_equal_claims_are_not_scored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(near_duplicate, "score")
    same = dict.fromkeys(["a", "b", "c"], "The ferry runs.")
    assert list(near_duplicate.pairs(same, 92)) == [("b", "a"), ("c", "a")]


def test_no_pair_that_shares_enough_words_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similar, "COMPARED", 1000)  # the letters are few, and in all lists
    monkeypatch.setattr(similar, "LOOKED_AT", 1000)
    rnd = random.Random(0)
    drawn = {f"{n:03}": tuple(rnd.choices("abcdefghijkl", k=rnd.randint(1, 9))) for n in range(90)}
    found = {(id_, other) for id_, near in similar.candidates(drawn) for other in near}
    for (one, first), (two, second) in combinations(drawn.items(), 2):
        a, b = set(first), set(second)
        if len(a & b) >= similar.SHARED * len(a | b):
            assert (two, one) in found, (a, b)


def test_words_are_compared_in_any_order_and_case() -> None:
    asked = {"a": "The ferry runs on Sunday.", "b": "On Sunday, the Ferry runs!"}
    assert list(near_duplicate.pairs(asked, 100)) == [("b", "a")]
