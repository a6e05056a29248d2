"""Moves claims from an older format of records to the present one.

The key ``format`` of a claim says for which format it was written. Format 0 is that of the drafts
made before the format had a number: they have no such key. A new format is a module here, named
in ``MIGRATIONS`` by the format that it moves from; ``records.FORMAT`` is the newest one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

from generator import yamltext
from generator.migrations import numbered
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.migrations.edits import Edit
    from generator.yamltext import Data, Document

KEY = "format"


class Migration(Protocol):
    """A module that moves a record from one format to the next.

    It says twice what changes, so that a slip in one is found by the other.
    """

    def moved(self, data: Mapping[str, Data]) -> dict[str, Data]:
        """Return the data of the record in the next format; all else is as before."""

    def edits(self, document: Document) -> list[Edit]:
        """Return the edits of the text that do it; comments and layout stay."""


MIGRATIONS: dict[int, Migration] = {0: numbered}


def newest() -> int:
    """Return the newest format that this program knows."""
    return max(MIGRATIONS) + 1


class Moved(NamedTuple):
    """A document in the newest format, and the format that it had."""

    document: Document
    before: int


def format_of(data: Mapping[str, Data]) -> int | None:
    """Return the format that a claim says it has; None when it is no number."""
    if KEY not in data:
        return 0
    text = str(data[KEY]).strip()
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None


def data_of_today(document: Document) -> tuple[dict[str, Data] | None, list[Problem]]:
    """Return the data of a claim in the newest format, whatever it was written for.

    What is no number is left to the validation. None comes with a problem: the claim is of a
    format that this program does not know yet.
    """
    data, found = document.data, format_of(document.data)
    if found is None:
        return data, []
    if found > newest():
        return None, [_newer(document, found)]
    for step in range(found, newest()):
        data = MIGRATIONS[step].moved(data)
    return data, []


def older(document: Document) -> Problem | None:
    """Return the problem that a claim is of an older format; None when it is not."""
    found = format_of(document.data)
    if found is None or found >= newest():
        return None
    said = f"the claim is of format {found}, and this program reads format {newest()}"
    hint = "run 'factcheck migrate'"
    if KEY not in document.data:
        said = f"there is no '{KEY}': a claim says for which format of records it was written"
        hint = f"write '{KEY}: {newest()}' as the first line, or {hint}"
    return Problem("old-format", document.at((KEY,)), said, hint)


def migrate(document: Document) -> tuple[Moved | None, list[Problem]]:
    """Move a claim to the newest format by edits of its text.

    Returns None and a problem when its format is unknown, or when the text would then not say
    exactly what the migration means it to.
    """
    found = format_of(document.data)
    if found is None:
        said = f"'{KEY}' is not a whole number, so nobody knows how to move the claim"
        return None, [Problem("not-a-number", document.at((KEY,)), said)]
    if found > newest():
        return None, [_newer(document, found)]
    for step in range(found, newest()):
        after = _step(document, MIGRATIONS[step])
        if after is None:
            said = f"the claim cannot be moved from format {step} to {step + 1} as it is laid out"
            hint = "lay it out as the claims beside it, or change it by hand"
            return None, [Problem("old-format", document.at((KEY,)), said, hint)]
        document = after
    return Moved(document, found), []


def _newer(document: Document, found: int) -> Problem:
    said = f"the claim was written for format {found}; this program knows up to {newest()}"
    return Problem("newer-format", document.at((KEY,)), said)


def _step(document: Document, migration: Migration) -> Document | None:
    text = _edited(document.text, migration.edits(document))
    after, problems = yamltext.parse(text, document.file)
    if problems or after is None or after.data != migration.moved(document.data):
        return None
    return after


def _edited(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text
