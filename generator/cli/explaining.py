"""Commands that tell what the others mean."""

from __future__ import annotations

import sys

import click

from generator import commands
from generator.cli.group import main


@main.command("explain")
@click.argument("code", required=False)
def _explain(code: str | None) -> None:
    """Tell what a problem means and how to mend it.

    CODE is the word in brackets at the end of a message, such as not-a-date. Without it, all
    codes are listed.
    """
    sys.exit(commands.explain.explain(code))
