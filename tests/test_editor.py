"""What an editor shows of a record: completion, hover text, and faults as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator import editorline
from tests.hosted import ROOT
from tests.language_server import running
from tests.records_of import CASES_THAT_PARSE, case_document, documents, is_sound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.language_server import Client

CLAIM = "claims/spring/ferry.yml"
TEXT = """\
format: 1
title: Does the ferry stay?
claim: The ferry stays.
asks: fact
claimant: ada-quill
said_on: 2031
evidence:
  - passage: otterby-minutes-march#ferry-stays
    stance: supports
status: draft
"""


@pytest.fixture(scope="module")
def editor() -> Iterator[Client]:
    with running(ROOT) as client:
        yield client


def opened(editor: Client, text: str, file: str = CLAIM) -> str:
    """Open a new record beside ``file``, with the right editor line, which is line 0."""
    name = f"{file.removesuffix('.yml')}-{len(editor.opened)}.yml"
    return editor.open(name, f"{editorline.line(file)}\n{text}")


def completions(editor: Client, text: str, file: str = CLAIM) -> dict[str, Any]:
    """Return what is offered at the end of ``text``, by label."""
    uri = opened(editor, text, file)
    *_, last = rows = text.split("\n")
    found = editor.at("textDocument/completion", uri, len(rows), len(last))
    return {item["label"]: item for item in found["items"]}


def hover(editor: Client, word: str) -> str:
    uri = opened(editor, TEXT)
    rows = TEXT.split("\n")
    line = next(number for number, row in enumerate(rows) if f"{word}:" in row)
    shown = editor.at("textDocument/hover", uri, line + 1, rows[line].index(word) + 1)
    text: str = shown["contents"]["value"]
    return text


def said(found: list[dict[str, Any]]) -> list[str]:
    return [f"{d['range']['start']['line']}: {d['message']}" for d in found]


def test_keys_are_completed(editor: Client) -> None:
    found = completions(editor, TEXT)
    assert {"summary", "reviewed_on", "related"} <= set(found)
    assert "title" not in found, "it is there already"
    assert found["summary"]["documentation"]["value"].startswith("The answer and the reason")
    assert found["reviewed_on"]["insertText"] == "reviewed_on: "


def test_keys_of_an_inner_block_are_completed(editor: Client) -> None:
    found = completions(editor, "evidence:\n  - stance: supports\n    ")
    assert {"passage", "reference", "note", "why_counts"} <= set(found)
    assert "title" not in found


def test_words_of_a_choice_are_completed(editor: Client) -> None:
    found = completions(editor, TEXT + "related:\n  - claim: ferry-cost\n    as: ")
    assert set(found) == {"repeats", "contradicts", "updates", "part-of"}
    assert found["repeats"]["documentation"] == "says the same as the other"


def test_words_that_may_be_null_are_completed(editor: Client) -> None:
    file = "content/sources/otterby.yml"
    found = completions(editor, "status: ", file)
    assert {"live", "corrected", "retracted", "gone"} <= set(found)


def test_no_example_is_offered_as_a_value(editor: Client) -> None:
    """A made-up day or name would stand in the record as if somebody had found it out."""
    assert set(completions(editor, "claimant: ")) == {"null"}
    assert "2022-05-31" not in completions(editor, "said_on: ")
    for item in completions(editor, TEXT).values():
        rows = item["insertText"].split("\n")
        ends = (":", ": ", "- ", "$1", "$2", "$3")
        assert [row for row in rows if row.strip() and not row.endswith(ends)] == []


def test_hover_explains_a_field(editor: Client) -> None:
    text = hover(editor, "said_on")
    assert "When it was said: the day, or month or year when no more is known." in text
    assert "Example:\n\n```yaml\n2022-05-31\n```" in text


def test_hover_explains_the_words_of_a_choice(editor: Client) -> None:
    text = hover(editor, "stance")
    assert "What this evidence does for the claim." in text
    assert "* `refutes`: speaks against the claim" in text


def test_hover_explains_blocks(editor: Client) -> None:
    assert "What bears on the claim, each piece with its stance." in hover(editor, "evidence")


MARKED = {
    "titel: x\n": (0, 0, 5, "titel"),
    "asks: maybe\n": (0, 6, 11, "said"),
    "said_on: tomorrow\n": (0, 9, 17, "pattern"),
    "format: 2\n": (0, 8, 9, "maximum"),
    "topics: boats\n": (0, 8, 13, "array"),
    "evidence:\n  - stnace: supports\n": (1, 4, 10, "stnace"),
    "response:\n  becuase: x\n": (1, 2, 9, "becuase"),
    f"claim_short: {'x' * 75}\n": (0, 13, 88, "74"),
    "title: null\n": (0, 7, 11, "string"),
}


@pytest.mark.parametrize("text", MARKED, ids=lambda text: text.split()[0])
def test_faults_are_marked_where_they_stand(editor: Client, text: str) -> None:
    line, start, end, word = MARKED[text]
    found = editor.problems(opened(editor, text))
    at = [d for d in found if d["range"]["start"] == {"line": line + 1, "character": start}]
    assert any(d["range"]["end"] == {"line": line + 1, "character": end} for d in at), said(found)
    assert any(word in d["message"] for d in at), said(found)


def test_own_records_are_not_marked(editor: Client) -> None:
    found = documents(ROOT)
    addresses = [editor.open(document.file, document.text) for document in found]
    marked = {uri: said(problems) for uri in addresses if (problems := editor.problems(uri))}
    assert len(addresses) > 100
    assert marked == {}


def test_sound_cases_are_not_marked(editor: Client) -> None:
    sound = [d for case in CASES_THAT_PARSE if is_sound(d := case_document(case))]
    addresses = [opened(editor, document.text, document.file) for document in sound]
    marked = {uri: said(problems) for uri in addresses if (problems := editor.problems(uri))}
    assert len(addresses) > 50
    assert marked == {}
