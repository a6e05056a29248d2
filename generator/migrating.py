"""All claims in the newest format of records, as texts that nobody has written yet."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff
from typing import TYPE_CHECKING

from generator import corpus, edit, migrations, reading, yamltext
from generator.records import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from generator.problems import Problem


@dataclass(frozen=True, kw_only=True)
class Migrated:
    """The file of a claim, the format that it had, and its text before and after."""

    file: str
    format: int
    before: str
    after: str

    @property
    def is_changed(self) -> bool:
        """Whether the claim was of an older format."""
        return self.before != self.after

    def diff(self) -> str:
        """Show the change as ``diff -u`` does."""
        before, after = (text.splitlines(keepends=True) for text in (self.before, self.after))
        rows = unified_diff(before, after, f"a/{self.file}", f"b/{self.file}")
        return "".join(row if row.endswith("\n") else f"{row}\n" for row in rows)


def migrate(root: Path) -> tuple[list[Migrated], list[Problem]]:
    """Move every claim below ``root`` to the newest format.

    Frozen versions stay as they were published. A claim with a problem is left out; then nothing
    should be written.
    """
    moved: list[Migrated] = []
    problems: list[Problem] = []
    for found in reading.find(root)[0]:
        if found.kind is Kind.CLAIM:
            one, trouble = _one(root, found.file)
            problems += trouble
            moved += [one] if one else []
    return moved, problems


def _one(root: Path, file: str) -> tuple[Migrated | None, list[Problem]]:
    raw, problems = reading.read_bytes(root, file)
    text, problems = ("", problems) if raw is None else yamltext.decode(raw, file)
    if raw is None or problems:
        return None, problems
    document, problems = yamltext.parse(text, file)
    if document is None:
        return None, problems
    if problem := corpus.misplaced(Kind.CLAIM, document):
        return None, [problem]
    moved, problems = migrations.migrate(document)
    if moved is None:
        return None, problems
    before = raw.decode()
    after = edit.with_line_ends(before, moved.document.text)
    return Migrated(file=file, format=moved.before, before=before, after=after), []
