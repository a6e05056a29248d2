"""``factcheck check``: every problem of the records."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from generator import newly, problems, reading, report, site, words
from generator.commands import project, show

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def check(root: Path, style: str, as_of: date | None, since: str | None = None) -> int:
    """Print all problems of the records below ``root``; return 1 when one is an error.

    ``as_of`` is the day by which excuses and reviews are judged; None is today. With ``since``,
    a git revision, only what that revision had not already counts and is shown.
    """
    base = project.base(root, since)
    today = as_of or datetime.now().astimezone().date()
    _, inputs, found = site.outputs_of(root, drafts=True, today=today)
    found, older = problems.ordered(found), 0
    if base is not None:
        with project.revisions_told():
            found, older = newly.since(root, base, found, today)
    show.problems(found, reading.texts(root), style)
    if style not in report.DOCUMENTS:
        claims = len(inputs.corpus.claims) if inputs else 0
        counted = f"{words.count(claims, 'claim')}, " if inputs else ""
        gap = "\n" if found and style == "text" else ""
        click.echo(f"{gap}{counted}{problems.summary(found)}", err=style == "github")
    if base is not None:
        click.echo(newly.not_shown(older, base), err=style != "text")
    return 1 if problems.has_errors(found) else 0
