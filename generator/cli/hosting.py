"""Commands about the site that the records make."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.group import main
from generator.cli.options import ROOT
from generator.commands.tree import tree


@main.command("tree")
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@ROOT
def _tree(out: Path, root: Path) -> None:
    """Write the pages as plain Markdown, with a mkdocs.yml, into the folder OUT.

    Any Markdown host can build that folder: MkDocs, ProperDocs, Zensical. OUT must be new,
    empty or made by this command before.
    """
    sys.exit(tree(root, out))
