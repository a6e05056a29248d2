"""A capture to what is kept of it: files of the archive, a record to fill in, a report of drift."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator import against_archive, verification, yamltext
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

_ENDINGS = (".html", ".htm", ".xhtml", ".pdf", ".srt", ".vtt")


def archived(source: str, raw: bytes, capture: Capture) -> Archived:
    """Return the capture as the archive will hold it."""
    return Archived(
        source=source,
        raw=capture.text,
        extractor=capture.extractor,
        captured=Captured(sha256=hashlib.sha256(raw).hexdigest(), bytes=len(raw)),
        places=capture.places,
    )


def files(kept: Archived, raw: bytes, name: str) -> dict[str, bytes]:
    """Return the files of the archive by name: the text and, if it was made, what from and how."""
    found = {f"{kept.source}.txt": kept.raw.encode()}
    if kept.extractor == PLAIN:
        # The bytes as they came: their hash is in the seal.
        return {f"{kept.source}.txt": raw}
    ending = next((e for e in _ENDINGS if name.lower().endswith(e)), ".html")
    about = {
        "extractor": kept.extractor,
        "captured": kept.captured.model_dump(),
        "places": kept.places,
    }
    found[f"{kept.source}.original{ending}"] = raw
    found[f"{kept.source}.json"] = json.dumps(about, ensure_ascii=False, indent=1).encode()
    return found


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


def stub(source: str, capture: Capture, url: str | None, today: date, language: str | None) -> str:
    """Write a source record with what is known, and null for the rest."""
    found = capture.found
    spoken = language or found.get("language")
    rows = [
        "# Made by factcheck capture. What the source does not state stays null.",
        *_known("title", found),
        *_known("publisher", found),
        *_known("published", found),
        f"published_basis: {'stated' if 'published' in found else 'unknown'}",
        f"url: {_address(url)}",
        "archive_url: null",
        f"accessed: {today if url else 'null'}",
        *([] if spoken else ["# und: not known yet; enter its BCP 47 tag, such as en or uk"]),
        f"language: {spoken or 'und'}",
        "# sources that carry the same interview or agency copy share one origin",
        f"origin: {source}",
        f"status: {'live' if url else 'null'}",
        f"media: {capture.media or 'document'}",
        f"# 'factcheck quote {source} \"some words\"' prints a passage to paste here",
        "passages: {}",
    ]
    return "\n".join(rows) + "\n"


def _known(key: str, found: Mapping[str, str]) -> list[str]:
    value = found.get(key)
    if not value:
        return [f"{key}: null"]
    return [f"# {key}: as the metadata of the capture states it", f"{key}: {yamltext.plain(value)}"]


def _address(url: str | None) -> str:
    return yamltext.plain(url) if url else "null"
