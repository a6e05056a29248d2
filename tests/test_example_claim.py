"""The example for contributors is a sound claim and tells about every field that a claim has."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import explanation, reading, site, yamltext
from generator.records import (
    Claim,
    Evidence,
    Excuse,
    HistoryEntry,
    HistoryKind,
    Question,
    Reference,
    Related,
    RelatedAs,
    Response,
    Stance,
    Status,
)
from generator.versions.canonical import digest
from tests.conftest import TOY
from tests.pages_of import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

    from pydantic import BaseModel

    Write = Callable[[str], None]

EXAMPLE = "claims/ferry-until-april.yml"
TEXT = explanation.example()
MODELS = (Claim, Evidence, Excuse, HistoryEntry, Reference, Related, Response)
FIELDS = [
    (model, field.alias or name)
    for model in MODELS
    for name, field in model.model_fields.items()
    if name != "id"
]
ROWS = TEXT.split("\n")


@pytest.fixture
def write(toy: Path) -> Write:
    """Return a function that writes the example, and the version before its last change."""

    def write(text: str) -> None:
        start, end = TEXT.index("  - date: 2031-03-12"), TEXT.index("\n# The day on which")
        former = TEXT[:start] + TEXT[end:]
        former = re.sub("^verdict: .*", "verdict: unproven", former, flags=re.MULTILINE)
        document, _ = yamltext.parse(former, EXAMPLE)
        assert document is not None
        version = reading.version_file(Path(EXAMPLE).stem, digest(document.data))
        for file, content in ((EXAMPLE, text), (version, former)):
            (toy / file).parent.mkdir(exist_ok=True)
            (toy / file).write_text(content, "utf-8")

    return write


def test_the_example_has_no_problem(toy: Path, write: Write) -> None:
    write(TEXT)
    made, _, problems = site.outputs_of(toy, drafts=False, today=date(2031, 3, 31))
    assert problems == []
    assert "claims/ferry-until-april.md" in [output.path for output in made]


@pytest.mark.parametrize(("model", "key"), FIELDS, ids=str)
def test_every_field_is_told(model: type[BaseModel], key: str) -> None:
    assert re.search(rf"^[# -]*\b{key}:", TEXT, re.MULTILINE), f"{key} of {model.__name__}"


def test_every_field_of_a_claim_has_a_comment_above_it() -> None:
    names = "|".join(key for model, key in FIELDS if model is Claim)
    keys = [n for n, row in enumerate(ROWS) if re.match(rf"(?:# )?(?:{names}):", row)]
    # Of keys in a row, the first has the comment for all of them.
    bare = [ROWS[n] for n in keys if not re.match(rf"# |  |(?:{names}):", ROWS[n - 1])]
    assert (len(keys), bare) == (len(Claim.model_fields) - 1, [])


@pytest.mark.parametrize("choice", [HistoryKind, Question, RelatedAs, Stance, Status])
def test_every_word_to_choose_from_is_named(choice: type[StrEnum]) -> None:
    assert [word.value for word in choice if not re.search(rf"\b{word.value}\b", TEXT)] == []


def test_what_is_commented_out_is_sound_too(toy: Path, write: Write) -> None:
    text = TEXT
    for key in ("single_source_reason", "claimant_note", "    why_counts"):
        indent, name = key[: -len(key.strip())], key.strip()
        assert text.count(f"{indent}# {name}: ") == 1
        text = text.replace(f"{indent}# {name}: ", f"{indent}{name}: ")
    head, mark, excused = text.partition("# excused:\n")
    assert mark
    write(head + re.sub("^# ", "", mark + excused, flags=re.MULTILINE))
    _, _, problems = site.outputs_of(toy, drafts=False, today=date(2031, 3, 31))
    # All of it is well formed; only the rule is not broken here.
    assert [p.code for p in problems] == ["unused-excuse"]


def test_the_page_shows_the_file_as_it_is() -> None:
    page = Page.of(TOY, "contribute/example.md")
    (code,) = page.tree.css("pre > code")
    assert code.text().strip("\n") == TEXT
    assert page.text(".fc-file") == EXAMPLE
    assert max(map(len, ROWS)) <= 76
