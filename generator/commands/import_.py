"""``factcheck import``: drafts of claims from what others publish."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from generator import corpus, drafting, problems, reading, taken, words
from generator.characters import visible
from generator.commands import foreign, project, show, writing
from generator.imports import drafts
from generator.imports.addresses import address
from generator.records import Kind

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from generator.imports.drafts import Desk, Made
    from generator.problems import Problem

_EXCERPTS = 50_000_000  # characters to go through for the lines that problems show


def import_(
    root: Path,
    file: Path,
    form: str,
    *,
    base: str = "",
    accessed: date | None = None,
    asks: str = "fact",
    folder: str = "imported",
    dry_run: bool = False,
) -> int:
    """Write a draft of each claim of a file; return 1 when an item could not be used."""
    project.require(root, ())
    today = datetime.now().astimezone().date()
    if said := drafting.folder_fault(folder):
        raise click.UsageError(f"--folder: {said}")
    if base and not address(base):
        raise click.UsageError(f"--base: '{visible(base)}' is no whole web address")
    if accessed and accessed > today:
        raise click.UsageError(f"--accessed: {accessed} lies in the future")
    text, found = foreign.text_of(file)
    items, more = ([], []) if text is None else foreign.items_of(form, text, str(file), base)
    desk = _desk(root, file, accessed or today, asks, folder)
    made, even_more = drafts.make(items, desk)
    found = problems.ordered([*found, *more, *even_more])
    for one in made:
        writing.refuse(root, one.draft)
    for one in made:
        if not dry_run:
            writing.write(root, one.draft)
        click.echo(_line(one, dry_run=dry_run))
    _tell(found, text or "", made, dry_run=dry_run)
    return 1 if problems.has_errors(found) else 0


def _desk(root: Path, file: Path, accessed: date, asks: str, folder: str) -> Desk:
    sources, _ = corpus.load_sources(root)
    publisher, _ = reading.read(root, reading.PUBLISHER)
    language = publisher.data.get("language") if publisher else ""
    return drafts.Desk(
        spellings=corpus.names(root),
        sources={source.url: id_ for id_, source in sources.sources.items() if source.url},
        taken=taken.ids(root, Kind.CLAIM),
        accessed=accessed,
        asks=asks,
        folder=folder,
        origin=file.name,
        language=language if isinstance(language, str) else "",
    )


def _line(made: Made, *, dry_run: bool) -> str:
    done = "would be made" if dry_run else "made"
    rows = [f"{made.draft.file}: {done}", f"  to do: {', '.join(made.todo)}"]
    return "\n".join([*rows, *(f"  left out: {visible(note)}" for note in made.left_out)])


def _tell(found: list[Problem], text: str, made: list[Made], *, dry_run: bool) -> None:
    if found:
        shown = text if len(text) * len(found) <= _EXCERPTS else None
        show.problems(found, lambda _: shown, err=True)
    done = "would be made" if dry_run else "made"
    click.echo(f"{words.count(len(made), 'draft')} {done}, {problems.summary(found)}")
    if made and not dry_run:
        click.echo(
            "Each still needs a verdict of your own, evidence and a summary: factcheck check"
        )
