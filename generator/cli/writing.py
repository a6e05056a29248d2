"""Commands that write new records."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from generator.cli.group import main
from generator.cli.options import ROOT
from generator.commands.new import new
from generator.records import Kind, Media, PersonKind, Question

if TYPE_CHECKING:
    from pathlib import Path

ASKS, MEDIA, KINDS = (
    click.Choice([one.value for one in words]) for words in (Question, Media, PersonKind)
)
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
@click.option("--source", "appearances", multiple=True, help="Id of a source that carries it.")
@click.option("--topic", "topics", multiple=True, help="Id of a topic.")
@click.option("--event", "events", multiple=True, help="Id of an event.")
@click.option("--folder", default="", help="Folder below claims/, such as interviews/2031.")
@ID
@ROOT
def _claim(root: Path, id_: str | None, folder: str, **given: Any) -> None:  # noqa: ANN401 - click
    """Write a draft of a check into claims/."""
    folder = folder.removeprefix("claims/").strip("/")
    sys.exit(new(root, Kind.CLAIM, _given(given), id_=id_, folder=folder))


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
    sys.exit(new(root, Kind.SOURCE, _given(given), id_=id_))


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
    sys.exit(new(root, Kind.PERSON, _given(given), id_=id_))


@_new.command("topic")
@NAME
@ID
@ROOT
def _topic(root: Path, id_: str | None, **given: Any) -> None:  # noqa: ANN401 - click
    """Write the record of a topic."""
    sys.exit(new(root, Kind.TOPIC, _given(given), id_=id_))


@_new.command("event")
@NAME
@click.option("--date", metavar="DATE", help="YYYY-MM-DD, YYYY-MM or YYYY.")
@ID
@ROOT
def _event(root: Path, id_: str | None, **given: Any) -> None:  # noqa: ANN401 - click
    """Write the record of an event."""
    sys.exit(new(root, Kind.EVENT, _given(given), id_=id_))
