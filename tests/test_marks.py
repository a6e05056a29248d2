"""What stands between quotation marks, of every kind and badly set."""

from __future__ import annotations

import time

import pytest

from generator.checks.marks import between


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("no mark at all, only the crew's ‘single’ ones", []),
        ("a “quotation” and “another”", ["quotation", "another"]),
        ('a "quotation" and "another"', ["quotation", "another"]),
        ("„German“, „Polish”, ”Swedish”", ["German", "Polish", "Swedish"]),
        ("«French» and »Danish«", ["French", "Danish"]),
        ("“one “within” another”", ["one “within” another"]),
        ('“one "within" another”', ['one "within" another']),
        ("““we are ready””", ["we are ready"]),
        ('""we are ready""', ["we are ready"]),
        ('5" by 7" of paper, "written on"', ["written on"]),
        ('"in 2022" and later', ["in 2022"]),
        ("“never closed", ["never closed"]),
        ('“closed by another" mark', ['closed by another" mark']),
        ("we are ready”, he said", [", he said"]),
        ("", []),
    ],
)
def test_quotations_of_a_text(text: str, quoted: list[str]) -> None:
    assert [words for _, words in between(text)] == quoted


def test_the_mark_is_told() -> None:
    assert list(between("a «quotation»")) == [("«", "quotation")]


@pytest.mark.parametrize("text", ["“" * 20_000, '" ' * 10_000, "“”" * 10_000, "„«" * 10_000])
def test_many_marks_take_no_time(text: str) -> None:
    start = time.process_time()
    assert len(list(between(text))) <= 10_000
    assert time.process_time() - start < 1
