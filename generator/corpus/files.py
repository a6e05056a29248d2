"""The files of the folders, each to a record or to its problems."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from generator import migrations, reading
from generator.problems import Position, Problem
from generator.records import Claim, Event, Kind, Person, Source, Topic
from generator.validation import validate
from generator.versions import frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from generator.reading import Found
    from generator.records import Record
    from generator.references import Key
    from generator.yamltext import Data, Document


MODELS: dict[Kind, type[Record]] = {
    Kind.SOURCE: Source,
    Kind.PERSON: Person,
    Kind.TOPIC: Topic,
    Kind.EVENT: Event,
    Kind.CLAIM: Claim,
}


# What one file was made into: its record, its document, its problems.
One = tuple["Record | None", "Document | None", "list[Problem]"]


@dataclass
class Before:
    """What the files of an earlier reading in this process were made into.

    A file whose bytes are the same is made into the same: ``one`` looks at nothing else.
    """

    known: dict[Found, tuple[bytes, One]] = field(default_factory=dict)

    def one(self, raw: bytes, item: Found) -> One:
        """Make the record of a file, or return that of the same bytes."""
        digest = blake2b(raw, digest_size=16).digest()
        known = self.known.get(item)
        if known is None or known[0] != digest:
            known = self.known[item] = (digest, one(raw, item))
        return known[1]

    def forget_others(self, found: Collection[Found]) -> None:
        """Keep only what is of these files."""
        for item in self.known.keys() - set(found):
            del self.known[item]


def read(
    root: Path,
    kinds: Collection[Kind] = frozenset(MODELS),
    ids: Collection[str] | None = None,
    before: Before | None = None,
) -> tuple[dict[Kind, dict[str, Any]], dict[Key, Document], set[Key], list[Problem]]:
    """Read the record files of ``kinds``: the sound, all documents, the broken ones' keys."""
    make = one if before is None else before.one
    found, problems = reading.find(root)
    records: dict[Kind, dict[str, Any]] = {kind: {} for kind in MODELS}
    documents: dict[Key, Document] = {}
    first: dict[Key, str] = {}
    broken: set[Key] = set()
    for item in found:
        if item.kind not in kinds or (ids is not None and item.id not in ids):
            continue
        key = (item.kind, item.id)
        record, document = None, None
        raw, trouble = reading.read_bytes(root, item.file)
        if raw is not None:
            record, document, trouble = make(raw, item)
        problems += trouble
        if key in first:
            problems.append(_duplicate(item.file, first[key]))
            continue
        first[key] = item.file
        if document is not None:
            documents[key] = document
        if record is not None:
            records[item.kind][item.id] = record
        if trouble:
            broken.add(key)
    if before is not None:
        before.forget_others(found)
    return records, documents, broken, problems


def one(raw: bytes, item: Found) -> One:
    """Make the record of one file of its bytes alone: no other file and no folder is looked at."""
    document, problems = reading.parsed(raw, item.file)
    if document is None:
        return None, None, problems
    record, problems = _record(item.kind, item.id, document)
    return record, document, problems


def _duplicate(file: str, first: str) -> Problem:
    said = f"the id is taken by {first}"
    return Problem("duplicate-id", Position(file), said, "rename one of the two files")


def _record(kind: Kind, id_: str, document: Document) -> tuple[Record | None, list[Problem]]:
    if problem := misplaced(kind, document):
        return None, [problem]
    if kind is not Kind.CLAIM:
        return validate(MODELS[kind], document.data, document, id=id_)
    claim, problems = frozen.as_record(document, id_)
    if problem := migrations.older(document):
        # What else is wrong is told too, at the places of the file as it is.
        return None, [problem, *problems]
    return claim, problems


def misplaced(kind: Kind, document: Document) -> Problem | None:
    """Return the problem that a file holds a record of another kind; None when it does not."""
    other = _better_kind(kind, document.data)
    if other is None:
        return None
    said = f"this looks like {other.with_article} and lies where {kind} records are read"
    hint = f"move it to {reading.FOLDERS[other]}/"
    return Problem("wrong-folder", Position(document.file), said, hint)


def _better_kind(kind: Kind, data: Mapping[str, Data]) -> Kind | None:
    """Name the kind whose keys these are, when they are clearly not those of ``kind``."""
    keys = set(data)
    if _score(keys, kind) > 0:
        return None
    fitting = (other for other in MODELS if _score(keys, other) > 0)
    return next((other for other in fitting if _required(other) <= keys), None)


def _score(keys: set[str], kind: Kind) -> int:
    """Count the keys that a kind knows, less those that it does not."""
    known = len(keys & _known(kind))
    return known - (len(keys) - known)


@cache
def _known(kind: Kind) -> frozenset[str]:
    return frozenset(f.alias or name for name, f in MODELS[kind].model_fields.items())


@cache
def _required(kind: Kind) -> frozenset[str]:
    fields = MODELS[kind].model_fields.items()
    return frozenset(f.alias or name for name, f in fields if f.is_required()) - {"id"}
