"""What commands ask of a project first: whether it is one, its ids, revisions and addresses."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from generator import reading, urls
from generator.characters import visible
from generator.commands import show
from generator.fields import id_fault
from generator.git import RevisionError
from generator.records import Publisher
from generator.revisions import Revision
from generator.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path


def require(root: Path, ids: Iterable[str]) -> None:
    """End the command, before any file is read, where there is no project or an id is none."""
    for id_ in ids:
        if said := id_fault(id_):
            raise click.UsageError(said)
    if problem := reading.not_a_project(root):
        show.problems([problem], err=True)
        raise click.exceptions.Exit(1)


def pages_of_codes(root: Path) -> Callable[[str], str]:
    """Return what gives the address of a code's page; empty while the site's is not known."""
    document, _ = reading.read(root, reading.PUBLISHER)
    publisher = validate(Publisher, document.data, document)[0] if document else None
    return lambda code: urls.published(publisher.url, urls.problem(code)) if publisher else ""


def base(root: Path, since: str | None) -> Revision | None:
    """Return the revision that ``--since`` names; None where the option is not given."""
    return None if since is None else revision(root, since, "--since")


def revision(root: Path, name: str, what: str) -> Revision:
    """Return a revision; ``what`` is the option or argument that names it."""
    if not name.strip():
        # An unset variable of a workflow would switch the check off without a word.
        raise click.UsageError(f"{what} needs a revision, and got an empty one")
    with revisions_told():
        return Revision(root, name)


@contextmanager
def revisions_told() -> Iterator[None]:
    """Tell of a revision that cannot be read as a fault of use."""
    try:
        yield
    except RevisionError as error:
        raise click.UsageError(visible(str(error))) from None
