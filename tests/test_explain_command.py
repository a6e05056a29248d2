"""``factcheck explain``: what it prints of a code, on which width, and what of a wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator import checks, manual
from generator.cli import main
from generator.codes import CODES, GROUPS
from generator.explanation import Example, explanations

if TYPE_CHECKING:
    from click.testing import Result

EXPLAINED = {code: t for group in explanations(checks.RULES).values() for code, t in group.items()}
DATE = """\
not-a-date: The value is not a calendar date.

Why
  Dates put checks and reports in order, and `04/03/2031` is another day in
  London than in New York. So there is one way to write them, and the day must
  exist.

Wrong
  claims/mayor-keeps-ferry.yml
      said_on: 4 March 2031

Right
  claims/mayor-keeps-ferry.yml
      said_on: 2031-03-04

What to do
  Write year, month and day with hyphens. Where only the month or the year is
  known, `2031-03` and `2031` are allowed in most places; the message says so.

Error: the site is not built. Cannot be excused.
"""


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def run(*arguments: str, color: bool = False) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments], color=color)


def test_a_code_is_explained_with_its_examples() -> None:
    result = run("not-a-date")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.output == DATE


@pytest.mark.parametrize("code", ["[not-a-date]", " NOT-A-DATE", "[Not-a-date]"])
def test_a_code_is_taken_as_it_was_copied(code: str) -> None:
    assert run(code).output == DATE


def test_headings_are_bold_on_a_terminal_only() -> None:
    assert "\x1b[1mWhy\x1b[0m\n" in run("not-a-date", color=True).output
    assert "\x1b" not in run("not-a-date").output


def test_a_rule_tells_what_it_asks_for_and_that_it_can_be_excused() -> None:
    said = run("single-source").output
    rule = checks.RULES["single-source"]
    assert f"\nThe rule\n  {rule.title}\n\n" in said
    assert "`origin`" in said
    assert "``" not in said
    assert said.endswith(
        "\nWhere it does not fit\n"
        "  Say so in the record, with the reason and the last day on which it holds:\n\n"
        "      excused:\n        - rule: single-source\n          reason: …\n"
        "          until: YYYY-MM-DD\n\nError: the site is not built. Can be excused.\n"
    )
    assert "Where it does not fit" not in run("prose-link").output


@pytest.mark.parametrize(
    ("code", "effect"),
    [
        ("orphan", "Warning: somebody is asked to look. Can be excused."),
        ("bad-signature", "Error or warning: the message says which. Cannot be excused."),
        ("unsigned-seal", "Error: the command that finds it fails. Cannot be excused."),
    ],
)
def test_the_last_line_says_how_much_it_weighs(code: str, effect: str) -> None:
    assert run(code).output.splitlines()[-1] == effect


def test_without_a_code_all_are_listed_in_their_groups() -> None:
    rows = run().output.splitlines()
    assert [row for row in rows if row in GROUPS] == list(GROUPS)
    assert [row.split()[0] for row in rows if row[:3].strip() and row[:2] == "  "] == list(CODES)
    assert (
        rows[1] == "  unreadable-file         The file cannot be read, or is not an ordinary file."
    )
    assert rows[-1] == "For more about one of them: factcheck explain CODE"


@pytest.mark.parametrize("width", [1, 40, 59, 60, 80, 100, 300])
def test_no_line_of_prose_is_wider_than_the_terminal(width: int) -> None:
    groups = explanations(checks.RULES)
    shown = [
        manual.index(groups, width, str),
        *(manual.page(t, width, str) for t in EXPLAINED.values()),
    ]
    widest = max(40, min(width, 100))
    long = {row.strip() for text in shown for row in text.split("\n") if len(row) > widest}
    code = {
        row.strip()
        for told in EXPLAINED.values()
        for part in (*told.wrong, *told.right)
        if isinstance(part, Example)
        for row in part.text.split("\n")
    }
    assert {row for row in long - code if " " in row} == set()


def test_an_entry_of_a_list_hangs() -> None:
    said = manual.page(EXPLAINED["yaml-syntax"], 50, str)
    assert "\n  - Indent with spaces, never with tabs, and let\n    keys of one record" in said


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("yaml-sintax", "did you mean 'yaml-syntax'?"),
        ("not-a-dat", "did you mean 'not-a-date'?"),
        ("qqqq", "'factcheck explain' lists all"),
        ("", "'factcheck explain' lists all"),
        ("a\x1b[2Jb", "'factcheck explain' lists all"),
    ],
)
def test_an_unknown_code_is_wrong_use_and_names_the_nearest(code: str, hint: str) -> None:
    result = run(code)
    assert result.exit_code == 2
    assert "there is no problem code" in result.stderr
    assert hint in result.stderr
    assert "\x1b" not in result.stderr
    assert result.stdout == ""
