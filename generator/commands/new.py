"""``factcheck new``: a record to fill in, from answers at a terminal or from options."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from generator import drafting, naming
from generator.characters import visible
from generator.commands import project, writing
from generator.commands.dialogue import asking
from generator.commands.dialogue.answers import Desk, RefusedError
from generator.commands.dialogue.sheet import Sheet
from generator.passages import archive
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.drafting import Draft
    from generator.yamltext import Data


def new(
    root: Path,
    kind: Kind,
    given: Mapping[str, Iterable[str]],
    *,
    id_: str | None = None,
    folder: str = "",
) -> int:
    """Write a new record; nothing is written where anything is missing or wrong."""
    project.require(root, ())
    if said := folder and drafting.folder_fault(folder):
        raise click.UsageError(f"--folder: {said}")
    desk = Desk(root)
    brought: list[Draft] = []
    sheet = _sheet(desk, kind, brought)
    sheet.fill(given)
    draft = _draft(sheet, id_, folder)
    for made in (*brought, draft):
        writing.refuse(root, made)
    for made in (*brought, draft):
        writing.write(root, made)
        click.echo(f"{made.file}: made")
    _tell_next(root, draft, sheet.values)
    return 0


def _sheet(desk: Desk, kind: Kind, brought: list[Draft]) -> Sheet:
    def bring(name: str) -> str:
        person = _sheet(desk, Kind.PERSON, brought)
        person.fill({"name": (name,)})
        brought.append(_draft(person, None, ""))
        return brought[-1].id

    return Sheet(desk=desk, kind=kind, at_terminal=asking.is_terminal(), bring=bring)


def _draft(sheet: Sheet, given: str | None, folder: str) -> Draft:
    id_ = _id(sheet, given)
    file = drafting.file_of(sheet.kind, id_, folder)
    draft, found = drafting.make(sheet.kind, file, {**_settled(sheet, id_), **sheet.values})
    if draft is None:
        raise click.UsageError("\n".join(f"{p.message}; {p.hint}" for p in found))
    return draft


def _id(sheet: Sheet, given: str | None) -> str:
    """Return the id that is given or asked for, else the one made of the title or name."""
    desk, kind = sheet.desk, sheet.kind
    made = _proposal(sheet)
    try:
        if given is not None:
            return desk.check_id(kind, given)
        if sheet.at_terminal:
            if holder := desk.ids(kind).get(made):
                click.echo(f"  the id '{made}' is taken by {holder}")
                made = naming.free(made, desk.ids(kind))
            return asking.ask_id(desk, kind, made)
        return desk.check_id(kind, made)
    except RefusedError as error:
        raise click.UsageError(f"--id: {visible(str(error))}") from None


def _proposal(sheet: Sheet) -> str:
    text = sheet.values.get("title") or sheet.values.get("name")
    if not isinstance(text, str):
        return ""
    drop = sheet.kind is Kind.CLAIM
    made = naming.id_from(text, language=sheet.desk.language, drop=drop)
    return naming.free(made, ()) if made else ""


def _settled(sheet: Sheet, id_: str) -> dict[str, Data]:
    """Return what follows from what was not answered."""
    if sheet.kind is Kind.CLAIM:
        return {"claimant": None}
    if sheet.kind is not Kind.SOURCE:
        return {}
    basis = {True: "stated", False: "unknown"}
    return {
        "publisher_basis": basis["publisher" in sheet.values],
        "published_basis": basis["published" in sheet.values],
        "language": "und",
        "origin": id_,
    }


_NEXT = {
    Kind.CLAIM: ("quote {source} 'some words'", "prints a passage for 'evidence'"),
    Kind.SOURCE: ("capture PAGE_OR_FILE --id {id}", "takes its text into the archive"),
    Kind.PERSON: ("new claim --claimant {id}", "until a claim names it, check warns: orphan"),
    Kind.TOPIC: ("new claim --topic {id}", "until a claim names it, check warns: orphan"),
    Kind.EVENT: ("new claim --event {id}", "until a claim names it, check warns: orphan"),
}

_PASSAGES = """\
the passages to choose from stand in content/sources/{source}.yml under 'passages';
'evidence' names one as {source}#PASSAGE"""


def _tell_next(root: Path, draft: Draft, values: Mapping[str, Data]) -> None:
    command, why = _NEXT[draft.kind]
    sources = values.get("appearances")
    source = sources[0] if isinstance(sources, list) and sources else "SOURCE"
    place = "" if str(root) == "." else f" --root {shlex.quote(str(root))}"
    rows = [(command.format(id=draft.id, source=source), why), ("check", "")]
    if draft.kind is Kind.CLAIM and not archive.folder(root).is_dir():
        # Without the captured texts nobody can look for words: the passages are to be read.
        click.echo(_PASSAGES.format(source=source))
        rows = rows[1:]
    click.echo("next, fill in what is missing, then:")
    for words, about in rows:
        row = f"  factcheck {words}{place}"
        click.echo(f"{row}  # {about}" if about else row)
