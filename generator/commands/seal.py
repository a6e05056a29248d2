"""``factcheck seal``: proofs for the quotations, made from the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import corpus, files, problems, reading, sealing, signatures
from generator.passages import archive
from generator.passages import seal as seals
from generator.passages.archive import ArchiveError
from generator.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.corpus import SourceSet


def seal(
    root: Path,
    ids: Sequence[str],
    *,
    archive_folder: Path | None = None,
    key: Path | None = None,
    replace: bool = False,
) -> int:
    """Seal the sources of ``ids``, or all; return 1 when one could not be sealed."""
    sources, found = corpus.load_sources(root)
    folder = archive.folder(root, archive_folder)
    wanted = list(ids) or list(sources.sources)
    found = [p for p in found if not ids or _is_of(p, ids)]
    for source_id in wanted:
        found += _seal_one(root, folder, sources, source_id, key=key, replace=replace)
    if found:
        click.echo(problems.as_text(problems.ordered(found), reading.texts(root)), err=True)
        click.echo(problems.summary(found), err=True)
    return 1 if problems.has_errors(found) else 0


def _is_of(problem: Problem, ids: Sequence[str]) -> bool:
    return any(f"/{id_}." in problem.position.file for id_ in ids)


def _seal_one(
    root: Path, folder: Path, sources: SourceSet, source_id: str, *, key: Path | None, replace: bool
) -> list[Problem]:
    source = sources.sources.get(source_id)
    file = reading.seal_of(source_id)
    if source is None:
        said = f"there is no sound source '{source_id}'"
        hint = problems.nearest(source_id, sources.sources)
        return [Problem("unknown-reference", Position(file), said, hint)]
    try:
        archived = archive.read(folder, source_id)
    except ArchiveError as error:
        return [Problem("unreadable-file", Position(file), f"the captured text: {error}")]
    if archived is None:
        said = f"the archive {folder} holds no {source_id}.txt"
        hint = f"capture it, or name the archive with --archive or {archive.VARIABLE}"
        return [Problem("unreadable-file", Position(file), said, hint)]
    made, trouble = sealing.make(sources, source, archived)
    if made is None:
        return trouble
    renewed, trouble = sealing.renew(sources.seals.get(source_id), made, replace=replace)
    if renewed is None:
        return trouble
    return _write(root, file, renewed, made, key)


def _write(
    root: Path, file: str, renewed: sealing.Made, made: seals.Seal, key: Path | None
) -> list[Problem]:
    path = root / file
    before = path.read_bytes() if path.is_file() else b""
    if before != renewed.content:
        files.write(path, renewed.content)
        # A signature of the former seal would be taken for one of this.
        signatures.of(path).unlink(missing_ok=True)
    signed = ""
    if key is not None:
        fault = signatures.sign(path, key)
        if fault:
            return [Problem("unsigned-seal", Position(file), f"the seal was not signed: {fault}")]
        signed = ", signed"
    change = "unchanged" if before == renewed.content else _change(renewed, made)
    click.echo(f"{made.source}: {change}{signed}")
    return []


def _change(renewed: sealing.Made, made: seals.Seal) -> str:
    if made.kind == "open":
        return f"sealed openly, {made.tokens:,} words and marks"
    lost = f", {renewed.removed} removed" if renewed.removed else ""
    return f"sealed, {made.tokens:,} words and marks, {renewed.added} proofs added{lost}"
