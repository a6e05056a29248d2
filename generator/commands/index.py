"""``factcheck index``: the search index of a site that any host built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.hosts import searching

if TYPE_CHECKING:
    from pathlib import Path


def index(site: Path) -> int:
    """Index the built ``site`` for its search page; a former index is replaced."""
    try:
        count = searching.index(site)
    except searching.SearchError as error:
        click.echo(f"no search index was made: {error}", err=True)
        return 1
    click.echo(f"the search index of {site} is made: {count} files in {site / searching.FOLDER}")
    return 0
