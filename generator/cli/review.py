"""Commands for whoever decides on a change."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from generator import commands
from generator.cli.group import main
from generator.cli.options import AS_OF, ROOT, Late

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


@main.command("diff")
@click.argument("base")
@click.argument("head", required=False)
@ROOT
@click.option(
    "--merge-base",
    is_flag=True,
    help="Compare with the point at which the change left BASE: what BASE got since is left out.",
)
@click.option(
    "--format",
    "style",
    type=Late(lambda: sorted(commands.diff.FORMATS)),
    default="text",
    show_default=True,
    help="text for people, markdown for a comment or a job summary, json for programs.",
)
@AS_OF
def _diff(
    base: str, head: str | None, root: Path, style: str, as_of: datetime | None, *, merge_base: bool
) -> None:
    """Tell what changes on the site from BASE to HEAD, two git revisions.

    Without HEAD, the files as they lie here count, committed or not. Exit code 1 when the change
    brings an error: a new problem in a record, a verdict that changes without an entry in the
    history, a published page that vanishes. Older problems do not count.
    """
    day = as_of.date() if as_of else None
    sys.exit(commands.diff.diff(root, base, head, style, day, merge_base=merge_base))
