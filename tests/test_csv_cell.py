"""Text in a cell of CSV: no spreadsheet runs it, and a program has its words back."""

from __future__ import annotations

import re

import pytest

from generator import escape

FORMULAS = ("=1+1", "+1", "-5 percent", "@SUM(A1)", "\tx", "\r=1", "\n=1", "'=1", "''@x", "'-")
HARMLESS = ("", "'tis", "a=b", "5 - 3", " =1", "“quoted”", "''")


@pytest.mark.parametrize("words", FORMULAS)
def test_a_formula_begins_with_an_apostrophe(words: str) -> None:
    assert escape.csv_cell(words) == f"'{words}"


@pytest.mark.parametrize("words", HARMLESS)
def test_other_words_stay_as_they_are(words: str) -> None:
    assert escape.csv_cell(words) == words


@pytest.mark.parametrize("words", FORMULAS + HARMLESS)
def test_a_program_has_the_words_back(words: str) -> None:
    cell = escape.csv_cell(words)
    assert (cell[1:] if re.match(r"'+[=+@\t\r\n-]", cell) else cell) == words
