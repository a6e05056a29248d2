"""``factcheck verify``: every quotation against its seal, and the archive where it is."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import click

from generator import (
    against_archive,
    confirmation,
    corpus,
    edit,
    files,
    problems,
    reading,
    verification,
)
from generator.passages import archive
from generator.passages.archive import ArchiveError
from generator.passages.quotation import State
from generator.problems import Position, Problem
from generator.records import Kind
from generator.revisions import Revision, RevisionError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.corpus import SourceSet
    from generator.passages.archive import Archived
    from generator.passages.quotation import Result


@dataclass(frozen=True, kw_only=True)
class Verified:
    """What was compared, and what was found."""

    sources: SourceSet
    states: Mapping[str, State]  # by <source>#<passage>: the worse of seal and text
    texts: Mapping[str, Archived]
    problems: list[Problem]


def verify(
    root: Path,
    style: str,
    *,
    archive_folder: Path | None = None,
    since: str = "",
    fix: bool = False,
    listed: bool = False,
) -> int:
    """Print what became of every quotation; return 0 when all of them hold."""
    try:
        base = Revision(root, since) if since else None
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
    folder = archive.folder(root, archive_folder)
    if fix:
        _fix(root, folder)
    found = _verify(root, folder, base)
    _print(root, found, style, listed=listed)
    failed = any(not state.holds for state in found.states.values())
    return 1 if failed or problems.has_errors(found.problems) else 0


def _verify(root: Path, folder: Path, base: Revision | None) -> Verified:
    sources, found = corpus.load_sources(root)
    texts, trouble = _texts(folder, sources)
    found += trouble
    names, states = corpus.names(root), {}
    today = datetime.now().astimezone().date()
    for source in sources.sources.values():
        sealed = {key: sources.verified[f"{source.id}#{key}"] for key in source.passages}
        archived = texts.get(source.id)
        results = against_archive.results(source, archived) if archived else sealed
        if archived:
            found += against_archive.problems(sources, source, archived, results, names, today)
        else:
            found += _unproven(sources, source.id, sealed)
        for key in source.passages:
            states[f"{source.id}#{key}"] = _worse(sealed[key].state, results[key].state)
    for source, key, problem in verification.omissions(
        sources.sources, sources.documents, sources.verified, sources.rules
    ):
        if not against_archive.is_excused(source, key, problem.code, today):
            found.append(problem)
    if base:
        found += confirmation.unconfirmed(root, sources.seals, base)
    return Verified(
        sources=sources,
        states=states,
        texts=texts,
        problems=problems.ordered(found),
    )


def _unproven(sources: SourceSet, source_id: str, results: Mapping[str, Result]) -> list[Problem]:
    source, document = sources.sources[source_id], sources.documents[Kind.SOURCE, source_id]
    return [
        verification.problem(document, key, source.passages[key], result, sources.rules)
        for key, result in results.items()
        if not result.state.holds
    ]


def _worse(sealed: State, text: State) -> State:
    """Return what may be said of a quotation: seal and text must both carry it."""
    if sealed.holds or not text.holds:
        return text
    # The words are right, and the seal is of other words.
    return State.NEEDS_ARCHIVE if sealed is State.NOT_FOUND else sealed


def _texts(folder: Path, sources: SourceSet) -> tuple[dict[str, Archived], list[Problem]]:
    texts: dict[str, Archived] = {}
    problems_found = []
    for source_id in sources.sources:
        try:
            archived = archive.read(folder, source_id)
        except ArchiveError as error:
            at = Position(reading.seal_of(source_id))
            said = f"the captured text: {error}"
            problems_found.append(Problem("unreadable-file", at, said))
            continue
        if archived is not None:
            texts[source_id] = archived
    return texts, problems_found


def _fix(root: Path, folder: Path) -> None:
    """Mend what is unambiguous, one value at a time; comments and layout stay."""
    sources, _ = corpus.load_sources(root)
    texts, _ = _texts(folder, sources)
    if not texts:
        click.echo(f"nothing can be mended: the archive {folder} holds no text", err=True)
    for source_id, archived in texts.items():
        source = sources.sources[source_id]
        results = against_archive.results(source, archived)
        for key, quote in against_archive.mends(source, archived, results):
            document = sources.documents[Kind.SOURCE, source_id]
            path = ("passages", key, "quote")
            try:
                text = edit.replace_text(document, path, quote)
            except edit.EditError as error:
                click.echo(f"{document.file}: {key}: {error}", err=True)
                continue
            files.write(root / document.file, text.encode())
            click.echo(f"{document.file}: mended '{key}'", err=True)
            sources, _ = corpus.load_sources(root)


def _print(root: Path, found: Verified, style: str, *, listed: bool) -> None:
    if style == "json":
        click.echo(_as_json(found))
        return
    if listed:
        for passage, state in found.states.items():
            click.echo(f"{passage}: {state}{_words(found, passage)}")
    if found.problems:
        shown = problems.FORMATS[style](found.problems, reading.texts(root))
        click.echo(shown)
    click.echo(summary(found), err=style == "github")
    click.echo(_compared(found), err=style == "github")


def _words(found: Verified, passage: str) -> str:
    ranges = found.sources.verified[passage].ranges
    spans = ", ".join(f"{start + 1}-{end}" for start, end in ranges)
    return f", words {spans}" if spans else ""


def summary(found: Verified) -> str:
    """Count the quotations so that it cannot be misread."""
    states = Counter(found.states.values())
    skipped = sum(states[state] for state in State if state.is_skipped)
    failed = len(found.states) - states[State.VERBATIM] - states[State.TYPOGRAPHY] - skipped
    text = (
        f"{len(found.states):,} quotations: {states[State.VERBATIM]:,} verbatim, "
        f"{states[State.TYPOGRAPHY]:,} typography, {failed:,} failed, {skipped:,} skipped"
    )
    resting = sum(
        state.holds and found.sources.signers.get(passage.partition("#")[0]) is None
        for passage, state in found.states.items()
    )
    verb = "rests" if resting == 1 else "rest"
    return f"{text}; {resting:,} {verb} on a seal nobody has confirmed" if resting else text


def _compared(found: Verified) -> str:
    seals, texts = len(found.sources.seals), len(found.texts)
    if not texts:
        return f"compared with {seals} seals; the captured texts are not at hand"
    of_all = "" if texts == len(found.sources.sources) else f"of {len(found.sources.sources)} "
    return f"compared with {seals} seals, and with {texts} {of_all}captured texts"


def _as_json(found: Verified) -> str:
    rows = [
        {
            "passage": passage,
            "state": state.value,
            "words": [[a + 1, b] for a, b in found.sources.verified[passage].ranges],
            "compared_with_text": passage.partition("#")[0] in found.texts,
            "signed_by": found.sources.signers.get(passage.partition("#")[0]),
        }
        for passage, state in found.states.items()
    ]
    told = json.loads(problems.as_json(found.problems))
    return json.dumps(
        {"summary": summary(found), "quotations": rows, **told}, ensure_ascii=False, indent=2
    )
