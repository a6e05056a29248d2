"""Which ids are in use, and where: a new record takes none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import reading
from generator.records import Kind
from generator.references import EACH, values_at

if TYPE_CHECKING:
    from pathlib import Path


def ids(root: Path, kind: Kind) -> dict[str, str]:
    """Return every id of a kind with the file that holds it; former ids of claims, too.

    A broken record keeps its id. Files that are no records are passed over.
    """
    files = {item.id: item.file for item in reading.find(root)[0] if item.kind is kind}
    found = dict(files)
    for file in files.values() if kind is Kind.CLAIM else ():
        document, _ = reading.read(root, file)
        former = values_at(document.data, ("former_ids", EACH)) if document else ()
        found |= {id_: file for _, id_ in former if id_ not in found}
    return found
