"""YAML text to data: what is refused, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.yamltext import MAX_BYTES, Data, Document, decode, front_matter, parse

if TYPE_CHECKING:
    from generator.problems import Problem


def place(problem: Problem) -> tuple[str, int, int]:
    return problem.code, problem.position.line, problem.position.column


def decoded(raw: bytes) -> list[tuple[str, int, int]]:
    text, problems = decode(raw, "x.yml")
    assert not (text and problems)
    return [place(problem) for problem in problems]


def document(text: str) -> Document:
    found, problems = parse(text, "x.yml")
    assert problems == []
    assert found is not None
    return found


def value(text: str) -> Data:
    return document(f"a: {text}\n").data["a"]


def test_byte_order_mark_is_refused() -> None:
    assert decoded("\ufeffa: b".encode()) == [("bad-encoding", 1, 1)]


def test_bad_utf8_is_placed_in_code_points() -> None:
    assert decoded("a: b\nім’я: ".encode() + b"\xff") == [("bad-encoding", 2, 7)]
    assert decoded(b"a: \xd0") == [("bad-encoding", 1, 4)]


def test_utf16_is_refused() -> None:
    assert [code for code, _, _ in decoded("a: b".encode("utf-16"))] == ["bad-encoding"]


def test_text_must_be_in_normal_form_c() -> None:
    assert decoded("a: b\nc: cafe\u0301".encode()) == [("bad-encoding", 2, 7)]
    assert decoded("a: café".encode()) == []


INVISIBLE = {
    "null": 0x00,
    "backspace": 0x08,
    "vertical tab": 0x0B,
    "form feed": 0x0C,
    "lone carriage return": 0x0D,
    "escape": 0x1B,
    "delete": 0x7F,
    "next line": 0x85,
    "soft hyphen": 0xAD,
    "grapheme joiner": 0x34F,
    "arabic letter mark": 0x61C,
    "hangul filler": 0x115F,
    "khmer vowel": 0x17B4,
    "mongolian selector": 0x180B,
    "mongolian vowel separator": 0x180E,
    "zero-width space": 0x200B,
    "zero-width joiner": 0x200D,
    "left-to-right mark": 0x200E,
    "line separator": 0x2028,
    "paragraph separator": 0x2029,
    "right-to-left override": 0x202E,
    "word joiner": 0x2060,
    "right-to-left isolate": 0x2067,
    "nominal digit shapes": 0x206F,
    "hangul filler, compatible": 0x3164,
    "byte order mark inside": 0xFEFF,
    "halfwidth filler": 0xFFA0,
    "annotation anchor": 0xFFF9,
    "replacement character": 0xFFFD,
    "not a character": 0xFFFF,
    "tag letter": 0xE0041,
    "variation selector 17": 0xE0100,
}


@pytest.mark.parametrize("name", INVISIBLE)
def test_invisible_character_is_refused(name: str) -> None:
    raw = f"a: ще {chr(INVISIBLE[name])}b".encode()
    assert decoded(raw) == [("forbidden-character", 1, 7)]


def test_every_invisible_character_is_reported_up_to_a_limit() -> None:
    assert decoded("a: \u200b\nb: \u200b".encode()) == [
        ("forbidden-character", 1, 4),
        ("forbidden-character", 2, 4),
    ]
    assert len(decoded(("\u200b" * 1000).encode())) == 20


def test_visible_characters_of_all_kinds_are_accepted() -> None:
    assert decoded("a: Їжак — “ci”\u00a0« 漢字 » עברית ❤️ \U0001f600\tx".encode()) == []


def test_windows_line_ends_do_not_move_positions() -> None:
    text, problems = decode(b"a: b\r\nc: d\r\n", "x.yml")
    assert problems == []
    assert document(text).at(("c",)).line == 2
    assert document(text).data == {"a": "b", "c": "d"}
    assert decoded("a: b\r\nc: \u200b\r\n".encode()) == [("forbidden-character", 2, 4)]


def test_size_limit_is_exact() -> None:
    assert decoded(b"#" * MAX_BYTES) == []
    assert decoded(b"#" * (MAX_BYTES + 1)) == [("too-large", 1, 1)]


@pytest.mark.parametrize(
    "word", ["no", "true", "1.10", "010", "0x1F", "1_000", "12:30", "2022-06-07", ".inf", "NULL"]
)
def test_scalars_stay_text(word: str) -> None:
    assert value(word) == word


@pytest.mark.parametrize("word", ["", "null", "~"])
def test_null_is_null_or_nothing(word: str) -> None:
    assert value(word) is None


@pytest.mark.parametrize("word", ["'null'", '"~"', "''"])
def test_quoted_null_is_text(word: str) -> None:
    assert value(word) == word[1:-1]


def test_block_and_folded_texts() -> None:
    assert value("|\n  one\n  two") == "one\ntwo\n"
    assert value(">-\n  one # two\n  three") == "one # two three"


def test_hash_inside_a_word_or_quotes_is_text() -> None:
    assert value("item#5") == "item#5"
    assert value("'item #5'") == "item #5"


def test_front_matter_survives_its_own_reading() -> None:
    dumped = front_matter({"title": "a: b\n---\nc", "hide": ["toc"]})
    assert dumped.startswith("---\n")
    assert document(dumped.removesuffix("---\n")).data["title"] == "a: b\n---\nc"


BOMBS = {
    "brackets": "[" * 100_000,
    "braces": "{" * 100_000,
    "closed lists": "[" * 3000 + "]" * 3000,
    "lists in a value": "a: " + "[" * 3000 + "]" * 3000,
    "dashes": "- " * 3000 + "a",
    "question marks": "? " * 20_000,
    "indents": "\n".join(" " * depth + "a:" for depth in range(300)),
    "values": "a: [" + "b, " * 20_000 + "]",
}


@pytest.mark.parametrize("name", BOMBS)
def test_bomb_ends_with_a_problem(name: str) -> None:
    found, problems = parse(BOMBS[name], "x.yml")
    assert found is None
    assert problems


@given(st.text())
def test_any_text_gives_data_or_problems(text: str) -> None:
    found, problems = parse(text, "x.yml")
    assert (found is None) == bool(problems)


@given(st.text(alphabet="ab:-#'\"[]{}&*!|>%@?, \n\t\\<~é\U0001f600"))
def test_any_punctuation_gives_data_or_problems(text: str) -> None:
    found, problems = parse(text, "x.yml")
    assert (found is None) == bool(problems)


@given(st.binary())
def test_any_bytes_give_text_or_problems(raw: bytes) -> None:
    text, problems = decode(raw, "x.yml")
    assert text == "" or not problems
