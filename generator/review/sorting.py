"""The files of a change, by who has to read them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from generator import reading
from generator.records import Kind
from generator.versions.canonical import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.revisions import Changed
    from generator.site import Inputs

_SEALED = (reading.SEAL, reading.SEAL + reading.SIGNED)
_RECORDS = tuple(f"{folder}/" for folder in reading.FOLDERS.values())
_SOURCES = f"{reading.FOLDERS[Kind.SOURCE]}/"
_TEXTS = (".md", "LICENSE")
_CODE = "code"


class Files(NamedTuple):
    """The files that differ: code and settings, what lies beside a source, hand-written pages.

    ``frozen`` are versions of claims, ``texts`` those for whoever works on the project.
    """

    code: tuple[Changed, ...]
    seals: tuple[Changed, ...]
    pages: tuple[Changed, ...]
    frozen: tuple[Changed, ...]
    texts: tuple[Changed, ...]
    records: tuple[Changed, ...]

    @classmethod
    def of(cls, differing: Sequence[Changed]) -> Files:
        """Sort files; what is not known to be no code is code.

        What was moved from one part to another is told in the graver, which stands first.
        """
        parts: dict[str, list[Changed]] = {name: [] for name in cls._fields}
        for one in differing:
            ends = [_part(file) for file in (one.file, one.former) if file]
            parts[min(ends, key=cls._fields.index)].append(one)
        return cls(*map(tuple, parts.values()))


def _part(file: str) -> str:
    if file.startswith(_SOURCES) and file.endswith(_SEALED):
        return "seals"
    if file.startswith(f"{reading.PAGES}/"):
        return "pages"
    if reading.is_version(file):
        return "frozen"
    if file.startswith(_RECORDS) and file.endswith(".yml"):
        return "records"
    is_text = len(PurePosixPath(file).parts) == 1 and file.endswith(_TEXTS)
    return "texts" if is_text else _CODE


def unproven(
    frozen: Sequence[Changed], before: Inputs | None, after: Inputs | None
) -> frozenset[str]:
    """Return the new versions that are not the claim as one side has it.

    A digest says what a version holds, and not that anybody ever published it.
    """
    corpora = [side.corpus for side in (before, after) if side]
    sides = [
        {id_: document for (kind, id_), document in corpus.documents.items() if kind is Kind.CLAIM}
        for corpus in corpora
    ]
    former = {c.id: c.former_ids for corpus in corpora for c in corpus.claims.values()}

    def is_known(file: str) -> bool:
        path = PurePosixPath(file)
        ids = (path.parent.name, *former.get(path.parent.name, ()))
        return any(
            digest(documents[id_].data) == path.stem
            for documents in sides
            for id_ in ids
            if id_ in documents
        )

    return frozenset(one.file for one in frozen if one.how == "A" and not is_known(one.file))
