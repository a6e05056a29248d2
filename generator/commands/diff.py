"""``factcheck diff``: what a change means for the site."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from generator import problems, review
from generator.commands import project
from generator.review.markdown import as_markdown
from generator.review.structured import as_json
from generator.review.text import as_text
from generator.revisions import forked

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

FORMATS: dict[str, Callable[[review.Review], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


def diff(
    root: Path,
    base: str,
    head: str | None,
    style: str,
    as_of: date | None,
    *,
    merge_base: bool = False,
) -> int:
    """Print what changes from one revision to another; return 1 when an error comes with it.

    Without ``head`` the files as they lie below ``root`` count. ``merge_base`` compares with the
    revision at which the change left ``base``.
    """
    old = project.revision(root, base, "BASE")
    new = None if head is None else project.revision(root, head, "HEAD")
    today = as_of or datetime.now().astimezone().date()
    with project.revisions_told():
        found = review.of(root, forked(old, new) if merge_base else old, new, today)
    click.echo(FORMATS[style](found))
    return 1 if problems.has_errors(found.problems) else 0
