"""Where a fault is shown: every position counts lines and code points from 1."""

from __future__ import annotations

import pytest

from generator.yamltext import Path, decode, parse
from tests.test_yamltext import document, place

RECORD = """\
# a comment
title: Їжак \U0001f600 ok
"two words": x
evidence:
  - passage: a#b
    stance: supports
  - note: >-
      first
      second
topics: [boats, {as: ice}]
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("title",), (2, 8, 2, 17)),
        (("two words",), (3, 14, 3, 15)),
        (("evidence", 0, "stance"), (6, 13, 6, 21)),
        (("topics", 1, "as"), (10, 22, 10, 25)),
    ],
)
def test_value_has_its_span(path: Path, expected: tuple[int, int, int, int]) -> None:
    at = document(RECORD).at(path)
    assert (at.line, at.column, at.end_line, at.end_column) == expected


def test_key_has_its_span() -> None:
    at = document(RECORD).at(("evidence", 0, "stance"), key=True)
    assert (at.line, at.column, at.end_line, at.end_column) == (6, 5, 6, 11)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("evidence",), 4, 1),
        (("evidence", 0), 5, 5),
        (("evidence", 0, "note"), 5, 5),
        (("evidence", 9, "note"), 4, 1),
        (("title", "deeper"), 2, 8),
        (("nowhere", 3), 2, 1),
        ((), 2, 1),
    ],
)
def test_a_path_that_leads_nowhere_gives_the_nearest_place(
    path: Path, line: int, column: int
) -> None:
    at = document(RECORD).at(path)
    assert (at.line, at.column) == (line, column)


def test_columns_behind_emoji_and_cyrillic_are_code_points() -> None:
    _, problems = parse("a: [Їжак, \U0001f600\U0001f600, &x b]\n", "x.yml")
    assert [place(p) for p in problems] == [("yaml-alias", 1, 15)]


def test_comment_is_found_behind_text_that_is_no_ascii() -> None:
    _, problems = parse("a: Їжак \U0001f600 # b\n", "x.yml")
    assert [place(p) for p in problems] == [("comment-in-text", 1, 4)]


@pytest.mark.parametrize("escape", [r"\u200b", r"\u202e", r"\0", r"\e", r"\x7f", r"\N", r"e\u0301"])
def test_escaped_character_is_refused_like_a_written_one(escape: str) -> None:
    found, problems = parse(f'title: "a{escape}b"\n', "x.yml")
    assert found is None
    assert {p.code for p in problems} <= {"forbidden-character", "bad-encoding"}


@pytest.mark.parametrize("text", ["a: b\nc\n", "a: b\nc\nd: e\n"])
def test_line_without_colon_is_the_line_named(text: str) -> None:
    _, problems = parse(text, "x.yml")
    assert [place(p)[:2] for p in problems] == [("yaml-syntax", 2)]


def test_tab_inside_text_is_not_blamed_for_a_colon() -> None:
    _, problems = parse("title: one\ttwo: three\n", "x.yml")
    assert "tab" not in problems[0].message


@pytest.mark.parametrize("code", [0x1D173, 0x1BCA0, 0x1FFFE])
def test_rarer_invisible_characters_are_refused(code: int) -> None:
    assert decode(f"a: {chr(code)}".encode(), "x.yml")[1]
