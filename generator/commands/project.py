"""What commands ask of a project first: whether it is one, its ids, revisions and addresses."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import reading, site, urls
from generator.characters import visible
from generator.commands import show
from generator.fields import id_fault
from generator.git import RevisionError
from generator.records import Publisher
from generator.revisions import Revision
from generator.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


def require(root: Path, ids: Iterable[str]) -> None:
    """End the command, before any file is read, where there is no project or an id is none."""
    for id_ in ids:
        if said := id_fault(id_):
            raise click.UsageError(said)
    if problem := reading.not_a_project(root):
        show.problems([problem], err=True)
        raise click.exceptions.Exit(1)


def named(root: Path, paths: Iterable[Path]) -> tuple[str, ...]:
    """Return the files and folders that a command names, as positions have them.

    Each is looked for below the root, then where the command was called. What is not there, or
    holds no records, is a fault of use.
    """
    return tuple(_named(root, path) for path in paths)


def _named(root: Path, path: Path) -> str:
    places = [place for place in (root / path, path) if place.exists()]
    if not places:
        raise click.UsageError(visible(f"there is no file or folder {path}"))
    # Links are kept: a record is known by the name that it has below the root.
    at, base = (Path(os.path.abspath(place)) for place in (places[0], root))  # noqa: PTH100
    if not at.is_relative_to(base):
        raise click.UsageError(visible(f"{path} is not below {root}"))
    inside = at.relative_to(base)
    if inside.parts[:1] and inside.parts[0] not in site.WATCHED:
        folders = ", ".join(f"{name}/" for name in site.WATCHED)
        raise click.UsageError(visible(f"{path} is no file of the records, which are in {folders}"))
    return inside.as_posix()


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
