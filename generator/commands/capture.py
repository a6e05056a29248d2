"""``factcheck capture``: a page or file into the archive, a record stub, a seal."""

from __future__ import annotations

import importlib
import logging
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import capturing, corpus, files, problems, reading, storing, stub, words
from generator.commands import project, show
from generator.commands.seal import seal
from generator.passages import archive
from generator.passages.archive import ArchiveError
from generator.passages.tokens import is_word
from generator.records import Kind

if TYPE_CHECKING:
    from generator.extraction import Capture
    from generator.passages.archive import Archived
    from generator.problems import Problem

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_HOST = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:[/:?#]|$)")


@dataclass(frozen=True, kw_only=True)
class Job:
    """What is captured, and where it goes."""

    root: Path
    folder: Path
    source: str
    url: str | None
    raw: bytes
    capture: Capture

    @property
    def file(self) -> str:
        """The record of the source."""
        return f"{reading.FOLDERS[Kind.SOURCE]}/{self.source}.yml"


def capture(
    root: Path,
    what: str,
    source_id: str,
    *,
    archive_folder: Path | None = None,
    language: str | None = None,
    replace: bool = False,
) -> int:
    """Capture a file or an address; return 1 when nothing was stored."""
    project.require(root, [source_id])
    folder = archive.folder(root, archive_folder)
    job, found = _read(root, folder, what, source_id)
    if job is None:
        return _told(found)
    new = capturing.archived(source_id, job.raw, job.capture)
    if not any(map(is_word, new.text.words)):
        raise click.ClickException(f"{what} holds no words")
    record, found = _stub(job, language)
    if found:
        return _told(found)
    old = _former(folder, source_id)
    broken = 0
    if old is not None and old.text.text != new.text.text:
        broken = _report_drift(job, old, new)
        if not replace:
            click.echo("Nothing was written. To store the new text: --replace", err=True)
            return 1
    _store(job, old, new)
    if record:
        files.write(job.root / job.file, record.encode())
        click.echo(f"{job.file}: made; enter what the source states")
    if broken:
        click.echo(f"mend the passages, then: factcheck seal {source_id} --replace", err=True)
        return 1
    return seal(root, [source_id], archive_folder=folder, replace=replace)


def _former(folder: Path, source: str) -> Archived | None:
    try:
        return archive.read(folder, source)
    except ArchiveError as error:
        raise click.ClickException(f"the former capture: {error}") from None


def _stub(job: Job, language: str | None) -> tuple[str, list[Problem]]:
    """Return the record to write, empty when there is one; nothing is written by a bad one."""
    today = datetime.now().astimezone().date()
    text, found = stub.write(job.source, job.capture, job.url, today, language)
    for problem in found:
        if language and problem.code == "not-a-language":
            said = f"{problem.message}; {problem.hint}"
            raise click.BadParameter(said, param_hint="--language")
    return ("", []) if (job.root / job.file).exists() else (text, found)


def _read(root: Path, folder: Path, what: str, source: str) -> tuple[Job | None, list[Problem]]:
    # Reading pages and PDF files takes packages that cost every other command a third of a
    # second, and that a site may be built without.
    extraction = importlib.import_module("generator.extraction")
    for library in ("trafilatura", "pypdf", "urllib3"):
        logging.getLogger(library).addHandler(logging.NullHandler())
    is_address = _is_address(what)
    if is_address:
        fetching = importlib.import_module("generator.extraction.fetch")
        raw, name, found = fetching.fetch(what)
    else:
        raw, name, found = _bytes(what), what, []
    if raw is None:
        return None, found
    read, found = extraction.extract(raw, name)
    if read is None:
        return None, found
    url = name if is_address else None
    return Job(root=root, folder=folder, source=source, url=url, raw=raw, capture=read), found


def _is_address(what: str) -> bool:
    scheme = _SCHEME.match(what)
    if scheme and scheme[1].lower() not in ("http", "https"):
        raise click.ClickException(f"{what}: only http and https addresses are fetched")
    return scheme is not None


def _bytes(what: str) -> bytes:
    try:
        return Path(what).read_bytes()
    except OSError as error:
        hint = "; for a web address write https:// in front" if _looks_like_host(what) else ""
        said = f"{what} cannot be read: {error.strerror}{hint}"
        raise click.ClickException(said) from None


def _looks_like_host(what: str) -> bool:
    is_file = what.lower().endswith((".txt", ".html", ".htm", ".pdf", ".srt", ".vtt"))
    return bool(_HOST.match(what)) and not (is_file and "/" not in what)


def _told(found: list[Problem]) -> int:
    # What was captured is no text of the project: no line of it is shown.
    show.problems(problems.ordered(found), err=True)
    click.echo("Nothing was written.", err=True)
    return 1


def _report_drift(job: Job, old: Archived, new: Archived) -> int:
    """Print what the new text does to the passages; return how many of them break."""
    said = capturing.difference(old, new)
    click.echo(f"{job.source}: the text has changed since it was captured ({said})", err=True)
    sources, _ = corpus.load_sources(job.root)
    source = sources.sources.get(job.source)
    if source is None:
        return 0
    drift = capturing.drift(sources, source, new)
    every = words.count(len(source.passages), "passage")
    verb = "stands" if len(source.passages) == 1 else "stand"
    click.echo(f"{drift.standing} of {every} still {verb}", err=True)
    show.problems(drift.broken, reading.texts(job.root), err=True)
    return len(drift.broken)


def _store(job: Job, old: Archived | None, new: Archived) -> None:
    if old is not None and capturing.is_same(old, new):
        click.echo(f"{job.source}: the archive holds this text already")
        return
    if old is not None and old.text.text == new.text.text:
        click.echo(f"{job.source}: the same text, captured otherwise: the new capture is stored")
    content = capturing.files(new, job.raw, job.capture.suffix)
    former = old.captured.sha256 if old else None
    kept = storing.store(job.folder, job.source, content, former)
    if kept is not None:
        click.echo(f"the former capture is kept in {kept}", err=True)
    removed = new.text.removed
    note = f", {words.count(removed, 'invisible character')} removed" if removed else ""
    click.echo(f"{job.source}: {len(new.text.words):,} words and marks captured{note}")
