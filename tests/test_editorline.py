"""The editor line leads from a record to the schema of its kind, wherever the record lies."""

from __future__ import annotations

import posixpath

import pytest

from generator import editorline

FILES = {
    "claims/ferry-cost.yml": "claim",
    "claims/2031/spring/ferry-cost.yml": "claim",
    "content/sources/otterby-herald.yml": "source",
    "content/people/ada-quill.yml": "person",
    "content/topics/ferry.yml": "topic",
    "content/events/meeting.yml": "event",
    "site_config/publisher.yml": "publisher",
    "site_config/ratings.yml": "ratings",
    "site_config/rules.yml": "rules",
}


@pytest.mark.parametrize(("file", "name"), FILES.items())
def test_line_leads_to_the_schema(file: str, name: str) -> None:
    start, _, path = editorline.line(file).partition("=")
    assert start == "# yaml-language-server: $schema"
    found = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
    assert found == f"site_config/schemas/{name}.schema.json"


@pytest.mark.parametrize("file", ["mkdocs.yml", "content/pages/index.md", "claims/x.yaml"])
def test_a_file_that_holds_no_record_has_none(file: str) -> None:
    with pytest.raises(ValueError, match="is no record"):
        editorline.line(file)
