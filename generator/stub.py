"""A source record to fill in, with what a capture states of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator import editorline, reading, yamltext
from generator.records import Kind, Source
from generator.validation import validate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from generator.extraction import Capture
    from generator.problems import Problem


def write(
    source: str, capture: Capture, url: str | None, today: date, language: str | None
) -> tuple[str, list[Problem]]:
    """Write a source record with what is known, and null for the rest.

    What a capture states and a record cannot hold is left out; problems are those that remain.
    """
    found = {**capture.found, **({"url": url} if url else {})}
    unusable: set[str] = set()
    while True:
        usable = {key: value for key, value in found.items() if key not in unusable}
        text = _record(source, capture.media, usable, unusable, _Given(url, today, language))
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


def _record(
    source: str, media: str, found: Mapping[str, str], unusable: set[str], given: _Given
) -> str:
    spoken = given.language or found.get("language")
    is_live = bool(given.url) and "url" in found
    rows = [
        editorline.line(_file(source)),
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
    file = _file(source)
    _, problems = yamltext.decode(text.encode(), file)
    if problems:
        return problems
    document, problems = yamltext.parse(text, file)
    return problems if document is None else validate(Source, document.data, document, id=source)[1]


def _file(source: str) -> str:
    return f"{reading.FOLDERS[Kind.SOURCE]}/{source}.yml"
