"""``factcheck schema``: the files by which editors check and complete records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import editorline, files, schemas
from generator.commands import project

if TYPE_CHECKING:
    from pathlib import Path


def schema(root: Path, *, check: bool) -> int:
    """Write the JSON Schemas below ``root``; with ``check``, only tell which are stale."""
    project.require(root, ())
    wanted = {editorline.schema_file(name): schemas.text(name) for name in schemas.MODELS}
    stale = [file for file, text in wanted.items() if _held(root / file) != text.encode()]
    for file in stale:
        if check:
            click.echo(f"{file} is not up to date: run 'factcheck schema'", err=True)
        else:
            files.write(root / file, wanted[file].encode())
            click.echo(f"wrote {file}")
    click.echo(f"{len(wanted)} schemas: {len(stale)} {'stale' if check else 'written'}")
    return 1 if check and stale else 0


def _held(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
