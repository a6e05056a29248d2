"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from generator.passages.archive import VARIABLE
from generator.report import FORMATS

ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Folder that holds claims/, content/ and site_config/.  [default: this folder]",
)
ARCHIVE = click.option(
    "--archive",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help=f"Folder of the captured texts.  [default: ${VARIABLE}, else archive/]",
)
STYLE = click.option(
    "--format",
    "style",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    show_default=True,
    help="text for people, github for annotations in a workflow, json for programs.",
)
