"""What the commands of the archive ask first: whether this is a project, and this an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import problems, reading
from generator.fields import id_fault
from generator.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def require(root: Path, ids: Iterable[str]) -> None:
    """End the command, before any file is read, where there is no project or an id is none."""
    for id_ in ids:
        if said := id_fault(id_):
            raise click.UsageError(said)
    if not (root / reading.SITE_CONFIG).is_dir():
        said = f"there is no folder {reading.SITE_CONFIG}/ here"
        hint = "run this where claims/, content/ and site_config/ lie, or name that folder: --root"
        found = [Problem("unreadable-file", Position(reading.SITE_CONFIG), said, hint)]
        click.echo(problems.as_text(found, lambda _: None), err=True)
        raise click.exceptions.Exit(1)
