"""``factcheck tree``: the pages as a folder for any Markdown host."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from generator import problems, reading, site
from generator.commands import show
from generator.hosts import tidying
from generator.hosts import tree as host
from generator.hosts.running import running
from generator.hosts.switches import SwitchError, Switches
from generator.work import WorkError

if TYPE_CHECKING:
    from pathlib import Path

    from generator.cache import Cache
    from generator.work import Work


def tree(root: Path, out: Path) -> int:
    """Write the pages of ``root`` to ``out``; nothing is written when a record is broken."""
    try:
        switches = Switches.of(os.environ)
        with running(switches) as work:
            code = _write(root, out, switches.cache(root), work)
        tidying.tidy(switches.cache(root))
    except (SwitchError, WorkError, host.TreeError) as error:
        click.echo(f"nothing was written: {error}", err=True)
        return 1
    return code


def _write(root: Path, out: Path, kept: Cache, work: Work) -> int:
    outputs, inputs, found = site.outputs_of(root, drafts=False, work=work)
    found = problems.ordered(found)
    show.problems(found, reading.texts(root), err=True)
    if inputs is None or problems.has_errors(found):
        click.echo(f"nothing was written: {problems.summary(found)}", err=True)
        return 1
    host.write(out, root, outputs, inputs, kept, work)
    pages = sum(output.is_page for output in outputs)
    click.echo(f"{pages} pages written to {out}; build them with: mkdocs build -f {out}/mkdocs.yml")
    return 0
