"""Commands about records."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import commands
from generator.cli.group import main
from generator.cli.options import AS_OF, COLOUR, ROOT, STYLE

if TYPE_CHECKING:
    from datetime import datetime


@main.command("check")
@click.argument("paths", metavar="[FILES]...", nargs=-1, type=click.Path(path_type=Path))
@ROOT
@click.option("--fix", is_flag=True, help="Mend what can only be meant one way.")
@STYLE
@COLOUR
@AS_OF
@click.option(
    "--since",
    metavar="BASE",
    default=None,
    help="A git revision: report only what it had not already.",
)
def _check(
    paths: tuple[Path, ...],
    root: Path,
    style: str,
    as_of: datetime | None,
    since: str | None,
    *,
    fix: bool,
) -> None:
    """Report every problem in the records, each with its file, line and column.

    With FILES, files or folders such as claims/ferry.yml, everything is read all the same, and
    only what is wrong in these is shown.

    With --fix, what can only be meant one way is put right in the file, such as a date in
    another form or text that lacks quotes, and printed. What is only likely is left to you.

    Exit code 0 when there is no error among what is shown, 1 when there is one.
    """
    day = as_of.date() if as_of else None
    sys.exit(commands.check.check(root, style, day, since, paths=paths, fix=fix))
