"""One version of a claim and the file that freezes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import reading, yamltext
from generator.versions.canonical import arranged, canonical, digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.corpus import Corpus
    from generator.problems import Problem
    from generator.records import Claim
    from generator.versions.frozen import Version
    from generator.yamltext import Document


@dataclass(frozen=True, kw_only=True)
class Freeze:
    """A version of a claim and the file that holds it.

    ``content`` is empty when the version is frozen already. ``changed`` are the keys of the record
    that differ from ``before``, the newest version with a history as long or shorter.
    """

    claim: Claim
    digest: str
    content: bytes = b""
    before: Version | None = None
    changed: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The file that holds the version."""
        return reading.version_file(self.claim.id, self.digest)

    @property
    def is_logged(self) -> bool:
        """Whether its history has an entry that the version before did not have."""
        return self.before is None or self.before.record.history != self.claim.history


def freeze(corpus: Corpus, claim: Claim, document: Document) -> tuple[Freeze | None, list[Problem]]:
    """Freeze a claim as ``document`` has it; None comes with the problems of the file made."""
    versions = corpus.versions.get(claim.id, ())
    name = digest(document.data)
    if any(version.says(name) for version in versions):
        return Freeze(claim=claim, digest=name), []
    content = yamltext.dump_record(arranged(canonical(document.data), claim)).encode()
    # What was written must be read again: a record near the limits of a file may outgrow them.
    text, problems = yamltext.decode(content, document.file)
    again, problems = (None, problems) if problems else yamltext.parse(text, document.file)
    if again is None:
        return None, problems
    if digest(again.data) != name:
        raise ValueError(f"{document.file} reads otherwise when it is frozen")
    before = _before(claim, versions)
    changed = _differing(before, document) if before else ()
    return Freeze(claim=claim, digest=name, content=content, before=before, changed=changed), []


def _before(claim: Claim, versions: Sequence[Version]) -> Version | None:
    older = [v for v in versions if len(v.record.history) <= len(claim.history)]
    return older[-1] if older else None


def _differing(before: Version, document: Document) -> tuple[str, ...]:
    one, other = canonical(before.document.data), canonical(document.data)
    keys = dict.fromkeys((*other, *one))
    return tuple(key for key in keys if one.get(key, "") != other.get(key, ""))


def described(made: Freeze) -> str:
    """Say which version it is: its last entry, and what changed since the version before."""
    last = made.claim.history[-1]
    return f"as of {last.date} ({last.kind}){since(made)}"


def since(made: Freeze) -> str:
    """Say what changed since the version before: ``; changed: summary, without an entry``."""
    if made.before is None:
        return ""
    silent = "" if made.is_logged else ", without an entry in the history"
    return f"; changed: {', '.join(made.changed)}{silent}"
