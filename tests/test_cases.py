"""Each file in cases/ is a bad record that says in its first comments what must be found.

``# as: FILE`` is its place in the toy corpus, ``# expect: LINE:COLUMN code`` a problem of
it, ``# also: FILE LINE:COLUMN code`` one of another file, ``# expect: nothing`` a record
that is sound. Words behind ``|`` must stand in the message or the hint. ``# about: WHY``
says what the case is there for. ``# on: DATE`` is the day of a check; without it the records
are read as for a build. ``# with: FILE TEXT`` is one line of another file that goes with it.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.codes import CODES
from tests.conftest import all_problems

if TYPE_CHECKING:
    from generator.problems import Problem

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
LONGEST = 400  # characters of message and hint: the longest list of keys fits
_HEADER = re.compile(
    r"# (?P<word>as|expect|also|about|on|with): (?:nothing|(?P<file>[a-z_]+/\S+)?\s*"
    r"(?:(?P<line>\d+):(?P<column>\d+) (?P<code>[a-z-]+)(?: \| (?P<words>.+))?)?|.+)"
)

# Problems that no file of YAML text causes: they are about names, bytes and kinds of file, or
# belong to the readers of hand-written pages and of captures, and to addresses.
ELSEWHERE = {
    "unreadable-file",
    "unexpected-file",
    "bad-id",
    "bad-encoding",
    "not-formatted",
    "unreadable-capture",
    "not-importable",
    "forbidden-character",
    "raw-html",
    "unknown-placeholder",
    "address-collision",
    # what is told of markup: tests/test_markup_lint.py
    "claim-review",
    # what comparing two revisions finds: tests/test_changes.py
    "lost-address",
    # what comparing quotations finds: tests/test_verification.py
    "not-found",
    "ambiguous",
    "too-short",
    "needs-archive",
    "unsealed",
    "bad-seal",
    "seal-of-another-text",
    "unsigned-seal",
    "changed-signers",
    "bad-signature",
    "bad-signers",
    "omitted-negation",
    "omitted-speaker",
    "negation-before",
    # what `factcheck publish` says: tests/test_publish.py
    "not-frozen",
}


class Expected(NamedTuple):
    file: str
    line: int
    column: int
    code: str
    words: str


class Case(NamedTuple):
    place: str
    expected: list[Expected]
    today: date | None
    others: list[tuple[str, str]]


def read_case(path: Path) -> Case:
    place, nothing, today = "", False, None
    expected, others = [], []
    for row in path.read_text("utf-8").splitlines():
        found = _HEADER.fullmatch(row)
        if not found:
            break
        if found["word"] == "as":
            place = found["file"]
        elif found["word"] == "about":
            continue
        elif found["word"] == "on":
            today = date.fromisoformat(row.partition(": ")[2])
        elif found["word"] == "with":
            file, _, text = row.removeprefix("# with: ").partition(" ")
            others.append((file, f"{text}\n"))
        elif row == "# expect: nothing":
            nothing = True
        else:
            position = int(found["line"]), int(found["column"])
            file = found["file"] or place
            expected.append(Expected(file, *position, found["code"], found["words"] or ""))
    assert place
    assert nothing is not bool(expected)
    return Case(place, sorted(expected), today, others)


def told(problem: Problem) -> Expected:
    at = problem.position
    return Expected(at.file, at.line, at.column, problem.code, "")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, toy: Path) -> None:
    place, expected, today, others = read_case(path)
    for file, text in others:
        (toy / file).write_text(text, "utf-8")
    target = toy / place
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(path.read_bytes())
    problems = all_problems(toy, today)
    assert sorted(told(p) for p in problems) == [e._replace(words="") for e in expected]
    for wanted in expected:
        said = [f"{p.message} {p.hint}" for p in problems if told(p) == wanted._replace(words="")]
        assert any(wanted.words in text for text in said), said
        assert all("\n" not in text and len(text) <= LONGEST for text in said), said
    assert [p for p in problems if not p.hint] == [], "every problem says how it is mended"


def test_every_code_of_a_yaml_file_has_a_case() -> None:
    covered = {expected.code for path in CASES for expected in read_case(path).expected}
    assert covered == set(CODES) - ELSEWHERE
