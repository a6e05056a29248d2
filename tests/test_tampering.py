"""Thousands of single edits are refused by the committed seals alone, and no variant is.

``tests.tampering`` holds the table; ``benchmarks.tampering`` runs it 100,000 times over.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.passages.quotation import State
from tests.conftest import TOY, TOY_ARCHIVE
from tests.hosted import ROOT
from tests.tampering import (
    EDITS,
    SEVERAL,
    VARIANTS,
    Case,
    Quoted,
    awkward_cases,
    changed,
    closed_cases,
    fitting,
    is_as_it_must,
    open_cases,
    several,
    text_cases,
    try_edits,
    try_variants,
)

OWN = closed_cases(ROOT)
CASES = [*OWN, *closed_cases(TOY), *awkward_cases()]
SEEDS = st.integers(0, 2**32 - 1)
EXAMPLES = 5_000


def examples(classes: int) -> settings:
    """Share the examples among the classes; the same ones on every run."""
    return settings(
        derandomize=True,
        max_examples=EXAMPLES // classes,
        deadline=None,
        suppress_health_check=[HealthCheck.filter_too_much],
    )


def test_passages_of_the_whole_corpus_are_at_hand() -> None:
    assert len({case.name.partition("#")[0] for case in OWN}) == 5
    assert [case.name for case in CASES if not case.judge(case.quoted).holds] == []


@pytest.mark.parametrize("name", EDITS)
@examples(len(EDITS))
@given(st.data(), SEEDS)
def test_edit_is_refused(name: str, data: st.DataObject, seed: int) -> None:
    edit = EDITS[name]
    case = data.draw(st.sampled_from(fitting(edit, CASES)))
    after = changed(edit, case.quoted, Random(seed))
    assume(after is not None)
    assert after is not None
    assert is_as_it_must(edit.must, case, after), (case.name, after)


@pytest.mark.parametrize("name", VARIANTS)
@examples(len(VARIANTS) + 1)
@given(st.data(), SEEDS)
def test_variant_is_accepted(name: str, data: st.DataObject, seed: int) -> None:
    variant = VARIANTS[name]
    case = data.draw(st.sampled_from(fitting(variant, CASES)))
    after = changed(variant, case.quoted, Random(seed))
    assume(after is not None)
    assert after is not None
    assert is_as_it_must(variant.must, case, after), (case.name, after)


@examples(len(VARIANTS) + 1)
@given(st.sampled_from(CASES), SEEDS)
def test_variants_on_top_of_each_other_are_accepted(case: Case, seed: int) -> None:
    after = several(case.quoted, Random(seed))
    assert case.judge(after).holds, (case.name, after)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_passage_is_tampered_with_in_every_way(case: Case) -> None:
    edits = [name for name, edit in EDITS.items() if fitting(edit, [case])]
    assert len(edits) > len(EDITS) / 2
    assert try_edits([case], 2 * len(edits), seed=1).wrong == []
    assert try_variants([case], 2 * len(VARIANTS), seed=1).wrong == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_words_do_not_move_between_quote_and_surroundings(case: Case) -> None:
    quote, prefix, suffix = case.quoted
    first, _, behind = quote.partition(" ")
    before, _, last = quote.rpartition(" ")
    assert not case.judge(Quoted(behind, f"{prefix} {first}", suffix)).holds
    assert not case.judge(Quoted(before, prefix, f"{last} {suffix}")).holds


@pytest.mark.parametrize(
    "cases",
    [open_cases(TOY, TOY_ARCHIVE), text_cases(TOY, TOY_ARCHIVE)],
    ids=["open seal", "text"],
)
def test_open_seal_and_text_judge_by_the_same_table(cases: list[Case]) -> None:
    assert try_edits(cases, 2_000, seed=1).wrong == []
    tally = try_variants(cases, 2_000, seed=1)
    assert tally.wrong == []
    assert tally.tried[SEVERAL] > 100


# --- has the table teeth? ----------------------------------------------------------------

SLOPPY = {
    "case": (str.lower, {"change case", "change a letter"}),
    "punctuation": (
        lambda text: " ".join(re.sub(r"[^\w\s]", " ", text).split()),
        {"change a comma", "change another mark", "change or move a quotation mark"},
    ),
    "compatibility": (lambda text: unicodedata.normalize("NFKC", text), {"lookalikes"}),
    "digits": (lambda text: re.sub(r"\d", "0", text), {"change a number"}),
    "space": (lambda text: re.sub(r"\s", "", text), {"split or join words"}),
    "space at marks": (
        lambda text: re.sub(r"\s*([^\w\s])\s*", r"\1", text),
        {"add or drop a space beside a mark"},
    ),
    "ends": (
        lambda text: text.strip(" '\"‘’“”`´"),
        {"add an apostrophe or inches at an end"},
    ),
    "omissions": (
        lambda text: " ".join(re.sub(r"\[\s?(…|\.\.\.)\s?\]", " ", text).split()),
        {"leave out nothing"},
    ),
    "set": (lambda text: " ".join(sorted(text.split())), {"swap two words"}),
    "not": (lambda text: re.sub(r"\bnot ", "", text), {"add or drop a negation"}),
    "start": (lambda text: text[:12], {"drop a word", "add a word", "invisible characters"}),
}


@pytest.mark.parametrize("name", SLOPPY)
def test_a_sloppy_judge_is_found_out(name: str) -> None:
    sloppy, wanted = SLOPPY[name]

    def judged(case: Case) -> Case:
        own = sloppy(case.quoted.quote)
        return replace(
            case,
            judge=lambda q: State.VERBATIM if sloppy(q.quote) == own else State.NOT_FOUND,
        )

    found = {wrong[0] for wrong in try_edits([judged(case) for case in CASES], 4_000, 1).wrong}
    assert wanted <= found
