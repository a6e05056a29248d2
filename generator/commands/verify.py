"""``factcheck verify``: every quotation against its seal, and the archive where it is."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from datetime import datetime
from typing import TYPE_CHECKING

import click

from generator import against_archive, corpus, edit, files, problems, reading, report, verifying
from generator.commands import project, show
from generator.passages import archive
from generator.passages.nearest import word_diff
from generator.records import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from generator.corpus import SourceSet
    from generator.passages.archive import Archived
    from generator.verifying import Verified

MANY = 100  # sources: with fewer, a second process takes longer to start than it saves


def verify(
    root: Path,
    style: str,
    *,
    archive_folder: Path | None = None,
    since: str | None = None,
    fix: bool = False,
    listed: bool = False,
) -> int:
    """Print what became of every quotation; return 0 when all of them hold."""
    project.require(root, ())
    base = project.base(root, since)
    folder = archive.folder(root, archive_folder)
    if archive.is_named(archive_folder) and not folder.is_dir():
        raise click.UsageError(f"there is no archive at {folder}")
    if fix:
        _fix(root, folder)
    ids = [found.id for found in reading.find(root)[0] if found.kind is Kind.SOURCE]
    today = datetime.now().astimezone().date()
    with ProcessPoolExecutor() if len(ids) >= MANY else nullcontext() as pool:
        found = verifying.verify(root, folder, ids, today, base=base, pool=pool)
    _print(root, found, style, listed=listed)
    failed = any(not state.holds for state in found.states.values())
    return 1 if failed or problems.has_errors(found.problems) else 0


def _fix(root: Path, folder: Path) -> None:
    """Mend what is unambiguous, one value at a time; comments and layout stay."""
    sources, _ = corpus.load_sources(root)
    texts, _ = verifying.texts_of(folder, sources)
    if not texts:
        click.echo(f"nothing can be mended: the archive {folder} holds no text", err=True)
    for source_id, archived in texts.items():
        seal = sources.seals.get(source_id)
        if seal and seal.canonical.sha256 != archived.text.sha256:
            said = "nothing is mended: the archive holds another text than the one that was sealed"
            click.echo(f"{source_id}: {said}", err=True)
            continue
        _fix_one(root, sources, source_id, archived)


def _fix_one(root: Path, sources: SourceSet, source_id: str, archived: Archived) -> None:
    source, document = sources.sources[source_id], sources.documents[Kind.SOURCE, source_id]
    results, before = against_archive.results(source, archived), document
    for key, quote in against_archive.mends(source, archived, results):
        try:
            document = edit.replace_text(document, ("passages", key, "quote"), quote)
        except edit.EditError as error:
            click.echo(f"{document.file} '{key}': not mended: {error}", err=True)
            continue
        shown = word_diff(source.passages[key].quote, quote)
        click.echo(f"mended {document.file} '{key}': {shown}", err=True)
    if document is not before:
        path = root / document.file
        text = edit.with_line_ends(path.read_bytes().decode(), document.text)
        files.write(path, text.encode())


def _print(root: Path, found: Verified, style: str, *, listed: bool) -> None:
    if style == "json":
        click.echo(verifying.as_json(found))
        return
    if listed:
        for passage, state in found.states.items():
            said = f"{passage}: {state}{verifying.words_of(found, passage)}"
            click.echo(said, err=style in report.DOCUMENTS)
    show.problems(found.problems, reading.texts(root), style, about=project.pages_of_codes(root))
    click.echo(verifying.summary(found), err=style != "text")
    click.echo(verifying.compared(found), err=style != "text")
