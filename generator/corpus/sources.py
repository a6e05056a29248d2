"""The sources alone, for whoever compares quotations and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from generator import quotations
from generator.corpus import files, settings
from generator.records import Kind, Rules

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from generator.passages.quotation import Result
    from generator.passages.seal import Seal
    from generator.problems import Problem
    from generator.records import Source
    from generator.references import Key
    from generator.yamltext import Document


@dataclass(frozen=True, kw_only=True)
class SourceSet:
    """The sound sources alone, with their seals: what comparing quotations needs."""

    sources: Mapping[str, Source]
    seals: Mapping[str, Seal] = field(repr=False)
    documents: Mapping[Key, Document] = field(repr=False)
    rules: Rules = field(default_factory=Rules)

    @cached_property
    def verified(self) -> dict[str, Result]:
        """Every passage compared with the seal of its source, by ``<source>#<passage>``."""
        shortest = self.rules.shortest_quotation
        return quotations.compare_all(self.sources, self.seals, shortest)


def load_sources(root: Path, ids: Collection[str] | None = None) -> tuple[SourceSet, list[Problem]]:
    """Read the sources of ``ids``, or all, and their seals, and no other record."""
    records, documents, _, problems = files.read(root, (Kind.SOURCE,), ids)
    seals, trouble = quotations.read_seals(root, records[Kind.SOURCE])
    rules, more = settings.rules(root)
    found = SourceSet(
        sources=records[Kind.SOURCE],
        seals=seals,
        documents=documents,
        rules=rules,
    )
    return found, [*problems, *trouble, *more]
