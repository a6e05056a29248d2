"""``factcheck quote``: words of a captured text as a passage to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import corpus, problems, quotations, quoting, words
from generator.commands import project
from generator.passages import archive
from generator.passages.archive import ArchiveError
from generator.passages.quotation import Quotation
from generator.passages.surroundings import Doubt, doubts
from generator.quoting import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from generator.corpus import SourceSet
    from generator.passages.archive import Archived
    from generator.quoting import Answer, Found

_NOTES = {
    Doubt.NEGATION_OMITTED: "the omission jumps '{}'",
    Doubt.NEGATION_BEFORE: "'{}' stands just before these words",
}
_NOT_ONE = {
    Outcome.EMPTY: "no words were given",
    Outcome.NOTHING: "nothing like these words stands in {source}.txt",
    Outcome.OMISSION: (
        "these words can be read in {places} ways: quote more words around the omission"
    ),
    Outcome.UNTOLD: (
        "these words stand {places} times and nothing near tells them apart: quote more"
    ),
}


def quote(root: Path, source_id: str, given: str, *, archive_folder: Path | None = None) -> int:
    """Print the YAML of the passage; return 1 when the words do not stand in the text."""
    project.require(root, [source_id])
    sources, _ = corpus.load_sources(root)
    archived = _archived(sources, archive.folder(root, archive_folder), source_id)
    answer = quoting.find(given, archived)
    if answer.outcome in _NOT_ONE:
        said = _NOT_ONE[answer.outcome].format(source=source_id, places=answer.places)
        raise click.ClickException(said)
    _introduce(answer)
    source = sources.sources.get(source_id)
    taken = set(source.passages) if source else set()
    for one in answer.found:
        key = quoting.id_of(one.quote, taken)
        taken.add(key)
        click.echo(quoting.as_yaml(one, archived, key))
        _warn(one, archived, source.language if source else "en", sources.rules.shortest_quotation)
    click.echo(
        f"Paste it below 'passages:' in content/sources/{source_id}.yml, name speaker and kind, "
        f"then run: factcheck seal {source_id}",
        err=True,
    )
    return 0 if answer.outcome is Outcome.FOUND else 1


def _archived(sources: SourceSet, folder: Path, source_id: str) -> Archived:
    try:
        archived = archive.read(folder, source_id)
    except ArchiveError as error:
        raise click.ClickException(str(error)) from None
    if archived is not None:
        return archived
    if sources.sources and source_id not in sources.sources:
        hint = problems.nearest(source_id, sources.sources)
        raise click.ClickException(f"there is no source '{source_id}'; {hint}".rstrip("; "))
    raise click.ClickException(
        f"there is no {source_id}.txt in {folder}/; name another archive with --archive, "
        "or capture the source first"
    )


def _introduce(answer: Answer) -> None:
    if answer.outcome is Outcome.NEAREST:
        click.echo("These words do not stand there so; the nearest are:", err=True)
    elif answer.places > 1:
        shown = len(answer.found)
        few = f"; {shown} of them are shown" if shown < answer.places else ""
        said = f"They stand there more than once, {answer.places} times{few}"
        click.echo(f"{said}; paste the one you mean:", err=True)


def _warn(found: Found, archived: Archived, language: str, shortest: int) -> None:
    count = quotations.count_words(Quotation.of(found.quote))
    if count < shortest:
        said = f"{words.count(count, 'word')}, and the rules ask for at least {shortest}"
        click.echo(f"Note: {said}: quote more of the sentence.", err=True)
    for doubt, word in doubts(found.result, archived.text, language, ()):
        click.echo(f"Note: {_NOTES[doubt].format(word)}.", err=True)
