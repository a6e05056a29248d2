"""Commands about what was published: its versions, and the format of its records."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from generator import commands
from generator.cli.group import main
from generator.cli.options import AS_OF, COLOUR, ROOT

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


@main.command("publish")
@click.argument("ids", nargs=-1)
@ROOT
@click.option(
    "--from",
    "since",
    metavar="REV",
    default=None,
    help="A git revision: freeze the claims as it has them, for a version not frozen in time.",
)
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing; exit with 1 when a claim is not frozen as it stands.",
)
@AS_OF
@COLOUR
def _publish(
    ids: tuple[str, ...],
    root: Path,
    since: str | None,
    as_of: datetime | None,
    *,
    only_check: bool,
) -> None:
    """Freeze published claims as they stand.

    Writes claims/.versions/ID/DIGEST.yml, which is never edited: later readers can see what
    was published before a change. IDS are claims; all that are published or withdrawn when none
    is named. A claim with an error is not frozen, and no other with it.
    """
    day = as_of.date() if as_of else None
    sys.exit(commands.publish.publish(root, ids, since=since, only_check=only_check, as_of=day))


@main.command("migrate")
@ROOT
@COLOUR
@click.option("--dry-run", is_flag=True, help="Print what would change, and write nothing.")
def _migrate(root: Path, *, dry_run: bool) -> None:
    """Move claims of an older format of records to the newest one.

    Comments and layout stay. When one claim cannot be moved, none is written. Frozen versions
    stay as they were published.
    """
    sys.exit(commands.migrate.migrate(root, dry_run=dry_run))
