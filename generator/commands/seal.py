"""``factcheck seal``: proofs for the quotations, made from the archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import click

from generator import (
    capturing,
    confirmation,
    corpus,
    files,
    problems,
    reading,
    sealing,
    signatures,
    words,
)
from generator.commands import project, show
from generator.passages import archive
from generator.passages.archive import ArchiveError
from generator.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.corpus import SourceSet
    from generator.passages.archive import Archived
    from generator.records import Source
    from generator.sealing import Made


class _KeyError(Exception):
    """The key cannot be used: asking it again for each source would say the same."""


@dataclass(frozen=True, kw_only=True)
class _Job:
    root: Path
    folder: Path
    sources: SourceSet
    names: Mapping[str, frozenset[str]]
    allowed: bytes
    key: Path | None
    replace: bool


def seal(
    root: Path,
    ids: Sequence[str],
    *,
    archive_folder: Path | None = None,
    key: Path | None = None,
    replace: bool = False,
) -> int:
    """Seal the sources of ``ids``, or all; return 1 when one could not be sealed."""
    project.require(root, ids)
    sources, found = corpus.load_sources(root)
    job = _Job(
        root=root,
        folder=archive.folder(root, archive_folder),
        sources=sources,
        names=corpus.names(root),
        allowed=reading.read_bytes(root, reading.SIGNERS)[0] or b"",
        key=key,
        replace=replace,
    )
    found = [p for p in found if not ids or _is_of(p, ids)]
    for source_id in dict.fromkeys(ids or sources.sources):
        try:
            trouble = _seal_one(job, source_id)
        except _KeyError as error:
            found.append(_unsigned(source_id, str(error)))
            break
        if not problems.has_errors(trouble):
            # What was wrong with the former seal is told no more.
            found = [p for p in found if p.position.file != reading.seal_of(source_id)]
        found += trouble
    return _end(root, found)


def _end(root: Path, found: list[Problem]) -> int:
    if found:
        show.problems(problems.ordered(found), reading.texts(root), err=True)
        click.echo(problems.summary(found), err=True)
    return 1 if problems.has_errors(found) else 0


def _is_of(problem: Problem, ids: Sequence[str]) -> bool:
    return any(f"/{id_}." in problem.position.file for id_ in ids)


def _unsigned(source_id: str, said: str) -> Problem:
    hint = "name a private key, or a .pub whose key the agent holds: ssh-add -L lists those"
    at = Position(reading.seal_of(source_id))
    return Problem("unsigned-seal", at, f"the seal was not signed: {said}", hint)


def _seal_one(job: _Job, source_id: str) -> list[Problem]:
    source = job.sources.sources.get(source_id)
    file = reading.seal_of(source_id)
    if source is None:
        said = f"there is no sound source '{source_id}'"
        hint = problems.nearest(source_id, job.sources.sources)
        return [Problem("unknown-reference", Position(file), said, hint)]
    try:
        archived = archive.read(job.folder, source_id)
    except ArchiveError as error:
        return [Problem("unreadable-file", Position(file), f"the captured text: {error}")]
    if archived is not None:
        made, trouble = _made(job, source, archived)
        return trouble if made is None else _write(job, archived, made)
    said = f"there is no {source_id}.txt in {job.folder}/"
    hint = f"capture it, or name the archive with --archive or {archive.VARIABLE}"
    return [Problem("unreadable-file", Position(file), said, hint)]


def _made(job: _Job, source: Source, archived: Archived) -> tuple[Made | None, list[Problem]]:
    drift = capturing.drift(job.sources, source, archived)
    if drift.broken:
        return None, list(drift.broken)
    before, trouble = sealing.former(job.root, source.id, replace=job.replace)
    if trouble:
        return None, trouble
    after, trouble = sealing.make(job.sources, source, archived)
    if after is None:
        return None, trouble
    return sealing.renew(before, after, replace=job.replace)


def _write(job: _Job, archived: Archived, made: Made) -> list[Problem]:
    """Write a seal and its signature, the signature made before anything is written."""
    path = job.root / reading.seal_of(archived.source)
    is_new = not path.is_file() or path.read_bytes() != made.content
    is_signed = not is_new and bool(confirmation.signer_of(job.root, archived.source))
    signature, note = b"", ", signature kept" if job.key and is_signed else ""
    if job.key and not is_signed:
        signature, note = _signed(job, made.content)
    if is_new:
        files.write(path, made.content)
    if signature:
        files.write(signatures.of(path), signature)
    elif is_new:
        # A signature of the former seal would be taken for one of this.
        signatures.of(path).unlink(missing_ok=True)
    click.echo(f"{archived.source}: {_change(made) if is_new else 'unchanged'}{note}")
    # An open seal does not say which passages it is for.
    every = job.sources.sources[archived.source].passages if is_new else ()
    added = every if made.is_open else made.added
    today = datetime.now().astimezone().date()
    return capturing.doubts(job.sources, archived, added, job.names, today)


def _signed(job: _Job, content: bytes) -> tuple[bytes, str]:
    signature, fault = signatures.sign(content, job.key) if job.key else (b"", "")
    if fault:
        raise _KeyError(fault)
    if signatures.signer(content, signature, job.allowed) is None:
        said = f"this key is not in {reading.SIGNERS}, so nobody will count it"
        return signature, f", signed; {said}"
    return signature, ", signed"


def _change(made: Made) -> str:
    tokens = f"{made.tokens:,} words and marks"
    if made.is_open:
        return f"sealed openly, {tokens}"
    lost = f", {made.removed} removed" if made.removed else ""
    return f"sealed, {tokens}, {words.count(len(made.added), 'proof')} added{lost}"
