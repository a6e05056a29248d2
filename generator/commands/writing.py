"""New records onto the disk: nothing that is there is ever changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from generator import files

if TYPE_CHECKING:
    from pathlib import Path

    from generator.drafting import Draft


def refuse(root: Path, draft: Draft) -> None:
    """End the command where a file of the draft's name is, or one of its folders is a link."""
    path = root / draft.file
    if os.path.lexists(path):
        raise click.ClickException(f"{draft.file} is there already; nothing was changed")
    for parent in path.parents:
        if parent == root:
            return
        if parent.is_symlink():
            said = f"{parent} is a link, and records are not read through links"
            raise click.ClickException(said)


def write(root: Path, draft: Draft) -> None:
    """Write a new record. Raises FileExistsError where a file came to be in the meantime."""
    files.create(root / draft.file, draft.text.encode())
