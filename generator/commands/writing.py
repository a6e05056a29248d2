"""New records onto the disk: nothing that is there is ever changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import files

if TYPE_CHECKING:
    from pathlib import Path

    from generator.drafting import Draft


def refuse_links(root: Path, file: str) -> None:
    """End the command where a folder of ``file`` is a link: records are not read through one."""
    for parent in (root / file).parents:
        if parent == root:
            return
        if parent.is_symlink():
            said = f"{parent} is a link, and records are not read through links"
            raise click.ClickException(said)


def write(root: Path, draft: Draft) -> None:
    """Write a new record, or end the command where a file of its name is."""
    refuse_links(root, draft.file)
    try:
        files.create(root / draft.file, draft.text.encode())
    except FileExistsError:
        raise click.ClickException(f"{draft.file} is there already; nothing was changed") from None
