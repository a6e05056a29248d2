"""The committed JSON Schemas are fresh, valid, and right about records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from generator import editorline, schemas
from generator.cli import main
from tests.conftest import TOY
from tests.hosted import ROOT
from tests.records_of import CASES_THAT_PARSE, case_document, documents, is_sound
from tests.resolved import resolved

if TYPE_CHECKING:
    from pathlib import Path

    from generator.yamltext import Document

every_name = pytest.mark.parametrize("name", schemas.MODELS)


@every_name
def test_committed_schema_is_fresh(name: str) -> None:
    written = (ROOT / editorline.schema_file(name)).read_text("utf-8")
    assert written == schemas.text(name), "run 'factcheck schema'"


@every_name
def test_schema_is_valid(name: str) -> None:
    Draft202012Validator.check_schema(schemas.schema(name))


def faults(document: Document) -> list[str]:
    name = editorline.schema_name(document.file)
    assert name
    checker = Draft202012Validator(schemas.schema(name))
    return [f"{document.file}: {e.message}" for e in checker.iter_errors(resolved(document.text))]


@pytest.mark.parametrize("root", [ROOT, TOY], ids=["own", "toy"])
def test_sound_records_fit_their_schema(root: Path) -> None:
    found = documents(root)
    assert len(found) >= 15
    assert [said for document in found for said in faults(document)] == []


@pytest.mark.parametrize("case", CASES_THAT_PARSE, ids=lambda case: case.stem)
def test_sound_cases_fit_their_schema(case: Path) -> None:
    document = case_document(case)
    if is_sound(document):
        assert faults(document) == []


BAD: dict[str, dict[str, Any]] = {
    "claim": {"format": 2, "asks": "maybe", "said_on": "yesterday", "claim_short": "x" * 75},
    "source": {"accessed": 2022, "language": "English", "url": "www.example.org", "media": None},
    "publisher": {"contact": None, "review": {"two_people": "yes"}, "staff": {}},
    "rules": {"quotation_limit": 30, "alike": 101, "longest_omission": 0},
    "ratings": {"Not An Id": {}, "true-enough": {"value": 6}},
    "event": {"date": 22022},
}


@pytest.mark.parametrize(("name", "key"), [(name, key) for name in BAD for key in BAD[name]])
def test_bad_values_are_marked(name: str, key: str) -> None:
    checker = Draft202012Validator(schemas.schema(name))
    marked = {str(e.path[0]) for e in checker.iter_errors({key: BAD[name][key]}) if e.path}
    marked |= {key for e in checker.iter_errors({key: None}) if e.validator == "propertyNames"}
    assert key in marked


@every_name
def test_nothing_that_an_editor_would_write_unasked(name: str) -> None:
    """An editor makes a value of each example, and writes an empty default."""
    text = json.dumps(schemas.schema(name))
    assert '"examples"' not in text
    assert '"default": null' not in text
    assert '"default": []' not in text


def run(*arguments: str, root: Path) -> Any:
    return CliRunner().invoke(main, ["schema", "--root", str(root), *arguments])


def test_command_writes_and_checks(toy: Path) -> None:
    before = run("--check", root=toy)
    assert before.exit_code == 1
    assert "site_config/schemas/claim.schema.json is not up to date" in before.output
    assert run(root=toy).exit_code == 0
    assert run("--check", root=toy).exit_code == 0
    (toy / "site_config/schemas/topic.schema.json").write_text("{}")
    assert run("--check", root=toy).exit_code == 1
    assert run(root=toy).output.splitlines() == [
        "wrote site_config/schemas/topic.schema.json",
        "8 schemas: 1 written",
    ]


def test_command_needs_a_project(tmp_path: Path) -> None:
    result = run(root=tmp_path)
    assert result.exit_code == 1
    assert "there is no folder site_config/ here" in result.output
