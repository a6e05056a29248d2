"""The command tree and nothing else: each command is a function in ``commands/``."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import click

from generator import __version__
from generator.commands.check import FORMATS, check
from generator.commands.tree import tree

ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Folder that holds claims/, content/ and site_config/.  [default: this folder]",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck")
def main() -> None:
    """Make a fact-check site from YAML records.

    Records are the files in claims/, content/ and site_config/. Edit one, run
    'factcheck check' to see what is wrong with it and where, and 'mkdocs serve' to see its
    page.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that knows few letters shows the others as codes.
            stream.reconfigure(errors="backslashreplace")


@main.command("check")
@ROOT
@click.option(
    "--format",
    "style",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    show_default=True,
    help="text for people, github for annotations in a workflow, json for programs.",
)
def _check(root: Path, style: str) -> None:
    """Report every problem in the records, each with its file, line and column.

    Exit code 0 when there is no error, 1 when there is one.
    """
    sys.exit(check(root, style))


@main.command("tree")
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@ROOT
def _tree(out: Path, root: Path) -> None:
    """Write the pages as plain Markdown, with a mkdocs.yml, into the folder OUT.

    Any Markdown host can build that folder: MkDocs, ProperDocs, Zensical. OUT must be new,
    empty or made by this command before.
    """
    sys.exit(tree(root, out))
