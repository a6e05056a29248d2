"""A capture to what is kept of it: files of the archive, a report of drift."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generator import against_archive, verification
from generator.passages.archive import PLAIN, Archived
from generator.passages.quotation import State
from generator.passages.seal import Captured
from generator.passages.surroundings import Doubt
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from generator.corpus import SourceSet
    from generator.extraction import Capture
    from generator.problems import Problem
    from generator.records import Source

_LONG = 5000  # tokens: longer differences are counted roughly, and fast


def archived(source: str, raw: bytes, capture: Capture) -> Archived:
    """Return the capture as the archive will hold it."""
    return Archived(
        source=source,
        raw=capture.text,
        extractor=capture.extractor,
        captured=Captured(sha256=hashlib.sha256(raw).hexdigest(), bytes=len(raw)),
        places=capture.places,
    )


def files(kept: Archived, raw: bytes, suffix: str) -> dict[str, bytes]:
    """Return the files of the archive by name: the text and, if it was made, what from and how."""
    if kept.extractor == PLAIN:
        # The bytes as they came: their hash is in the seal.
        return {f"{kept.source}.txt": raw}
    about = {
        "extractor": kept.extractor,
        "captured": kept.captured.model_dump(),
        "places": kept.places,
    }
    return {
        f"{kept.source}.txt": kept.raw.encode(),
        f"{kept.source}.original{suffix}": raw,
        f"{kept.source}.json": json.dumps(about, ensure_ascii=False, indent=1).encode(),
    }


def is_same(old: Archived, new: Archived) -> bool:
    """Whether two captures agree in the text and in all that a seal or a passage says of it."""
    before, after = ((one.text.text, one.extractor, one.captured, one.places) for one in (old, new))
    return before == after


def difference(old: Archived, new: Archived) -> str:
    """Say how much two texts differ, in words and marks."""
    before, after = old.text.words, new.text.words
    if before == after:
        return "the same words and marks, written or parted otherwise"
    if len(before) != len(after):
        return f"{len(before):,} words and marks, now {len(after):,}"
    return f"{_differing(before, after):,} of {len(before):,} words and marks differ"


def _differing(before: list[str], after: list[str]) -> int:
    head = next(n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b)
    tail = next(n for n, (a, b) in enumerate(zip(before[::-1], after[::-1], strict=True)) if a != b)
    one, other = (row[head : len(row) - tail] for row in (before, after))
    blocks = SequenceMatcher(None, one, other, autojunk=len(one) > _LONG).get_matching_blocks()
    return len(one) - sum(block.size for block in blocks)


@dataclass(frozen=True, kw_only=True)
class Drift:
    """What a new capture of a source does to its passages: problems of those that broke."""

    standing: int
    broken: tuple[Problem, ...]


def drift(sources: SourceSet, source: Source, new: Archived) -> Drift:
    """Compare every passage with the new text."""
    document = sources.documents[Kind.SOURCE, source.id]
    results = against_archive.results(source, new)
    broken = []
    for key, result in results.items():
        if not result.state.holds:
            passage = source.passages[key]
            problem = verification.problem(document, key, passage, result, sources.rules)
            near = against_archive.nearest_words(passage, new)
            broken.append(replace(problem, details=near, hint=_hint(problem, near)))
    return Drift(standing=len(results) - len(broken), broken=tuple(broken))


def _hint(problem: Problem, near: tuple[str, ...]) -> str:
    """Say what whoever holds the archive can do: not what needs somebody who does."""
    if problem.code != State.NOT_FOUND:
        return problem.hint
    if near:
        return "paste it if these words are meant; 'factcheck verify --fix' mends what is sure"
    return "copy the words from the captured text again: 'factcheck quote' finds them"


def doubts(
    sources: SourceSet,
    archived: Archived,
    added: Collection[str],
    names: Mapping[str, frozenset[str]],
    today: date,
) -> list[Problem]:
    """Return what the text lets doubt of the passages ``added``; excuses count until ``today``."""
    whole = sources.sources[archived.source]
    passages = {key: passage for key, passage in whole.passages.items() if key in added}
    source = whole.model_copy(update={"passages": passages})
    results = against_archive.results(source, archived)
    found = against_archive.problems(sources, source, archived, results, names, today)
    return [problem for problem in found if problem.code in set(Doubt)]
