"""``factcheck check``: every problem of the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import problems, reading, site

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from generator.problems import Problem

FORMATS: dict[str, Callable[[Sequence[Problem], Callable[[str], str | None]], str]] = {
    "text": problems.as_text,
    "github": lambda found, _read: problems.as_github(found),
    "json": lambda found, _read: problems.as_json(found),
}


def check(root: Path, style: str) -> int:
    """Print all problems of the records below ``root``; return 1 when one is an error."""
    _, inputs, found = site.outputs_of(root, drafts=True)
    found = problems.ordered(found)
    if found or style == "json":
        click.echo(FORMATS[style](found, reading.texts(root)))
    if style != "json":
        counted = f"{len(inputs.corpus.claims)} claims, " if inputs else ""
        click.echo(f"{counted}{problems.summary(found)}", err=style == "github")
    return 1 if problems.has_errors(found) else 0
