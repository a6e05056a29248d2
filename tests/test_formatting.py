"""The canonical form of records: what moves, what stays, and that nothing is lost."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import comments, editorline, formatting, yamltext
from tests.conftest import TOY
from tests.hosted import ROOT
from tests.records_of import CASES_THAT_PARSE, case_document, documents, validated

if TYPE_CHECKING:
    from pathlib import Path

    from generator.yamltext import Document

CLAIM = "claims/2031/ferry.yml"


def parsed(text: str, file: str = CLAIM) -> Document:
    document, problems = yamltext.parse(text, file)
    assert document is not None, problems
    return document


def formatted(document: Document) -> str:
    text, problems = formatting.formatted(document)
    assert text is not None, problems
    return text


def body(text: str, file: str = CLAIM) -> str:
    """Format a text written with indentation; return it without its editor line."""
    first, _, rest = formatted(parsed(dedent(text).lstrip("\n"), file)).partition("\n")
    assert first == editorline.line(file)
    return rest


def same(before: str, after: str) -> None:
    wanted = dedent(after).lstrip("\n")
    assert body(before) == wanted
    assert body(wanted) == wanted, "formatting again changes nothing"


def all_comments(document: Document) -> list[str]:
    lines = [line for rows in comments.find(document).values() for line in rows if line]
    return sorted(line for line in lines if not formatting.EDITOR_LINE.match(line))


# --- one rule at a time -------------------------------------------------------------------


def test_keys_stand_in_the_order_of_the_schema() -> None:
    same(
        """
        status: draft
        evidence:
        - stance: context
          passage: a#b
        asks: said
        format: 1
        """,
        """
        format: 1
        asks: said
        evidence:
          - passage: a#b
            stance: context
        status: draft
        """,
    )


def test_unknown_keys_come_last_and_stay_as_they_are() -> None:
    same(
        """
        zeal: 'two  blanks'
        alpha: 1
        title: The ferry
        """,
        """
        title: The ferry
        zeal: two  blanks
        alpha: 1
        """,
    )


def test_order_of_the_people_who_write_it_is_kept() -> None:
    text = "passages:\n  zebra:\n    quote: the ferry stays\n  ant:\n    quote: the ferry goes\n"
    assert body(text, "content/sources/x.yml") == text


def test_quotes_only_where_needed() -> None:
    same(
        """
        title: "Plain"
        claim: 'a: b'
        claim_short: "it's: b"
        summary: 'the "a": b'
        said_in: 'no'
        said_on: '2022'
        topics: ['2022', "null", '- x']
        checked_by: '#x'
        response: {answer: '12:30'}
        """,
        """
        title: Plain
        claim: 'a: b'
        claim_short: "it's: b"
        said_on: 2022
        said_in: 'no'
        summary: 'the "a": b'
        topics:
          - 2022
          - 'null'
          - '- x'
        response:
          answer: '12:30'
        checked_by: '#x'
        """,
    )


def test_nothing_is_written_as_null() -> None:
    same("claimant:\nsaid_on: ~\ntopics: []\n", "claimant: null\nsaid_on: null\ntopics: []\n")


LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"


def test_long_text_is_folded_at_100_columns() -> None:
    text = body(f"summary: {LONG} {LONG}\nanalysis: |-\n  {LONG} {LONG}\n").splitlines()
    assert text[0] == "summary: >-"
    assert [len(row) <= 100 for row in text] == [True, True, True, True, False]
    assert len(text[1]) > 90
    assert text[3] == "analysis: |-"


def test_text_that_just_fits_is_not_folded() -> None:
    for extra, wanted in (("x" * 3, 1), ("x" * 4, 2)):
        rows = body(f"summary: >-\n  {LONG}{extra}\n").splitlines()
        assert (len(rows[0]) == 100) is (wanted == 1)
        assert len(rows) == wanted


def test_address_is_never_broken() -> None:
    url = "https://www.example.org/" + "a" * 150
    assert body(f"url: >-\n  {url}\n", "content/sources/x.yml") == f"url: {url}\n"


def test_line_ends_of_an_analysis_are_kept() -> None:
    same(
        """
        analysis: |
          One line.  \t
          - a list

              code


          Last.

        """.replace("\t", ""),
        """
        analysis: |-
          One line.  \t
          - a list

              code


          Last.
        """.replace("\t", ""),
    )


# --- comments -----------------------------------------------------------------------------


def test_comments_move_with_the_key_below() -> None:
    same(
        """
        # of the file

        # why it is a draft
        # (two lines)
        status: draft
        # the title
        title: The ferry
        """,
        """
        # of the file

        # the title
        title: The ferry
        # why it is a draft
        # (two lines)
        status: draft
        """,
    )


def test_comments_within_blocks() -> None:
    same(
        """
        evidence:
            # above the first
            - stance: context
              # above the passage
              passage: a#b
              # at the end of the first
            # above the second
            - passage: a#c
              stance: context
              # its note
              note: x
              # at the end of the second
            # at the end of the evidence
        # of the analysis
        analysis: x
        # at the end of the file
        """,
        """
        evidence:
          # above the first
          # above the passage
          - passage: a#b
            stance: context
            # at the end of the first
          # above the second
          - passage: a#c
            stance: context
            # its note
            note: x
            # at the end of the second
          # at the end of the evidence
        # of the analysis
        analysis: |-
          x
        # at the end of the file
        """,
    )


def test_comments_beside_go_above() -> None:
    same(
        """
        title: 'The ferry'  # a title
        summary: >-  # of the summary
          It stays.
        topics:  # of the topics
          - # of the boats
            boats
          - "cars" # of the cars
        people: [ada, # of Ada
          bob]
        related:
          # nothing yet
        status: draft
        """,
        """
        # a title
        title: The ferry
        # of the summary
        summary: It stays.
        # of the topics
        topics:
          # of the boats
          - boats
          # of the cars
          - cars
        people:
          # of Ada
          - ada
          - bob
        # nothing yet
        related: null
        status: draft
        """,
    )


def test_hash_in_text_is_no_comment() -> None:
    same(
        """
        title: 'a #b'
        claim: a#b
        summary: >-
          # no comment
        analysis: |-
          # A heading
            # no comment
        # a comment
        status: draft
        """,
        """
        title: 'a #b'
        claim: a#b
        summary: '# no comment'
        analysis: |-
          # A heading
            # no comment
        # a comment
        status: draft
        """,
    )


def test_blank_lines_are_one_at_most() -> None:
    same(
        "\n\ntitle: x\n\n\nstatus: draft\n\n  \n# end\n\n\n",
        "title: x\n\nstatus: draft\n\n# end\n",
    )


@pytest.mark.parametrize(
    "line",
    [
        "# yaml-language-server: $schema=../claim.schema.json",
        "#yaml-language-server:   $schema=https://example.org/x.json",
    ],
)
def test_editor_line_is_put_right(line: str) -> None:
    right = f"{editorline.line(CLAIM)}\n# about\ntitle: x\n"
    for wrong in (f"{line}\n# about\ntitle: x\n", f"# about\n\n{line}\ntitle: x\n"):
        assert formatted(parsed(wrong)).replace("# about\n\n", "# about\n") == right


# --- real records -------------------------------------------------------------------------


@pytest.mark.parametrize("root", [ROOT, TOY], ids=["own", "toy"])
def test_records_say_the_same(root: Path) -> None:
    for document in documents(root):
        after = parsed(formatted(document), document.file)
        assert validated(after) == validated(document) is not None
        assert all_comments(after) == all_comments(document)
        assert formatted(after) == after.text


@pytest.mark.parametrize("case", CASES_THAT_PARSE, ids=lambda case: case.stem)
def test_cases_say_the_same(case: Path) -> None:
    document = case_document(case)
    after = parsed(formatted(document), document.file)
    assert validated(after) == validated(document)
    assert all_comments(after) == all_comments(document)
    assert formatted(after) == after.text
    for row in after.text.splitlines()[1:]:
        assert not row.endswith((" ", "\t")) or "analysis" in document.text


def test_own_records_are_formatted() -> None:
    unlike = [d.file for d in documents(ROOT) if formatted(d) != d.text]
    assert unlike == [], "run 'factcheck fmt'"


# --- generated records --------------------------------------------------------------------

WORDS = st.text("ab0-:#'\"&*!|>%@`{}[],?~=.\\ \t\n…é“—\u00a0😀", max_size=60).map(
    lambda text: text.replace("\t", " ")
)
KNOWN = ("title", "summary", "analysis", "said_on", "evidence", "topics", "passage", "stance")
KEYS = st.sampled_from([*KNOWN, "as", "note", "zeal", "alpha", "no"])
DATA: st.SearchStrategy[Any] = st.recursive(
    st.none() | WORDS | st.sampled_from(["null", "2022", "no", "true", "1_0", "2022-06-07", LONG]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)
COMMENTS = st.lists(
    st.sampled_from(["", "# one", "#two", "  # three", "    # four: x", "# - five"])
)


def written(data: Any, indent: int, notes: list[str]) -> list[str]:
    """Write data in a plain way, with comments between its lines."""
    rows: list[str] = []
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        if notes:
            rows.append(notes.pop())
        start = " " * indent + (f"{key}:" if isinstance(data, dict) else "-")
        if isinstance(value, dict | list) and value:
            rows += [start, *written(value, indent + 2, notes)]
        else:
            rows.append(f"{start} {scalar(value)}")
    return rows


def scalar(value: Any) -> str:
    if isinstance(value, dict | list):
        return "{}" if isinstance(value, dict) else "[]"
    if value is None:
        return "null"
    quoted = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{quoted}"'


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(KEYS, DATA, min_size=1, max_size=5), COMMENTS)
def test_generated_records(data: dict[str, Any], notes: list[str]) -> None:
    document = parsed("\n".join([*written(data, 0, notes[:]), ""]))
    assert document.data == data
    text = formatted(document)
    after = parsed(text)
    assert formatted(after) == text
    assert all_comments(after) == all_comments(document)
    assert after.data == formatting.canonical_data(document)
