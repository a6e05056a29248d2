"""Which claim of today was published under an id that no claim has any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Mend, Position, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.yamltext import Document

CODE = "deleted-claim"


def heir(kept: Sequence[Document], claims: Mapping[str, Document]) -> str | None:
    """Return the claim that goes on from the frozen versions ``kept``, if one surely does.

    ``claims`` are those without versions of their own. The history of a claim that was renamed
    begins as the frozen one does; that alone two first publications of a day may have in common,
    so that the statement or the title must be the same as well.
    """
    found = [id_ for id_, document in claims.items() if any(_goes_on(document, v) for v in kept)]
    return found[0] if len(found) == 1 else None


def _goes_on(document: Document, version: Document) -> bool:
    now, then = document.data, version.data
    history, former = now.get("history"), then.get("history")
    if not isinstance(history, list) or not isinstance(former, list) or not former:
        return False
    is_same = any(now.get(key) and now.get(key) == then.get(key) for key in ("claim", "title"))
    return is_same and history[: len(former)] == former


def unnamed(old: str, document: Document) -> Problem:
    """Tell of a claim that does not name the id under which it was published, at its file."""
    said = f"'{old}' was published with this history, and no claim names it as its former id"
    hint = f"if this claim is '{old}' under a new id, put '{old}' into its 'former_ids'"
    at = document.at(("history",), key=True)
    mend = None
    if "former_ids" not in document.data and at.column == 1:
        place = Position(at.file, at.line, 1, at.line, 1)
        mend = Mend(place, f"former_ids:\n  - {old}\n")
    return Problem(CODE, at, said, hint, mend=mend)


def id_of(problem: Problem) -> str:
    """Return the id that was published, which the sentence of a ``deleted-claim`` begins with."""
    return problem.message.split("'")[1]
