"""The canonical form of a record: editor line, keys in the order of the schema, one layout.

Nothing that is said changes: what was written is read again and compared before it is given
out. In a text whose line ends are layout (all but ``analysis``), blanks become single spaces.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from generator import comments, editorline, emission, schemas, yamltext
from generator.problems import Position, Problem
from generator.shaping import Shaper

if TYPE_CHECKING:
    from generator.comments import Comments
    from generator.yamltext import Data, Document

EDITOR_LINE = re.compile(r"#\s*yaml-language-server:\s*\$schema=")


def formatted(document: Document) -> tuple[str | None, list[Problem]]:
    """Return the canonical text of a record; None where it would say anything else."""
    name = editorline.schema_name(document.file)
    if name is None:
        raise ValueError(f"{document.file} is no record")
    data = canonical_data(document)
    shaper = Shaper(_schema(name))
    kept = _comments(document)
    bare, _ = yamltext.parse(emission.dump(shaper.laid_out(data)), document.file)
    text = _with_comments(bare, kept) if bare else ""
    if not (_knows_every_mark(document) and _says_the_same(text, document.file, data, kept)):
        said = "the record cannot be formatted without changing what it says; it was left alone"
        return None, [Problem("not-formatted", Position(document.file), said)]
    return text, []


def entry(name: str, key: str, value: Data) -> list[str]:
    """Return the lines of one key, as they stand in a record with the schema ``name``."""
    return emission.dump(Shaper(_schema(name)).laid_out({key: value})).splitlines()


def canonical_data(document: Document) -> dict[str, Data]:
    """Return what a record says: keys in the order of its schema, lines joined."""
    name = editorline.schema_name(document.file)
    return Shaper(_schema(name) if name else {}).ordered(document.data)


def _with_comments(bare: Document, kept: Comments) -> str:
    body = comments.put(bare, comments.settled(kept, bare))
    return f"{editorline.line(bare.file)}\n{body}"


def _says_the_same(text: str, file: str, data: dict[str, Data], kept: Comments) -> bool:
    found, problems = yamltext.parse(text, file)
    if found is None or problems or _pairs(found.data) != _pairs(data):
        return False
    return _told(_comments(found), found) == _told(kept, found)


def _comments(document: Document) -> Comments:
    """Return all comments but the editor line, which is written anew."""
    found = comments.find(document)
    return {
        place: [row for row in rows if not EDITOR_LINE.match(row)] for place, rows in found.items()
    }


def _knows_every_mark(document: Document) -> bool:
    """Whether each '#' of the file is part of a text or of a comment that was found."""
    rows = [row for lines in comments.find(document).values() for row in lines]
    return document.text.count("#") <= _marks(document.data) + _marks([*rows])


def _marks(data: Data) -> int:
    if isinstance(data, dict):
        return sum(key.count("#") + _marks(value) for key, value in data.items())
    if isinstance(data, list):
        return sum(map(_marks, data))
    return data.count("#") if data else 0


def _told(kept: Comments, document: Document) -> Comments:
    """Leave out blank lines, and with them what tells the head of the file from its first key."""
    settled = comments.settled(kept, document)
    first = comments.Place(tuple(document.data)[:1])
    settled[first] = settled.pop(comments.HEAD, []) + settled.get(first, [])
    told = {place: [row for row in rows if row] for place, rows in settled.items()}
    return {place: rows for place, rows in told.items() if rows}


def _pairs(data: Data) -> object:
    """Data that is equal only when the keys stand in the same order."""
    if isinstance(data, dict):
        return [(key, _pairs(value)) for key, value in data.items()]
    return [_pairs(item) for item in data] if isinstance(data, list) else data


@cache
def _schema(name: str) -> dict[str, Any]:
    return schemas.schema(name)
