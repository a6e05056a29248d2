"""A folder on the disk that holds all files of a new site, or is as it was before."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class PlaceError(Exception):
    """The folder cannot be used or written; the message says why, in one sentence."""


def require_free(out: Path) -> Path:
    """Return where ``out`` is; raise PlaceError unless it can be made, or is an empty folder."""
    try:
        parent = out.parent.is_dir()
        if out.is_dir():
            held = sorted(path.name for path in out.iterdir())
            # A repository that was just made holds no file of anybody.
            held = [] if held == [".git"] else held
        elif out.is_symlink() or out.exists():
            raise PlaceError(f"{out} is a file, or a link that leads nowhere")
        elif not parent:
            raise PlaceError(f"there is no folder {out.parent} to make it in")
        else:
            held = []
        place = out.resolve()
    except OSError as error:
        raise PlaceError(f"{out} cannot be looked at: {error.strerror}") from error
    if held:
        raise PlaceError(f"{out} is not empty: it holds {_some(held)}")
    return place


def write(out: Path, content: Mapping[str, bytes]) -> None:
    """Write the files of ``content`` below ``out``, a place that ``require_free`` returned.

    A new folder is made beside its place and renamed when it is whole. An empty one stays the
    folder that it is, for somebody may stand in it: the files are made in a folder within and
    moved up. Raises PlaceError; whatever stops it, nothing is left.
    """
    is_new = not out.exists()
    try:
        with tempfile.TemporaryDirectory(
            dir=out.parent if is_new else out, prefix=f".{out.name}-"
        ) as beside:
            made = Path(beside) / "site"
            for file, raw in content.items():
                path = made / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(raw)
            if is_new:
                made.rename(out)
            else:
                _move_up(made, out)
    except OSError as error:
        raise PlaceError(f"{out} cannot be written: {error.strerror}") from error


def _move_up(made: Path, out: Path) -> None:
    names = [path.name for path in made.iterdir()]
    try:
        for name in names:
            (made / name).rename(out / name)
    except BaseException:
        for name in names:
            if not (made / name).exists():
                (out / name).rename(made / name)
        raise


def _some(names: list[str]) -> str:
    shown = ", ".join(names[:3])
    return f"{shown} and {len(names) - 3} more" if len(names) > 3 else shown  # noqa: PLR2004 - enough to know it by
