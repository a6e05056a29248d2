"""Commands that write new records."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import commands
from generator.cli.group import main
from generator.cli.options import COLOUR, ROOT, Late
from generator.deferred import deferred

if TYPE_CHECKING:
    from datetime import datetime

    from generator import imports, records
else:
    imports, records = map(deferred, ("generator.imports", "generator.records"))

ASKS = Late(lambda: records.Question)
MEDIA = Late(lambda: records.Media)
KINDS = Late(lambda: records.PersonKind)
ID = click.option("--id", "id_", help="Name of the file.  [default: made of the title or name]")
NAME = click.option("--name", help="Name, in the spelling of this site.")


def _given(values: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the options that were given, each with all its values."""
    many = {k: v if isinstance(v, tuple) else (v,) for k, v in values.items() if v is not None}
    return {key: texts for key, texts in many.items() if texts}


@main.group("new")
def _new() -> None:
    """Write a new record to fill in.

    At a terminal you are asked for what no option gives. Nothing that exists is changed.
    """


@_new.command("claim")
@click.option("--title", help="Headline of the check: a neutral question without a verdict.")
@click.option("--claim", help="The statement under review, one sentence.")
@click.option("--claim-short", help="The statement in at most 74 characters, when it has more.")
@click.option(
    "--asks",
    type=ASKS,
    help="Was it said so, or is it so?",
)
@click.option("--claimant", help="Who said it: the id of a person or body, or its name.")
@click.option("--claimant-note", help="Why nobody is named.")
@click.option("--said-on", metavar="DATE", help="YYYY-MM-DD, YYYY-MM or YYYY.")
@click.option("--said-in", help="Where it was said, such as an interview.")
@click.option(
    "--source", "appearances", multiple=True, help="Id of a source that carries it; once for each."
)
@click.option("--topic", "topics", multiple=True, help="Id of a topic; once for each.")
@click.option("--event", "events", multiple=True, help="Id of an event; once for each.")
@click.option("--folder", default="", help="Folder below claims/, such as interviews/2031.")
@ID
@ROOT
def _claim(root: Path, id_: str | None, folder: str, **given: Any) -> None:  # noqa: ANN401 - click
    """Write a draft of a check into claims/."""
    folder = folder.removeprefix("claims/").strip("/")
    sys.exit(commands.new.new(root, records.Kind.CLAIM, _given(given), id_=id_, folder=folder))


@_new.command("source")
@click.option("--title", help="Headline.")
@click.option("--publisher", help="Who published it, as the source states.")
@click.option("--published", metavar="DATE", help="YYYY-MM-DD, YYYY-MM or YYYY, as it states.")
@click.option("--url", help="Web address.")
@click.option("--language", help="BCP 47 tag, such as en or uk.")
@click.option("--media", type=MEDIA, help="What it is.")
@ID
@ROOT
def _source(root: Path, id_: str | None, **given: Any) -> None:  # noqa: ANN401 - click
    """Write the record of a source whose text is not at hand.

    With the page or file at hand, 'factcheck capture' makes the record.
    """
    sys.exit(commands.new.new(root, records.Kind.SOURCE, _given(given), id_=id_))


@_new.command("person")
@NAME
@click.option(
    "--kind",
    type=KINDS,
    help="What kind of person or body.",
)
@ID
@ROOT
def _person(root: Path, id_: str | None, **given: Any) -> None:  # noqa: ANN401 - click
    """Write the record of a person or body."""
    sys.exit(commands.new.new(root, records.Kind.PERSON, _given(given), id_=id_))


@_new.command("topic")
@NAME
@ID
@ROOT
def _topic(root: Path, id_: str | None, **given: Any) -> None:  # noqa: ANN401 - click
    """Write the record of a topic."""
    sys.exit(commands.new.new(root, records.Kind.TOPIC, _given(given), id_=id_))


@_new.command("event")
@NAME
@click.option("--date", metavar="DATE", help="YYYY-MM-DD, YYYY-MM or YYYY.")
@ID
@ROOT
def _event(root: Path, id_: str | None, **given: Any) -> None:  # noqa: ANN401 - click
    """Write the record of an event."""
    sys.exit(commands.new.new(root, records.Kind.EVENT, _given(given), id_=id_))


@main.command("import")
@click.argument("form", metavar="FORMAT", type=Late(lambda: sorted(imports.FORMATS)))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--base", default="", help="Address of the page, for addresses in it that are relative."
)
@click.option(
    "--accessed",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day on which the reviews were read.  [default: today]",
)
@click.option("--asks", type=ASKS, default="fact", show_default=True, help="What the drafts ask.")
@click.option("--folder", default="imported", show_default=True, help="Folder below claims/.")
@click.option("--dry-run", is_flag=True, help="List what would be written.")
@ROOT
@COLOUR
def _import(
    form: str,
    file: Path,
    accessed: datetime | None,
    folder: str,
    **given: Any,  # noqa: ANN401 - click
) -> None:
    """Write drafts from the fact checks of others in FILE.

    FORMAT claimreview is a web page with ClaimReview markup, the same as JSON, a DataFeed, or an
    answer of Google's claims:search. Their ratings are noted in the evidence and are never the
    verdict of this site. Items that cannot be used are told with their line and passed over; the
    exit code is 1 then.
    """
    day = accessed.date() if accessed else None
    folder = folder.removeprefix("claims/").strip("/")
    sys.exit(
        commands.import_.import_(
            given.pop("root"), file, form, accessed=day, folder=folder, **given
        )
    )
