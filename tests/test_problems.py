"""Problems as values, and as text for people and machines."""

from __future__ import annotations

import json

import pytest

from generator.problems import (
    Position,
    Problem,
    Severity,
    has_errors,
    nearest,
    ordered,
    summary,
)
from generator.report import as_github, as_json, as_text

AT = Position("a.yml", 2, 8, 2, 11)
WARNING = Problem("not-a-url", Position("b.txt"), "not read", severity=Severity.WARNING)
ERROR = Problem("not-a-date", AT, "'no' is not a date", "write YYYY-MM-DD")


def problem(
    file: str = "a.yml", line: int = 1, column: int = 1, code: str = "not-a-date"
) -> Problem:
    return Problem(code, Position(file, line, column), "message")


def marks(row: str, column: int, end_column: int) -> tuple[str, str]:
    """Return what an excerpt shows, and what stands over the carets."""
    found = Problem("not-a-date", Position("a.yml", 1, column, 1, end_column), "m")
    _, shown, carets = as_text([found], lambda _: row).split("\n")
    over = "".join(
        c for c, mark in zip(shown, carets.ljust(len(shown)), strict=True) if mark == "^"
    )
    return shown.removeprefix("1 | "), over


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


def test_text_shows_the_line_and_marks_the_span() -> None:
    assert as_text([ERROR], lambda _: "a: b\nsaid:  noo \n") == (
        "a.yml:2:8: error: 'no' is not a date [not-a-date]\n"
        "2 | said:  noo \n"
        "  |        ^^^\n"
        "  = help: write YYYY-MM-DD"
    )


def test_text_without_the_file() -> None:
    assert as_text([WARNING], lambda _: None) == "b.txt:1:1: warning: not read [not-a-url]"


def test_place_behind_the_file_has_no_excerpt() -> None:
    assert "|" not in as_text([problem(line=3)], lambda _: "a\nb\n")


@pytest.mark.parametrize("column", [1, 59, 60, 61, 62, 100, 498])
def test_caret_stands_under_the_span_of_a_long_line(column: int) -> None:
    row = "".join(chr(0x4E00 + i) for i in range(500))
    shown, over = marks(row, column, column + 3)
    assert over == row[column - 1 : column + 2]
    assert len(shown) <= 111


def test_caret_stands_right_behind_tabs() -> None:
    assert marks("a:\tbcd", 4, 6)[1] == "bc"


def test_span_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    found = Problem("not-a-date", Position("a.yml", 1, 3, 3, 1), "m")
    assert as_text([found], lambda _: "a: bc\nd").endswith("1 | a: bc\n  |   ^^^")


def test_place_behind_the_last_character_has_one_caret() -> None:
    found = Problem("not-a-date", Position("a.yml", 1, 3, 1, 3), "m")
    assert as_text([found], lambda _: "a:").endswith("  |   ^")


def test_github_escapes_what_would_end_the_command() -> None:
    found = Problem("not-a-date", Position("a,b:c%.yml", 1, 2, 1, 4), "50%\r\nx", "a\n::b")
    assert as_github([found]) == (
        "::error file=a%2Cb%3Ac%25.yml,line=1,col=2,endLine=1,endColumn=4,title=not-a-date::"
        "50%25 x (a ::b)"
    )


def test_github_names_the_end_only_on_one_line() -> None:
    found = Problem("not-a-date", Position("a.yml", 1, 2, 3, 1), "m")
    assert as_github([found, WARNING]).split("\n") == [
        "::error file=a.yml,line=1,col=2,title=not-a-date::m",
        "::warning file=b.txt,line=1,col=1,title=not-a-url::not read",
    ]


def test_json_has_one_object() -> None:
    assert json.loads(as_json([ERROR])) == {
        "problems": [
            {
                "code": "not-a-date",
                "severity": "error",
                "file": "a.yml",
                "line": 2,
                "column": 8,
                "end_line": 2,
                "end_column": 11,
                "message": "'no' is not a date",
                "hint": "write YYYY-MM-DD",
                "details": [],
            }
        ]
    }
    assert json.loads(as_json([])) == {"problems": []}


def test_nearest_names_one_word_or_a_few() -> None:
    assert nearest("topcis", ["people", "topics"]) == "did you mean 'topics'?"
    assert nearest("zzz", ["b", "a"]) == "known: a, b"
    assert nearest("zzz", []) == ""
    assert nearest("zzz", map(str, range(13))) == ""


def test_carets_end_with_the_excerpt() -> None:
    found = Problem("not-a-date", Position("a.yml", 1, 100, 1, 400), "m")
    _, shown, carets = as_text([found], lambda _: "x" * 500).split("\n")
    assert len(carets) <= len(shown)


@pytest.mark.parametrize("char", ["\u2028", "\x0c", "\x85", "\r"])
def test_excerpt_counts_lines_as_positions_do(char: str) -> None:
    assert "2 | c" in as_text([problem(line=2)], lambda _: f"a{char}b\nc\n")


def test_excerpt_holds_no_control_characters() -> None:
    assert "\x1b" not in as_text([problem()], lambda _: "a: \x1b[2J\n")


def test_one_problem_is_one_line_of_text() -> None:
    found = Problem("unknown-key", AT, "the key 'a\n::error::b' is unknown")
    assert "\n::error::" not in as_text([found], lambda _: None)
