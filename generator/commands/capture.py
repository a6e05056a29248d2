"""``factcheck capture``: a page or file into the archive, a record stub, a seal."""

from __future__ import annotations

import importlib
import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import capturing, corpus, files, problems, reading
from generator.commands import project
from generator.commands.seal import seal
from generator.passages import archive
from generator.passages.archive import ArchiveError
from generator.passages.tokens import is_word
from generator.records import Kind

if TYPE_CHECKING:
    from generator.extraction import Capture
    from generator.passages.archive import Archived
    from generator.problems import Problem

FORMER = "former"


@dataclass(frozen=True, kw_only=True)
class Job:
    """What is captured, and where it goes."""

    root: Path
    folder: Path
    source: str
    name: str
    url: str | None
    raw: bytes
    capture: Capture


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
        return _told(root, found)
    new = capturing.archived(source_id, job.raw, job.capture)
    if not any(map(is_word, new.text.words)):
        raise click.ClickException(f"{what} holds no words")
    try:
        old = archive.read(folder, source_id)
    except ArchiveError as error:
        raise click.ClickException(f"the former capture: {error}") from None
    if old is not None and old.text.text != new.text.text:
        _report_drift(job, old, new)
        if not replace:
            click.echo("Nothing was written. To store the new text: --replace", err=True)
            return 1
        _set_aside(job, old)
    _store(job, new, is_same=old is not None and old.text.text == new.text.text)
    _stub(job, language)
    return seal(root, [source_id], archive_folder=folder, replace=replace)


def _read(root: Path, folder: Path, what: str, source: str) -> tuple[Job | None, list[Problem]]:
    # Reading pages and PDF files takes packages that cost every other command a third of a
    # second, and that a site may be built without.
    extraction = importlib.import_module("generator.extraction")
    for library in ("trafilatura", "pypdf", "urllib3"):
        logging.getLogger(library).addHandler(logging.NullHandler())
    is_address = what.lower().startswith(("http://", "https://"))
    if is_address:
        fetching = importlib.import_module("generator.extraction.fetch")
        raw, name, found = fetching.fetch(what)
    else:
        name, found = what, []
        try:
            raw = Path(what).read_bytes()
        except OSError as error:
            raise click.ClickException(f"{what} cannot be read: {error.strerror}") from None
    if raw is None:
        return None, found
    read, found = extraction.extract(raw, name)
    if read is None:
        return None, found
    url = name if is_address else None
    return Job(
        root=root, folder=folder, source=source, name=name, url=url, raw=raw, capture=read
    ), found


def _told(root: Path, found: list[Problem]) -> int:
    click.echo(problems.as_text(problems.ordered(found), reading.texts(root)), err=True)
    click.echo("Nothing was written.", err=True)
    return 1


def _report_drift(job: Job, old: Archived, new: Archived) -> None:
    before, after = len(old.text.words), len(new.text.words)
    click.echo(
        f"{job.source}: the text has changed since it was captured "
        f"({before:,} words and marks, now {after:,})",
        err=True,
    )
    sources, _ = corpus.load_sources(job.root)
    source = sources.sources.get(job.source)
    if source is None:
        return
    drift = capturing.drift(sources, source, new)
    click.echo(f"{drift.standing} of {len(source.passages)} passages still stand", err=True)
    if drift.broken:
        shown = problems.as_text(drift.broken, reading.texts(job.root))
        click.echo(shown, err=True)


def _set_aside(job: Job, old: Archived) -> None:
    """Keep the former capture: nothing in the archive is ever written over."""
    mark = old.text.sha256[:12]
    for file in sorted(job.folder.glob(f"{job.source}.*")):
        kept = job.folder / FORMER / mark / file.name
        files.write(kept, file.read_bytes())
        file.unlink()
    click.echo(f"the former capture is kept in {job.folder / FORMER / mark}", err=True)


def _store(job: Job, new: Archived, *, is_same: bool) -> None:
    if is_same:
        click.echo(f"{job.source}: the archive holds this text already")
        return
    for name, content in capturing.files(new, job.raw, job.name).items():
        files.write(job.folder / name, content)
    removed = new.text.removed
    note = f", {removed} invisible characters removed" if removed else ""
    click.echo(f"{job.source}: {len(new.text.words):,} words and marks captured{note}")


def _stub(job: Job, language: str | None) -> None:
    file = f"{reading.FOLDERS[Kind.SOURCE]}/{job.source}.yml"
    if (job.root / file).exists():
        return
    today = datetime.now().astimezone().date()
    text = capturing.stub(job.source, job.capture, job.url, today, language)
    files.write(job.root / file, text.encode())
    click.echo(f"{file}: made; enter what the source states")
