"""The record files of a corpus and of the cases, as documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import corpus, editorline, reading, yamltext
from generator.fields import id_fault
from generator.records import Kind, Publisher, Rating, Rules
from generator.validation import validate
from tests.test_cases import CASES, read_case

if TYPE_CHECKING:
    from pathlib import Path

    from generator.records import Model
    from generator.yamltext import Document


def documents(root: Path) -> list[Document]:
    """Return every record below ``root``, which must parse."""
    files = [item.file for item in reading.find(root)[0]]
    files += [file for file in editorline.SINGLE if (root / file).is_file()]
    found = []
    for file in files:
        document, problems = reading.read(root, file)
        assert document is not None, problems
        found.append(document)
    return found


def case_document(case: Path) -> Document:
    """Return a case as a record in its place."""
    document, problems = yamltext.parse(case.read_text("utf-8"), read_case(case).place)
    assert document is not None, problems
    return document


def _parses(case: Path) -> bool:
    place = read_case(case).place
    document, _ = yamltext.parse(case.read_text("utf-8"), place)
    return document is not None and editorline.schema_name(place) is not None


CASES_THAT_PARSE = [case for case in CASES if _parses(case)]


def validated(document: Document) -> list[Model] | None:
    """Return what a document holds, as records; None when it has problems."""
    name = editorline.schema_name(document.file)
    found: list[Model | None]
    if name == "ratings":
        found = [_rating(document, key) for key in document.data]
    elif name in ("publisher", "rules"):
        model: type[Model] = Publisher if name == "publisher" else Rules
        found = [validate(model, document.data, document)[0]]
    else:
        found = [validate(corpus.MODELS[Kind(name or "")], document.data, document, id="x")[0]]
    sound = [record for record in found if record is not None]
    return sound if sound and len(sound) == len(found) else None


def is_sound(document: Document) -> bool:
    """Whether the record alone has no problem."""
    return validated(document) is not None


def _rating(document: Document, key: str) -> Model | None:
    value = document.data[key]
    if not isinstance(value, dict) or id_fault(key):
        return None
    return validate(Rating, value, document, at=(key,), id=key)[0]
