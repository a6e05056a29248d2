"""How every command prints problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import report
from generator.hosts import terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.problems import Problem


def problems(
    found: Sequence[Problem],
    read: Callable[[str], str | None] = lambda _: None,
    style: str = "text",
    *,
    about: Callable[[str], str] = lambda _: "",
    err: bool = False,
) -> None:
    """Print problems in a format; nothing where there are none and the format is no document.

    ``read`` returns the text of a file by the name that positions use; without it no line of a
    file is shown. ``about`` returns the address of the page of a code. ``err`` prints to the
    standard error.
    """
    if not found and style not in report.DOCUMENTS:
        return
    if style == "text":
        # click takes the colours off where the output is no terminal.
        click.echo(report.as_text(found, read, terminal.paint), err=err)
    else:
        click.echo(report.FORMATS[style](found, read, about), err=err)


def mended(problem: Problem, before: str, *, err: bool = False) -> None:
    """Print a mend that was written, as a change of the text ``before`` it."""
    click.echo(report.as_mended(problem, before, terminal.paint), err=err)


def difference(file: str, before: str, after: str, label: str) -> None:
    """Print what changes in a file; ``label`` says what was done to it."""
    click.echo(report.as_unified(file, before, after, label, terminal.paint))
