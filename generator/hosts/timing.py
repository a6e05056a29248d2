"""Says at the end of a build where the time went."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from generator.characters import visible
from generator.work import timings

if TYPE_CHECKING:
    from generator.hosts.switches import Switches
    from generator.work import Timings


def tell(run: Timings, switches: Switches) -> None:
    """Print the stages as a table to stderr, and write them to a file, where that is asked for."""
    if switches.timings:
        click.echo(timings.table(run.stages()), err=True)
    if switches.timings_file is not None:
        text = json.dumps(run.plain(), indent=1)
        try:
            switches.timings_file.write_text(f"{text}\n", "utf-8", newline="\n")
        except OSError as error:  # the site is built all the same
            said = f"{switches.timings_file} cannot be written: {error.strerror}"
            click.echo(visible(f"no timings: {said}"), err=True)
