"""Commands for those who edit records."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import commands
from generator.cli.group import main
from generator.cli.options import COLOUR, ROOT


@main.command("fmt")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; show what would change.")
@ROOT
@COLOUR
def _fmt(files: tuple[Path, ...], root: Path, *, check: bool) -> None:
    """Bring records into their one form: order of keys, line breaks, quotes.

    FILES are records or folders of records; all records when none is named. No word changes
    and every comment stays with the key below it. A record that cannot be read is left as it
    is, and the command ends with 1.
    """
    sys.exit(commands.fmt.fmt(root, files, check=check))


@main.command("schema")
@click.option("--check", is_flag=True, help="Write nothing; fail when a file is not up to date.")
@ROOT
def _schema(root: Path, *, check: bool) -> None:
    """Write the files by which editors check and complete records.

    They are JSON Schemas in site_config/schemas/. The first line of a record names the one of
    its kind; editors with a YAML language server read it.
    """
    sys.exit(commands.schema.schema(root, check=check))
