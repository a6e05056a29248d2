"""A capture to what is kept of it: files of the archive, a record to fill in, a report of drift."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from generator import against_archive, reading, verification, yamltext
from generator.passages.archive import PLAIN, Archived
from generator.passages.quotation import State
from generator.passages.seal import Captured
from generator.passages.surroundings import Doubt
from generator.records import Kind, Source
from generator.validation import validate

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from generator.corpus import SourceSet
    from generator.extraction import Capture
    from generator.problems import Problem

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


def stub(
    source: str, capture: Capture, url: str | None, today: date, language: str | None
) -> tuple[str, list[Problem]]:
    """Write a source record with what is known, and null for the rest.

    What a capture states and a record cannot hold is left out; problems are those that remain.
    """
    found = {**capture.found, **({"url": url} if url else {})}
    unusable: set[str] = set()
    while True:
        usable = {key: value for key, value in found.items() if key not in unusable}
        text = _stub(source, capture.media, usable, unusable, _Given(url, today, language))
        problems = _faults(source, text)
        rows = text.split("\n")
        keys = {rows[p.position.line - 1].partition(":")[0] for p in problems} & usable.keys()
        if language:
            keys -= {"language"}
        if not keys:
            return text, problems
        unusable |= keys


class _Given(NamedTuple):
    url: str | None
    today: date
    language: str | None


def _stub(
    source: str, media: str, found: Mapping[str, str], unusable: set[str], given: _Given
) -> str:
    spoken = given.language or found.get("language")
    is_live = bool(given.url) and "url" in found
    rows = [
        "# Made by factcheck capture. What the source does not state stays null.",
        *_known("title", found, unusable),
        *_known("publisher", found, unusable),
        *_known("published", found, unusable),
        f"published_basis: {'stated' if 'published' in found else 'unknown'}",
        *(_fetched(found["url"]) if is_live else _known("url", found, unusable)),
        "archive_url: null",
        f"accessed: {given.today if given.url else 'null'}",
        *([] if spoken else ["# und: not known yet; enter its BCP 47 tag, such as en or uk"]),
        f"language: {spoken or 'und'}",
        "# sources that carry the same interview or agency copy share one origin",
        f"origin: {source}",
        f"status: {'live' if is_live else 'null'}",
        f"media: {media or 'document'}",
        f"# 'factcheck quote {source} \"some words\"' prints a passage to paste here",
        "passages: {}",
    ]
    return "\n".join(rows) + "\n"


def _known(key: str, found: Mapping[str, str], unusable: set[str]) -> list[str]:
    if key in unusable:
        return [f"# {key}: the capture has one that no record can hold", f"{key}: null"]
    value = found.get(key)
    if not value:
        return [f"{key}: null"]
    return [f"# {key}: as the metadata of the capture states it", f"{key}: {yamltext.plain(value)}"]


def _fetched(url: str) -> list[str]:
    return [f"url: {yamltext.plain(url)}"]


def _faults(source: str, text: str) -> list[Problem]:
    file = f"{reading.FOLDERS[Kind.SOURCE]}/{source}.yml"
    _, problems = yamltext.decode(text.encode(), file)
    if problems:
        return problems
    document, problems = yamltext.parse(text, file)
    return problems if document is None else validate(Source, document.data, document, id=source)[1]
