"""``factcheck quote``: words of a captured text as a passage to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import corpus, quoting
from generator.commands import project
from generator.passages import archive
from generator.passages.archive import ArchiveError
from generator.passages.surroundings import Doubt, doubts

if TYPE_CHECKING:
    from pathlib import Path

    from generator.passages.archive import Archived
    from generator.quoting import Found

_NOTES = {
    Doubt.NEGATION_OMITTED: "the omission jumps '{}'",
    Doubt.NEGATION_BEFORE: "'{}' stands just before these words",
}


def quote(root: Path, source_id: str, words: str, *, archive_folder: Path | None = None) -> int:
    """Print the YAML of the passage; return 1 when the words do not stand in the text."""
    project.require(root, [source_id])
    folder = archive.folder(root, archive_folder)
    try:
        archived = archive.read(folder, source_id)
    except ArchiveError as error:
        raise click.ClickException(str(error)) from None
    if archived is None:
        raise click.ClickException(
            f"the archive {folder} holds no {source_id}.txt; name another with --archive, "
            "or capture the source first"
        )
    found, as_given = quoting.find(words, archived)
    if not found:
        raise click.ClickException(f"nothing like these words stands in {source_id}.txt")
    if not as_given:
        click.echo("These words do not stand there so; the nearest are:", err=True)
    elif len(found) > 1:
        click.echo("They stand there more than once; paste the one you mean:", err=True)
    source = corpus.load_sources(root)[0].sources.get(source_id)
    taken = source.passages if source else {}
    for one in found:
        click.echo(quoting.as_yaml(one, archived, taken))
        _warn(one, archived, source.language if source else "en")
    click.echo(
        f"Paste it below 'passages:' in content/sources/{source_id}.yml, name speaker and kind, "
        f"then run: factcheck seal {source_id}",
        err=True,
    )
    return 0 if as_given else 1


def _warn(found: Found, archived: Archived, language: str) -> None:
    if found.result is None:
        return
    for doubt, word in doubts(found.result, archived.text, language, ()):
        click.echo(f"Note: {_NOTES[doubt].format(word)}.", err=True)
