"""A source and its captured text to a seal."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import quotations, reading, verification
from generator.passages import closed, opened
from generator.passages import seal as seals
from generator.passages.seal import SealError
from generator.passages.verify import compare
from generator.problems import Position, Problem
from generator.records import Kind, SealKind

if TYPE_CHECKING:
    from pathlib import Path

    from generator.corpus import SourceSet
    from generator.passages.archive import Archived
    from generator.passages.quotation import Result
    from generator.passages.seal import Seal
    from generator.records import Source
    from generator.yamltext import Document


_MAX_TOKENS = 10_000_000  # of a seal that can be read again


@dataclass(frozen=True, kw_only=True)
class Made:
    """A seal as bytes, and the passages that it proves anew; equal bytes mean no change."""

    content: bytes
    tokens: int
    is_open: bool
    added: tuple[str, ...]
    removed: int


def former(
    root: Path, source_id: str, *, replace: bool = False
) -> tuple[Seal | None, list[Problem]]:
    """Read the seal that a new one will take the place of, whatever kind it is.

    One that cannot be read may be the last trace of a text: it is kept unless ``replace``.
    """
    file = reading.seal_of(source_id)
    if not os.path.lexists(root / file):
        return None, []
    raw, problems = reading.read_bytes(root, file, seals.MAX_BYTES)
    if raw is None:
        return None, problems
    try:
        found = seals.parse(raw)
        said = "" if found.source == source_id else f"the seal is that of '{found.source}'"
    except SealError as error:
        said = f"the seal there cannot be read: {error}"
    if not said:
        return found, []
    hint = "look what became of it; to write a new one over it: --replace"
    return None, [] if replace else [Problem("bad-seal", Position(file), said, hint)]


def make(
    sources: SourceSet, source: Source, archived: Archived
) -> tuple[Seal | None, list[Problem]]:
    """Seal a source; None when one of its passages does not stand in the text."""
    document = sources.documents[Kind.SOURCE, source.id]
    results = {key: compare(quotations.of(p), archived.text) for key, p in source.passages.items()}
    problems = [
        verification.problem(document, key, source.passages[key], result, sources.rules)
        for key, result in results.items()
        if not result.state.holds
    ]
    if problems:
        return None, problems
    if len(archived.text.words) > _MAX_TOKENS:
        said = f"the text has more than {_MAX_TOKENS:,} words and marks: no seal holds so many"
        return None, [Problem("too-large", document.at(()), said, "capture a part of it")]
    if source.seal is SealKind.OPEN:
        return opened.seal(archived.text, **archived.head), []
    return _closed(source, document, archived, results)


def _closed(
    source: Source, document: Document, archived: Archived, results: dict[str, Result]
) -> tuple[Seal | None, list[Problem]]:
    quoted = {n for result in results.values() for span in result.covered for n in range(*span)}
    hidden = len(archived.text.words) - len(quoted)
    if hidden < closed.MIN_HIDDEN:
        said = (
            f"only {hidden} words and marks of the text are not quoted: a machine could guess "
            f"them from the seal, which needs {closed.MIN_HIDDEN}"
        )
        hint = "quote less, or say 'seal: open' where the text may be published"
        return None, [Problem("bad-seal", document.at(("passages",), key=True), said, hint)]
    tree = closed.Tree(archived.text)
    runs = sum(len(result.ranges) for result in results.values())
    is_placed = hidden - closed.PLACE_COST * runs >= closed.MIN_HIDDEN
    proofs = {
        key: tree.prove(quotations.of(source.passages[key]), result, is_placed=is_placed)
        for key, result in results.items()
    }
    return closed.seal(archived.text, proofs, tree, **archived.head), []


def renew(
    before: Seal | None, after: Seal, *, replace: bool = False
) -> tuple[Made | None, list[Problem]]:
    """Compare a new seal with the one there is; another text is refused unless ``replace``."""
    at = Position(reading.seal_of(after.source))
    if before and before.canonical.sha256 != after.canonical.sha256 and not replace:
        said = "the archive holds another text than the one that was sealed"
        hint = "see what changed with 'factcheck capture'; to seal the new text: --replace"
        return None, [Problem("seal-of-another-text", at, said, hint)]
    content = seals.dump(after)
    if len(content) > seals.MAX_BYTES:
        said = f"the seal would have {len(content):,} bytes; at most {seals.MAX_BYTES:,} are read"
        hint = "quote less, or capture the part that is quoted as a source of its own"
        return None, [Problem("too-large", at, said, hint)]
    old, new = ({} if seal is None else _proofs(seal) for seal in (before, after))
    made = Made(
        content=content,
        tokens=after.tokens,
        is_open=after.kind == "open",
        added=tuple(key for key, proof in new.items() if old.get(key) != proof),
        removed=len(old.keys() - new.keys()),
    )
    return made, []


def _proofs(seal: Seal) -> dict[str, object]:
    return dict(seal.passages) if seal.kind == "closed" else {}
