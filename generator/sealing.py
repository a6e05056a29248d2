"""A source and its captured text to a seal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import quotations, reading, verification
from generator.passages import closed, opened
from generator.passages.seal import dump
from generator.passages.verify import compare
from generator.problems import Position, Problem
from generator.records import Kind, SealKind

if TYPE_CHECKING:
    from generator.corpus import SourceSet
    from generator.passages.archive import Archived
    from generator.passages.quotation import Result
    from generator.passages.seal import Seal
    from generator.records import Source
    from generator.yamltext import Document


@dataclass(frozen=True, kw_only=True)
class Made:
    """A seal as bytes, and how many proofs it gained and lost; equal bytes mean no change."""

    content: bytes
    added: int
    removed: int


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
    proofs = {
        key: tree.prove(quotations.of(source.passages[key]), result)
        for key, result in results.items()
    }
    return closed.seal(archived.text, proofs, tree, **archived.head), []


def renew(
    before: Seal | None, after: Seal, *, replace: bool = False
) -> tuple[Made | None, list[Problem]]:
    """Compare a new seal with the one there is; another text is refused unless ``replace``."""
    if before and before.canonical.sha256 != after.canonical.sha256 and not replace:
        at = Position(reading.seal_of(after.source))
        said = "the archive holds another text than the one that was sealed"
        hint = "see what changed with 'factcheck capture'; to seal the new text: --replace"
        return None, [Problem("seal-of-another-text", at, said, hint)]
    old, new = ({} if seal is None else _proofs(seal) for seal in (before, after))
    added = sum(old.get(key) != proof for key, proof in new.items())
    return Made(content=dump(after), added=added, removed=len(old.keys() - new.keys())), []


def _proofs(seal: Seal) -> dict[str, object]:
    return dict(seal.passages) if seal.kind == "closed" else {"": seal}
