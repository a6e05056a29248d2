"""``factcheck coverage``: which sentences of the captured texts the checks lean on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import corpus, problems, publication, reading, words
from generator import coverage as covering
from generator.commands import show
from generator.passages import archive
from generator.passages.archive import ArchiveError

if TYPE_CHECKING:
    from pathlib import Path

    from generator.corpus import Corpus
    from generator.coverage import Coverage


def coverage(root: Path, *, archive_folder: Path | None = None, missing: bool = False) -> int:
    """Print a line for each source; with ``missing``, the sentences without a claim too."""
    loaded, found = corpus.load(root)
    if loaded is None or problems.has_errors(found):
        show.problems(problems.ordered(found), reading.texts(root), err=True)
        return 1
    folder = archive.folder(root, archive_folder)
    public = publication.public(loaded)
    measured = [one for id_ in public.sources if (one := _measure(public, folder, id_))]
    if not measured:
        raise click.ClickException(f"the archive {folder} holds no text of these sources")
    for one in measured:
        click.echo(
            f"{one.source}: {one.covered} of {one.sentences} sentences "
            f"({words.share(one.covered, one.sentences)}) have a claim; "
            f"{words.share(one.quoted, one.tokens)} of the words and marks are quoted"
        )
        for sentence in one.bare if missing else ():
            click.echo(f"    - {sentence}")
    return 0


def _measure(public: Corpus, folder: Path, source_id: str) -> Coverage | None:
    try:
        archived = archive.read(folder, source_id)
    except ArchiveError as error:
        click.echo(f"{source_id}: passed over: {error}", err=True)
        return None
    seal = public.seals.get(source_id)
    if archived and seal and seal.canonical.sha256 != archived.text.sha256:
        said = "passed over: the archive holds another text than the one that was sealed"
        click.echo(f"{source_id}: {said}", err=True)
        return None
    return covering.of(public, public.sources[source_id], archived.text) if archived else None
