"""What the commands of the archive ask first: whether this is a project, and this an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import reading, report
from generator.fields import id_fault

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def require(root: Path, ids: Iterable[str]) -> None:
    """End the command, before any file is read, where there is no project or an id is none."""
    for id_ in ids:
        if said := id_fault(id_):
            raise click.UsageError(said)
    if problem := reading.not_a_project(root):
        click.echo(report.as_text([problem], lambda _: None), err=True)
        raise click.exceptions.Exit(1)
