"""The change that a problem offers, as it would stand in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.problems import Surety
from generator.report import as_text
from tests.conftest import all_problems

if TYPE_CHECKING:
    from pathlib import Path

    from generator.problems import Problem

CLAIM = {
    "format": "1",
    "title": "The ferry in summer",
    "claim": "The ferry runs in summer.",
    "asks": "fact",
    "claimant": "ada-quill",
    "status": "draft",
}


def offered(toy: Path, text: str, file: str = "claims/case.yml") -> tuple[Problem, str]:
    """Return the one problem of a file, and the file as its mend would leave it."""
    (toy / file).write_text(text, "utf-8")
    (problem,) = [p for p in all_problems(toy) if p.position.file == file]
    return problem, problem.mend.written_into(text) if problem.mend else text


def claim(**changed: str) -> str:
    return "".join(f"{key}: {value}\n" for key, value in (CLAIM | changed).items())


@pytest.mark.parametrize(
    ("key", "written", "mended", "surety"),
    [
        ("said_on", "31/05/2022", "2022-05-31", Surety.CERTAIN),
        ("said_on", "'31 May 2022'", "'2022-05-31'", Surety.CERTAIN),
        ("said_on", '"May 2022"', '"2022-05"', Surety.CERTAIN),
        ("said_on", "unknown", "null", Surety.LIKELY),
        ("said_on", "'NULL'", "null", Surety.CERTAIN),
        ("reviewed_on", "2022-05-31T10:00:00Z", "2022-05-31", Surety.LIKELY),
        ("claimant", "Ada Quill", "ada-quill", Surety.LIKELY),
        ("claimant", "ada_quill", "ada-quill", Surety.LIKELY),
        ("claimant", "ada-qill", "ada-quill", Surety.LIKELY),
        ("status", "Draft", "draft", Surety.CERTAIN),
        ("status", "“draft”", "draft", Surety.CERTAIN),
        ("status", "draff", "draft", Surety.LIKELY),
        ("topics", "harbour-ferry", "\n  - harbour-ferry", Surety.CERTAIN),
        ("topics", "harbour-ferry, wording", "\n  - harbour-ferry\n  - wording", Surety.LIKELY),
        ("topics", "\n  -harbour-ferry", "\n  - harbour-ferry", Surety.CERTAIN),
    ],
)
def test_value_is_mended(toy: Path, key: str, written: str, mended: str, surety: Surety) -> None:
    (toy / "content/topics/wording.yml").write_text("name: Wording\n")
    problem, text = offered(toy, claim(**{key: written}))
    assert text == claim(**{key: mended}).replace(": \n", ":\n") or text == claim(**{key: mended})
    assert problem.mend is not None
    assert problem.mend.surety is surety


@pytest.mark.parametrize("written", ["05/06/2022", "perhaps", "31/02/2022", ">-\n  31/05/2022"])
def test_what_can_be_read_otherwise_is_not_mended(toy: Path, written: str) -> None:
    problem, _ = offered(toy, claim(said_on=written))
    assert (problem.code, problem.mend) == ("not-a-date", None)


@pytest.mark.parametrize(
    ("key", "written", "hint"),
    [
        ("topics", "none", "delete the key where there is nothing to list, or write []"),
        ("evidence", "N/A", "delete the key where there is nothing to list, or write []"),
        ("related", "ferry-cost", "write each entry behind '- ', with its keys: claim, as"),
        ("related", "\n  claim: ferry-cost\n  as: repeats", "write '- ' before the first key of "),
    ],
)
def test_list_that_no_word_can_be_is_not_mended(
    toy: Path, key: str, written: str, hint: str
) -> None:
    problem, _ = offered(toy, claim(**{key: written}))
    assert (problem.code, problem.mend) == ("wrong-type", None)
    assert problem.hint.startswith(hint)


def test_both_readings_of_a_date_are_told(toy: Path) -> None:
    problem, _ = offered(toy, claim(said_on="05/06/2022"))
    assert problem.hint == "write 2022-06-05 or 2022-05-06, whichever is meant"


@pytest.mark.parametrize(
    ("written", "surety"), [("Said On", Surety.CERTAIN), ("said_onn", Surety.LIKELY)]
)
def test_key_is_mended(toy: Path, written: str, surety: Surety) -> None:
    problem, text = offered(toy, claim() + f"{written}: 2030-01-01\n")
    assert text == claim(said_on="2030-01-01")
    assert problem.mend is not None
    assert problem.mend.surety is surety


@pytest.mark.parametrize(
    ("key", "written", "hint", "mended"),
    [
        ("claimant", "Council of Otterby", "'otterby-council' is the id", "otterby-council"),
        ("claimant", "council-of-otterby", "'otterby-council' is the id", "otterby-council"),
        ("checked_by", "Writing desk", "'writing-desk' is the id", "writing-desk"),
        ("verdict", "Sources disagree", "'sources-disagree' is the id", "sources-disagree"),
        ("claimant", "Adda Quil", "did you mean 'ada-quill'?", "ada-quill"),
        ("claimant", "Government of Elsewhere", "known: ada-quill", ""),
        ("checked_by", "…", "known: reading-desk, writing-desk", ""),
        ("verdict", "…", "known: accurate, inaccurate, sources-disagree, unproven", ""),
    ],
)
def test_name_in_the_place_of_an_id(
    toy: Path, key: str, written: str, hint: str, mended: str
) -> None:
    council = toy / "content/people/otterby-council.yml"
    council.write_text(council.read_text("utf-8") + "variants:\n  - Council of Otterby\n", "utf-8")
    problem, text = offered(toy, claim(**{key: written}))
    assert hint in problem.hint
    assert text == claim(**{key: mended or written})


def test_key_that_is_there_already_is_not_offered(toy: Path) -> None:
    problem, _ = offered(toy, claim() + "Title: x\n")
    assert (problem.code, problem.mend) == ("unknown-key", None)


def test_keys_of_a_published_claim_are_told_at_once_with_lines_to_paste(toy: Path) -> None:
    text = claim(status="published") + "reviewed_by: reading-desk\nhistory: []\n"
    (toy / "claims/case.yml").write_text(text.rstrip("\n"))
    found = [p for p in all_problems(toy) if p.position.file == "claims/case.yml"]
    history, first = sorted(found, key=lambda problem: "summary" in problem.message)
    assert "'verdict', 'summary', 'evidence', 'topics', 'response', 'checked" in first.message
    assert "'history'" in history.message
    assert first.mend is not None
    assert first.mend.surety is Surety.OUTLINE
    assert first.mend.written_into(text.rstrip("\n")) == (
        text + "verdict: …\nsummary: …\n"
        "evidence:\n  - passage: …\n    stance: supports|refutes|context\n"
        "topics:\n  - …\nresponse:\n  none_because: …\nchecked_by: …\nreviewed_on: YYYY-MM-DD"
    )


def test_keys_of_an_entry_are_added_behind_it(toy: Path) -> None:
    rows = "evidence:\n  - passage: otterby-herald-ferry#vote\n    note: >-\n      x\n\n"
    problem, text = offered(toy, claim() + rows + "topics: []\n")
    assert "'stance'" in problem.message
    assert "null" not in problem.hint
    added = "    stance: supports|refutes|context\n"
    assert text == claim() + rows + added + "topics: []\n"


def test_hyphen_too_many_is_told(toy: Path) -> None:
    rows = "evidence:\n  - passage: otterby-herald-ferry#vote\n  - stance: context\n"
    problem, text = offered(toy, claim() + rows)
    assert problem.message.endswith("the next entry has nothing else")
    assert problem.hint.startswith("delete the '-' before 'stance'")
    assert text == claim() + rows.replace("- stance", "  stance")


def test_null_is_offered_only_where_it_may_stand(toy: Path) -> None:
    problem, _ = offered(toy, claim().replace("claimant: ada-quill\n", ""))
    assert "null where the value is not known" in problem.hint
    problem, _ = offered(toy, claim().replace("asks: fact\n", ""))
    assert "null" not in problem.hint


def test_key_that_is_no_id_is_spoken_of_as_a_key(toy: Path) -> None:
    file = "content/sources/otterby-herald-ferry.yml"
    text = (toy / file).read_text().replace("  vote:\n", "  The_Vote:\n")
    (toy / file).write_text(text)
    (problem,) = [p for p in all_problems(toy) if p.code == "not-an-id"]
    assert problem.message.startswith("the key in 'passages': 'The_Vote' is not an id")
    assert "file" not in problem.hint
    assert problem.mend is not None
    assert (problem.mend.text, problem.mend.surety) == ("the-vote", Surety.LIKELY)


def test_record_that_many_name_is_one_block(toy: Path) -> None:
    (toy / "content/topics/harbour-ferry.yml").unlink()
    found = [p for p in all_problems(toy) if p.code == "unknown-reference"]
    assert len(found) > 1
    assert {p.hint for p in found} == {found[0].hint}
    assert found[0].hint.startswith("add it: content/topics/harbour-ferry.yml")
    text = as_text(found, lambda _: None)
    assert text.count("error: ") == 1
    assert text.count("= also named in: claims/") == len(found) - 1


def test_passage_that_is_misspelt(toy: Path) -> None:
    rows = "evidence:\n  - passage: otterby-herald-ferry#voet\n    stance: context\n"
    _, text = offered(toy, claim() + rows)
    assert text == claim() + rows.replace("voet", "vote")
    _, text = offered(toy, claim() + rows.replace("herald", "herld").replace("voet", "vote"))
    assert text == claim() + rows.replace("voet", "vote")
