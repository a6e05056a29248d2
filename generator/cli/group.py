"""The group that all commands stand in."""

from __future__ import annotations

import io
import sys

import click

from generator import __version__
from generator.cli.options import COLOUR
from generator.commands.edge import Edge


@click.group(cls=Edge, context_settings={"help_option_names": ["-h", "--help"]})
@COLOUR
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
