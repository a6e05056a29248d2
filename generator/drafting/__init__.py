"""New records as text: a comment above each field says what belongs there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator import editorline, formatting, reading, yamltext
from generator.characters import collapse, visible
from generator.corpus import MODELS
from generator.drafting.templates import SET, TEMPLATES
from generator.fields import id_fault
from generator.problems import Position, Problem
from generator.validation import validate

if TYPE_CHECKING:
    from generator.drafting.templates import Row
    from generator.records import Kind
    from generator.yamltext import Data, Document

__all__ = ["Draft", "fault_of", "file_of", "folder_fault", "make"]

# What ruamel.yaml breaks lines at, and drops.
_LOST = "\a\x85\u2028\u2029"
_WORD_OF_FIELD = re.compile(r"^[\w ,]+: ")


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A new record that is sound by itself: its text, and the path of its file from the root."""

    kind: Kind
    id: str
    file: str
    text: str


def file_of(kind: Kind, id_: str, folder: str = "") -> str:
    """Return the path of a new record; ``folder`` is one below ``claims/``, for claims only."""
    return "/".join(part for part in (reading.FOLDERS[kind], folder, f"{id_}.yml") if part)


def folder_fault(folder: str) -> str:
    """Say why claims cannot lie in the folder, or return an empty string."""
    return next((said for part in folder.split("/") if (said := id_fault(part))), "")


def make(
    kind: Kind,
    file: str,
    values: Mapping[str, Data],
    *,
    remarks: tuple[str, ...] = (),
) -> tuple[Draft | None, list[Problem]]:
    """Make a record with ``values``, the keys of its file; texts are one line each.

    ``remarks`` are comments at its head. What has no value is a comment to uncomment, or null.
    Returns None and problems where no sound record can be made; ids that it names are not
    looked up.
    """
    known = {**SET[kind], **values}
    if (char := _unwritable(known)) is not None:
        return None, [_that_it_is(char, file)]
    rows = [editorline.line(file), *(f"# {visible(remark)}" for remark in remarks)]
    for row in TEMPLATES[kind]:
        rows += _field(kind, row, known)
    text = "\n".join(rows) + "\n"
    id_ = file.rpartition("/")[2].removesuffix(".yml")
    document, problems = _read_back(kind, file, text, known)
    if document is None:
        return None, problems
    # What cannot be formatted without changing it stands as it is.
    text = formatting.formatted(document)[0] or text
    return Draft(kind=kind, id=id_, file=file, text=text), []


def _field(kind: Kind, row: Row, known: Mapping[str, Data]) -> list[str]:
    about = f"# {row.about}"
    if row.key in known or row.sample is None:
        return [about, *formatting.entry(kind.value, row.key, known.get(row.key))]
    return [about, *_samples(kind)[row.key]]


@cache
def _samples(kind: Kind) -> dict[str, list[str]]:
    """Return what is written of a field whose value is not known, by its key."""
    rows = [row for row in TEMPLATES[kind] if row.sample is not None]
    return {
        row.key: [f"#{line}" for line in formatting.entry(kind.value, row.key, row.sample)]
        for row in rows
    }


def _read_back(
    kind: Kind, file: str, text: str, known: Mapping[str, Data]
) -> tuple[Document | None, list[Problem]]:
    """Return a record as it will be read, or its problems."""
    _, problems = yamltext.decode(text.encode(), file)
    document, more = (None, problems) if problems else yamltext.parse(text, file)
    if document is None:
        return None, more
    if any(document.data.get(key) != value for key, value in known.items()):
        raise ValueError(f"the text of {file} does not say what it was made of")
    id_ = file.rpartition("/")[2].removesuffix(".yml")
    _, problems = validate(MODELS[kind], document.data, document, id=id_)
    return (None if problems else document), problems


def _unwritable(value: Data | Mapping[str, Data]) -> str | None:
    """Return the first character in data that YAML cannot be written with.

    Half of a surrogate pair has no bytes.
    """
    if isinstance(value, str):
        lost = (char for char in value if char in _LOST or "\ud800" <= char <= "\udfff")
        return next(lost, None)
    inner = value.values() if isinstance(value, Mapping) else value or ()
    return next((char for one in inner if (char := _unwritable(one))), None)


def _that_it_is(char: str, file: str) -> Problem:
    if char in _LOST:
        return yamltext.forbidden(char, Position(file))
    said = f"U+{ord(char):04X} is half of a character"
    return Problem("forbidden-character", Position(file), said, "type what belongs there")


def fault_of(kind: Kind, key: str, value: str) -> tuple[str, str]:
    """Say why a text cannot be the value of a field, and what to do; two empty texts: it can."""
    if (char := _unwritable(value)) is not None:
        found = _that_it_is(char, "")
        return found.message, found.hint
    text = "\n".join(formatting.entry(kind.value, key, collapse(value)))
    _, problems = yamltext.decode(text.encode(), "")
    if not problems:
        document, problems = yamltext.parse(text, "")
        if document is not None:
            problems = validate(MODELS[kind], document.data, document, id="x")[1]
    own = [problem for problem in problems if problem.code != "missing-field"]
    if not own:
        return "", ""
    return _WORD_OF_FIELD.sub("", own[0].message), own[0].hint
