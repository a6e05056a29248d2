"""Puts into the files of a new site what differs from one newsroom to the next."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator import edit, reading, yamltext
from generator.characters import collapse
from generator.problems import Problem
from generator.records import Publisher
from generator.validation import validate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from generator.yamltext import Document

EXAMPLE = "claims/lindmere/mill-bridge-six-weeks.yml"
REQUIREMENTS = "requirements.txt"
# Where GitHub sends readers who have no account there.
CONTACT = ".github/ISSUE_TEMPLATE/config.yml"
PROGRAM = "factcheck-site"
_DATES = (("history", 0, "date"), ("reviewed_on",))
_CONTACT_PAGE = ("contact_links", 0, "url")


def publisher(parts: Mapping[str, bytes]) -> Document:
    """Return the publisher's record of a new site, before anybody filled it in."""
    return _document(parts, reading.PUBLISHER)


def with_answer(record: Document, field: str, said: str) -> tuple[Document, list[Problem]]:
    """Write one field of the publisher's record; with problems, it stays as it was."""
    text = unicodedata.normalize("NFC", collapse(said))
    if field == "url" and text.startswith("http"):
        text = text.rstrip("/") + "/"
    _, problems = yamltext.decode(text.encode("utf-8", "surrogateescape"), record.file)
    if problems:
        return record, problems
    try:
        changed = edit.replace_text(record, (field,), text)
    except edit.EditError as error:
        return record, [Problem("bad-value", record.at((field,)), str(error))]
    _, problems = validate(Publisher, changed.data, changed)
    return (record if problems else changed), problems


def fill(
    parts: Mapping[str, bytes], record: Document, requirement: str, today: date
) -> dict[str, bytes]:
    """Return the files of a new site whose publisher's record is ``record``.

    ``requirement`` is the line by which pip finds this program again; ``today`` is the day on
    which the example was published and last looked at.
    """
    example = _document(parts, EXAMPLE)
    for path in _DATES:
        example = edit.replace_text(example, path, str(today))
    page = f"{record.data['url']}contribute/"
    contact = edit.replace_text(_document(parts, CONTACT), _CONTACT_PAGE, page)
    rows = parts[REQUIREMENTS].decode().splitlines()
    pinned = [requirement if row == PROGRAM else row for row in rows]
    return {
        **parts,
        reading.PUBLISHER: record.text.encode(),
        EXAMPLE: example.text.encode(),
        CONTACT: contact.text.encode(),
        REQUIREMENTS: "\n".join([*pinned, ""]).encode(),
    }


def _document(parts: Mapping[str, bytes], file: str) -> Document:
    document, problems = yamltext.parse(parts[file].decode(), file)
    if document is None:
        raise ValueError(f"{file} of a new site: {problems[0].message}")
    return document
