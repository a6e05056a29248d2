"""Problems as values, and as text for people and machines."""

from __future__ import annotations

import pytest

from generator.problems import (
    Position,
    Problem,
    Severity,
    has_errors,
    nearest,
    ordered,
    suggest,
    summary,
)
from generator.report import as_text

AT = Position("a.yml", 2, 8, 2, 11)
WARNING = Problem("not-a-url", Position("b.txt"), "not read", severity=Severity.WARNING)
ERROR = Problem("not-a-date", AT, "'no' is not a date", "write YYYY-MM-DD")


def problem(
    file: str = "a.yml", line: int = 1, column: int = 1, code: str = "not-a-date"
) -> Problem:
    return Problem(code, Position(file, line, column), "message")


def test_unknown_code_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="no-such-code"):
        Problem("no-such-code", AT, "x")


def test_order_is_file_line_column_code() -> None:
    wanted = [
        problem("a.yml", 2, 1),
        problem("a.yml", 2, 1, "not-a-url"),
        problem("a.yml", 2, 5),
        problem("a.yml", 10, 1),
        problem("b.yml", 1, 1),
    ]
    assert ordered(reversed(wanted)) == wanted


def test_exact_doubles_are_dropped() -> None:
    assert ordered([problem(), problem(), problem(line=2)]) == [problem(), problem(line=2)]


def test_only_errors_make_a_run_fail() -> None:
    assert has_errors([WARNING, ERROR])
    assert not has_errors([WARNING])


def test_summary_counts() -> None:
    assert summary([]) == "no problems"
    assert summary([ERROR]) == "1 error in 1 file"
    assert summary([ERROR, ERROR, WARNING]) == "2 errors and 1 warning in 2 files"


def test_nearest_names_one_word_or_a_few() -> None:
    assert nearest("topcis", ["people", "topics"]) == "did you mean 'topics'?"
    assert nearest("zzz", ["b", "a"]) == "known: a, b"
    assert nearest("zzz", []) == ""
    assert nearest("zzz", map(str, range(13))) == ""


def test_suggestion_has_the_word_too() -> None:
    assert suggest("topcis", ["people", "topics"]) == ("did you mean 'topics'?", "topics")
    assert suggest("zzz", ["b", "a"]) == ("known: a, b", "")
    assert suggest("zzz", []) == ("", "")


def test_word_that_begins_with_what_is_written_goes_first() -> None:
    known = ["confirmed-quotation", "misquoted", "reworded"]
    assert suggest("confirmed", known).word == "confirmed-quotation"
    assert suggest("quotation", known).word == "confirmed-quotation"
    assert suggest("tables", ["cables", "bus_tables-of-april"]).word == "bus_tables-of-april"


def test_where_several_may_be_meant_none_is_chosen() -> None:
    found = suggest("confirmed", ["unconfirmed", "confirmed-quotation", "misquoted"])
    assert found.word == ""
    assert found.hint == "did you mean 'unconfirmed' or 'confirmed-quotation'?"


def test_slip_in_a_part_of_a_word_chooses_none() -> None:
    found = suggest("confirmd", ["unconfirmed", "confirmed-quotation", "misquoted"])
    assert found.hint == "did you mean 'unconfirmed' or 'confirmed-quotation'?"
    assert found.word == ""


def test_opposite_is_no_suggestion() -> None:
    assert suggest("accurate", ["inaccurate", "unproven"]) == ("known: inaccurate, unproven", "")
    assert suggest("laimant", ["claimant", "title"]).word == "claimant"


def test_one_problem_is_one_line_of_text() -> None:
    found = Problem("unknown-key", AT, "the key 'a\n::error::b' is unknown")
    assert "\n::error::" not in as_text([found], lambda _: None)
