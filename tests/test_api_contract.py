"""Version 1 of the API stays: a field that programs rely on neither goes nor changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.exports.api.changes import CHANGES, VERSION
from generator.exports.api.contract import ANSWERS
from generator.exports.api.schemas import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

FROZEN = Path(__file__).parent / "api_v1.txt"  # its first line is the version of the API
BROKEN = (
    "is gone or has another type. Programs rely on it: put it back under its name. What cannot "
    "stay as it is needs a version 2 beside this one (generator/exports/api/changes.py)"
)
ADDED = (
    "is new. Tell of it in CHANGES of generator/exports/api/changes.py under a higher second "
    "number of the version, then run pytest --update-snapshots"
)


def lines(name: str) -> Iterator[str]:
    whole = schema(name)
    yield from _lines(name, whole, whole.get("$defs", {}))


def _lines(path: str, node: dict[str, Any], known: dict[str, Any]) -> Iterator[str]:
    if "$ref" in node:
        node = known[node["$ref"].rpartition("/")[2]]
    for option in node.get("anyOf", ()):
        yield from _lines(path, option, known)
    if "anyOf" in node:
        return
    yield f"{path}: {node['type']}"
    yield from (f"{path} = {word}" for word in node.get("enum", ()))
    for name, inner in node.get("properties", {}).items():
        assert name in node["required"], f"{path}.{name} may be absent"
        yield from _lines(f"{path}.{name}", inner, known)
    if "items" in node:
        yield from _lines(f"{path}[]", node["items"], known)
    if isinstance(node.get("additionalProperties"), dict):
        yield from _lines(f"{path}.*", node["additionalProperties"], known)


def judged(frozen: list[str], now: list[str], version: str) -> list[str]:
    """Return what is wrong with the fields of today, a sentence each."""
    said = [f"'{line}' {BROKEN}" for line in frozen[1:] if line not in now]
    if frozen[0] == version:
        said += [f"'{line}' {ADDED}" for line in now if line not in frozen]
    return said


NOW = list(dict.fromkeys(line for name in ANSWERS for line in lines(name)))


def test_no_field_went_or_changed(pytestconfig: pytest.Config) -> None:
    frozen = FROZEN.read_text("utf-8").splitlines()
    assert judged(frozen, NOW, VERSION) == []
    if pytestconfig.getoption("--update-snapshots"):
        FROZEN.write_text("\n".join([VERSION, *NOW]) + "\n", "utf-8", newline="\n")
        frozen = FROZEN.read_text("utf-8").splitlines()
    assert frozen == [VERSION, *NOW], "pytest --update-snapshots"


def test_a_field_that_goes_is_told() -> None:
    field = "claim.evidence[].passage.quotation: string"
    (said,) = judged([VERSION, *NOW], [line for line in NOW if line != field], VERSION)
    assert said == f"'{field}' {BROKEN}"


def test_a_word_that_goes_and_a_type_that_changes_are_told() -> None:
    word, before, after = (
        "claim.status = withdrawn",
        "entry.version: string",
        "entry.version: integer",
    )
    now = [after if line == before else line for line in NOW if line != word]
    assert judged([VERSION, *NOW], now, "1.9") == [f"'{before}' {BROKEN}", f"'{word}' {BROKEN}"]


def test_a_new_field_needs_a_new_version() -> None:
    now = [*NOW, "claim.mood: string"]
    assert judged([VERSION, *NOW], now, VERSION) == [f"'claim.mood: string' {ADDED}"]
    assert judged([VERSION, *NOW], now, "1.9") == []


def test_the_changes_are_in_order() -> None:
    versions = [tuple(map(int, change.version.split("."))) for change in CHANGES]
    assert versions == sorted(set(versions), reverse=True)
    assert {major for major, _ in versions} == {1}
    days = [change.date for change in CHANGES]
    assert days == sorted(days, reverse=True)
