"""Slips of the pen in YAML: what is offered, and that the file can then be read."""

from __future__ import annotations

import pytest

from generator import yamltext
from generator.problems import Problem, Surety

ABOVE, BELOW = "format: 1\n", "\nstatus: draft\n"


def broken(text: str) -> Problem:
    document, problems = yamltext.parse(text, "a.yml")
    assert document is None
    (problem,) = problems
    return problem


def mended(slip: str) -> tuple[str, Surety]:
    """Mend a slip that stands between two sound lines, which stay."""
    text = f"{ABOVE}{slip}{BELOW}"
    mend = broken(text).mend
    assert mend is not None
    found = mend.written_into(text)
    assert found.startswith(ABOVE)
    assert found.endswith(BELOW)
    return found.removeprefix(ABOVE).removesuffix(BELOW), mend.surety


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("title: The mayor: I stay", "title: 'The mayor: I stay'"),
        ("title: It's so: I stay", 'title: "It\'s so: I stay"'),
        ('title: It\'s "so": I stay', "title: 'It''s \"so\": I stay'"),
        ("title: 'The mayor's ferry'", "title: 'The mayor''s ferry'"),
        ('title: "He said "no" to it"', "title: 'He said \"no\" to it'"),
        ('title: "No" said the mayor', "title: '\"No\" said the mayor'"),
        ("title: @mayor stays", "title: '@mayor stays'"),
        ("title: [Update] The ferry", "title: '[Update] The ferry'"),
        ("title: 'It''s the mayor's'", "title: 'It''s the mayor''s'"),
        ("title: *The* ferry", "title: '*The* ferry'"),
        ("title:The ferry", "title: The ferry"),
        ("asks:\u00a0said", "asks: said"),
        ("asks: said # or fact", "# or fact\nasks: said"),
        ("list:\n  - a # why\n  - b", "list:\n  # why\n  - a\n  - b"),
        ("summary: >- The text\n  goes on", "summary: >-\n  The text\n  goes on"),
        ("topics: - a", "topics:\n  - a"),
        ("topics: - a\n  - b", "topics:\n  - a\n  - b"),
    ],
)
def test_slip_with_one_reading(slip: str, meant: str) -> None:
    assert mended(slip) == (meant, Surety.CERTAIN)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("title: “The mayor: I stay”", "title: 'The mayor: I stay'"),
        ("title: The mayor: I stay'", "title: 'The mayor: I stay'"),
        ("response: none_because: Nobody.", "response:\n  none_because: Nobody."),
        ("title: 'The ferry", "title: 'The ferry'"),
        ('title: "The ferry', 'title: "The ferry"'),
        ("title The ferry", "title: The ferry"),
        ("title: Ferry #3 and others", "title: 'Ferry #3 and others'"),
        ("title: Ferry # not others", "# not others\ntitle: Ferry"),
        ("evidence:\n  - passage: a # b", "evidence:\n  - passage: a#b"),
        ('title: "C:\\query"', "title: 'C:\\query'"),
        ("\tasks: said", "asks: said"),
        ("a:\n\tb: c", "a:\n  b: c"),
        (" asks: said", "asks: said"),
        ("list:\n  - a\n - b", "list:\n  - a\n  - b"),
        ("list:\n  - a: b\n   c: d", "list:\n  - a: b\n    c: d"),
        ("topics: [a, b", "topics: [a, b]"),
        ("summary: >-\nThe text.", "summary: >-\n  The text."),
        ('title: "No" and "yes"', 'title: \'"No" and "yes"\''),
        ("title: 'The mayors' ferry'", "title: 'The mayors'' ferry'"),
        ("title: ''The ferry'", "title: '''The ferry'"),
        ("title: 'The ferry'>", "title: \"'The ferry'>\""),
        ("title: 'It's the ferry", "title: \"'It's the ferry\""),
        ("title: 'The ferry'*", "title: \"'The ferry'*\""),
        ("title: * The ferry", "title: '* The ferry'"),
        ("title: #3 ferry", "title: '#3 ferry'"),
        ("title: !The ferry", "title: '!The ferry'"),
        ("title: &The ferry", "title: '&The ferry'"),
    ],
)
def test_slip_that_is_likely_meant_so(slip: str, meant: str) -> None:
    assert mended(slip) == (meant, Surety.LIKELY)


@pytest.mark.parametrize(
    "text",
    [
        "title: a: b: [\n",
        "{\nformat: 1\n",
        "text:\n  One line: and\n  more of it\n",
        "title: 'never\nclosed: x\n",
        "title: it's\n  over two: lines\nstatus: draft\n",
        "a: >\n",
        "- \n-\t: [",
        "\t",
        ": : :",
        "x: '",
        "? [",
    ],
)
def test_what_does_not_help_is_not_offered(text: str) -> None:
    _, problems = yamltext.parse(text, "a.yml")
    for problem in problems:
        if problem.mend:
            document, left = yamltext.parse(problem.mend.written_into(text), "a.yml")
            assert document is not None or left[0].position > problem.position


def test_double_key_names_the_line_of_the_first() -> None:
    assert broken("a: 1\nb: 2\na: 3\n").message == "the key 'a' stands here twice, first on line 1"


def test_comment_in_the_place_of_a_value_is_marked() -> None:
    problem = broken("format: 1\nclaimant: # not known\nstatus: draft\n")
    assert problem.message == "a comment stands where a value belongs: YAML would read nothing"
    assert (problem.position.line, problem.position.column, problem.mend) == (2, 11, None)
    assert broken("topics:\n  - # none\n").position.column == 5


def conflict(text: str) -> list[tuple[int, int, str]]:
    _, problems = yamltext.decode(text.encode(), "a.md")
    return [(p.position.line, p.position.end_line, p.message) for p in problems]


def test_conflict_is_one_problem_with_its_lines() -> None:
    text = "a\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\nd\n>>>>>>> other\n"
    said = "lines 2 to 8 are two versions that git could not put together, parted by line 6"
    assert conflict(text) == [(2, 8, said)]
    assert conflict(text.replace("\n", "\r\n")) == [(2, 8, said)]


def test_mark_of_a_conflict_that_was_left() -> None:
    for mark in ("<<<<<<< HEAD", ">>>>>>> other"):
        assert conflict(f"a\n{mark}\nb\n") == [
            (2, 2, f"'{mark[:7]}' is left of a conflict that git marked")
        ]


@pytest.mark.parametrize(
    "text", ["Heading\n=======\n", "  <<<<<<< HEAD\n", "<<<<<<<<\n", "<<<<<<\n"]
)
def test_lines_that_are_no_marks(text: str) -> None:
    assert conflict(text) == []
