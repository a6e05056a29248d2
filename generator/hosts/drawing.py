"""Writes what takes long to make, one file after the other, from the cache where it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from generator.cache import Cache
    from generator.output import Output


def write(folder: Path, output: Output, kept: Cache) -> None:
    """Write an output that is made when it is wanted below ``folder``; leave out any other."""
    if output.make is None:
        return
    file = folder / output.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(kept.get(output.path, output.make))
