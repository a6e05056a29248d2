"""Problems for a person: the lines around them, the span, the mend, and colours."""

from __future__ import annotations

import re

import click
import pytest

from generator.hosts import terminal
from generator.problems import Mend, Position, Problem, Severity
from generator.report import Role, as_mended, as_text, as_unified, with_count

ERROR = Problem("not-a-date", Position("a.yml", 2, 8, 2, 11), "'no' is not a date", "write a date")
WARNING = Problem("not-a-url", Position("b.txt"), "not read", severity=Severity.WARNING)
BLOCK = "a: b\nsummary: >-\n  one two\n  three\n\nz: 1\n"


def at(
    line: int, column: int, end_line: int = 0, end_column: int = 0, mend: Mend | None = None
) -> Problem:
    return Problem(
        "not-a-date", Position("a.yml", line, column, end_line, end_column), "m", mend=mend
    )


def drawn(problem: Problem, text: str) -> list[str]:
    """Return what stands below the first line."""
    return as_text([problem], lambda _: text).split("\n")[1:]


def marks(row: str, column: int, end_column: int) -> tuple[str, str]:
    """Return what an excerpt shows of a line, and what stands over the carets."""
    shown, carets = drawn(at(1, column, 1, end_column), row)[1:3]
    over = "".join(
        c for c, mark in zip(shown, carets.ljust(len(shown)), strict=True) if mark == "^"
    )
    return shown.removeprefix("1 | "), over


def test_lines_around_the_span_are_shown() -> None:
    assert as_text([ERROR], lambda _: "a: b\nsaid:  noo \nc: d\ne: f\ng: h\n") == (
        "a.yml:2:8: error: 'no' is not a date [not-a-date]\n"
        "  |\n"
        "1 | a: b\n"
        "2 | said:  noo\n"
        "  |        ^^^\n"
        "3 | c: d\n"
        "4 | e: f\n"
        "  |\n"
        "  = help: write a date"
    )


def test_text_of_a_record_cannot_steer_a_log() -> None:
    text = "##[error]a\n::error::b ##[group]\n##[c\n"
    mend = Mend(Position("a.yml", 2, 1, 2, 3), "\n##[d")
    problem = Problem("not-a-date", Position("##[e", 2, 11, 2, 14), "##[f", "##[g", mend=mend)
    for shown in (
        as_text([problem], lambda _: text),
        as_mended(problem, text),
        as_unified("a", text, "x", "y"),
    ):
        assert "##[" not in shown
        assert not [row for row in shown.split("\n") if row.lstrip().startswith("::")]
    assert "2 | ::error::b ##�group]\n  |           ^^^\n" in as_text([problem], lambda _: text)


def test_problems_are_parted_by_a_blank_line() -> None:
    rows = as_text([ERROR, WARNING], lambda _: None).split("\n")
    assert rows == [
        "a.yml:2:8: error: 'no' is not a date [not-a-date]",
        "  = help: write a date",
        "",
        "b.txt:1:1: warning: not read [not-a-url]",
    ]


def test_blank_lines_at_the_edges_are_left_out() -> None:
    assert drawn(at(3, 1, 3, 2), "a\n\nb\n\nc") == [
        "  |",
        "1 | a",
        "2 |",
        "3 | b",
        "  | ^",
        "4 |",
        "5 | c",
        "  |",
    ]
    assert drawn(at(3, 1, 3, 2), "\n\nb\n\n\n") == ["  |", "3 | b", "  | ^", "  |"]


def test_numbers_stand_right_in_their_column() -> None:
    rows = drawn(at(9, 1, 9, 2), "\n".join("abcdefghijkl"))
    assert rows == ["   |", " 7 | g", " 8 | h", " 9 | i", "   | ^", "10 | j", "11 | k", "   |"]


def test_place_behind_the_file_has_no_excerpt() -> None:
    assert drawn(at(3, 1), "a\nb\n") == []


def test_span_of_several_lines_is_drawn_beside_them() -> None:
    assert drawn(at(2, 10, 6, 1), BLOCK) == [
        "  |",
        "1 |   a: b",
        "2 |   summary: >-",
        "  |  __________^",
        "3 | |   one two",
        "4 | |   three",
        "  | |_______^",
        "5 |",
        "6 |   z: 1",
        "  |",
    ]


def test_span_from_the_start_of_a_line_needs_no_arm() -> None:
    assert drawn(at(3, 3, 4, 8), BLOCK)[3:6] == [
        "3 | /   one two",
        "4 | |   three",
        "  | |_______^",
    ]


def test_long_span_is_folded() -> None:
    rows = drawn(at(1, 1, 30, 3), "\n".join(f"n{n:02}" for n in range(1, 31)))
    assert [row.split("|")[-1].strip() for row in rows[1:-2]] == [
        "/ n01",
        "n02",
        "n03",
        "n04",
        "…",
        "n29",
        "n30",
    ]


@pytest.mark.parametrize("column", [1, 59, 60, 61, 62, 100, 498])
def test_caret_stands_under_the_span_of_a_long_line(column: int) -> None:
    row = "".join(chr(0x4E00 + i) for i in range(500))
    shown, over = marks(row, column, column + 3)
    assert over == row[column - 1 : column + 2]
    assert len(shown) <= 112


def test_caret_stands_right_behind_tabs() -> None:
    assert marks("a:\tbcd", 4, 6)[1] == "bc"


def test_place_behind_the_last_character_has_one_caret() -> None:
    assert drawn(at(1, 3, 1, 3), "a:")[2] == "  |   ^"


def test_place_without_an_end_is_marked_to_the_end_of_its_line() -> None:
    assert drawn(at(1, 4), "a: bcd  \n")[2] == "  |    ^^^"


def test_carets_end_with_the_excerpt() -> None:
    shown, carets = drawn(at(1, 100, 1, 400), "x" * 500)[1:3]
    assert len(carets) <= len(shown)


@pytest.mark.parametrize("char", ["\u2028", "\x0c", "\x85", "\r"])
def test_excerpt_counts_lines_as_positions_do(char: str) -> None:
    assert "2 | c" in drawn(at(2, 1), f"a{char}b\nc\n")


def test_excerpt_holds_no_control_characters() -> None:
    assert "\x1b" not in as_text([at(1, 1)], lambda _: "a: \x1b[2J\n")


def mended(mend: Mend, text: str) -> list[str]:
    rows = drawn(at(1, 1, 1, 2, mend), text)
    return rows[next(n for n, row in enumerate(rows) if n and row.strip() == "|") :]


def test_mend_is_drawn_as_a_change_of_lines() -> None:
    assert mended(Mend(Position("a.yml", 2, 4, 2, 7), "2022"), "a: b\nc: foo\n") == [
        "  |",
        "  |",
        "2 - c: foo",
        "2 + c: 2022",
        "  |",
    ]


def test_lines_that_are_added_stand_below_the_one_before() -> None:
    mend = Mend(Position("a.yml", 3, 1, 3, 1), "e: …\nf: …\n")
    assert mended(mend, "a: b\nc: d\n")[2:] == ["2 | c: d", "3 + e: …", "4 + f: …", "  |"]
    between = Mend(Position("a.yml", 2, 1, 2, 1), "e: …\n")
    assert mended(between, "a: b\nc: d\n")[2:] == ["1 | a: b", "2 + e: …", "  |"]


def test_mend_of_a_line_that_goes() -> None:
    gone = Mend(Position("a.yml", 2, 1, 3, 1), "")
    assert mended(gone, "a: b\nc: d\ne: f\n")[2:] == ["2 - c: d", "  |"]


def test_mend_that_changes_nothing_is_not_drawn() -> None:
    assert mended(Mend(Position("a.yml", 1, 1, 1, 2), "a"), "a: b") == ["  |"]


def test_mend_of_many_lines_is_cut() -> None:
    rows = mended(Mend(Position("a.yml", 2, 1, 2, 1), "x\n" * 50), "a\nb\n" * 20)
    assert len(rows) < 30
    assert rows[-2].endswith("| …")


def missing(line: int) -> Problem:
    there = Position(f"c{line}.yml", line, 3, line, 4)
    return Problem("unknown-reference", there, "there is no person 'x'", "add it")


def test_one_missing_record_is_shown_once_with_every_place() -> None:
    rows = as_text([missing(n) for n in range(1, 4)], lambda _: None).split("\n")
    assert rows == [
        "c1.yml:1:3: error: there is no person 'x' [unknown-reference]",
        "  = help: add it",
        "  = also named in: c2.yml:2:3",
        "  = also named in: c3.yml:3:3",
    ]
    many = as_text([missing(n) for n in range(1, 41)], lambda _: None).split("\n")
    assert (len(many), many[-1]) == (13, "  = also named in: 29 more places")


def test_other_problems_are_never_folded() -> None:
    twice = [at(1, 1), at(2, 1)]
    assert as_text(twice, lambda _: None).count("error: m") == 2


def test_count_stands_below() -> None:
    assert with_count([WARNING], lambda _: None).split("\n")[1:] == ["", "1 warning in 1 file"]
    assert with_count([], lambda _: None) == "no problems"


def test_paint_is_asked_for_each_role() -> None:
    mend = Mend(ERROR.position, "2022")
    problem = Problem("not-a-date", ERROR.position, "m", "h", mend=mend)
    text = as_text([problem, WARNING], lambda _: "a: b\nsaid:  noo\n", lambda r, t: f"<{r}:{t}>")
    assert {role for role in Role if f"<{role}:" in text} == set(Role)
    assert "<error:error>: m <code:[not-a-date]>" in text
    assert "<mark:^^^>" in text


def test_colours_change_no_word() -> None:
    problem = Problem("not-a-date", ERROR.position, "m", "h", mend=Mend(ERROR.position, "2022"))
    coloured = as_text([problem], lambda _: "a: b\nsaid:  noo\n", terminal.paint)
    assert "\x1b[" in coloured
    assert click.unstyle(coloured) == as_text([problem], lambda _: "a: b\nsaid:  noo\n")
    assert re.match(r"\x1b\[34ma\.yml:2:8\x1b\[0m: ", coloured)


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({}, None),
        ({"NO_COLOR": ""}, None),
        ({"NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_environment_may_ask_for_colours(environ: dict[str, str], *, wanted: bool | None) -> None:
    assert terminal.asked(environ) is wanted
