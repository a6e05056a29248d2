"""``factcheck tree``: the pages as a folder for any Markdown host."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import problems, reading, site
from generator.commands import show
from generator.hosts import tree as host

if TYPE_CHECKING:
    from pathlib import Path


def tree(root: Path, out: Path) -> int:
    """Write the pages of ``root`` to ``out``; nothing is written when a record is broken."""
    outputs, inputs, found = site.outputs_of(root, drafts=False)
    found = problems.ordered(found)
    show.problems(found, reading.texts(root), err=True)
    if inputs is None or problems.has_errors(found):
        click.echo(f"nothing was written: {problems.summary(found)}", err=True)
        return 1
    try:
        host.write(out, root, outputs, inputs)
    except host.TreeError as error:
        click.echo(f"nothing was written: {error}", err=True)
        return 1
    pages = sum(output.is_page for output in outputs)
    click.echo(f"{pages} pages written to {out}; build them with: mkdocs build -f {out}/mkdocs.yml")
    return 0
