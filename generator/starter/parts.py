"""The files of a new site, wherever the program lies.

``files/`` holds what only a new site has; each file in it is copied. The theme, the rating scale
and other files are the same as those of this project and stand in its repository once: the table
``force-include`` of pyproject.toml names them, and a wheel holds them in ``files/`` too.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
PROJECT = PACKAGE.parent
OWN = PACKAGE / "starter" / "files"
SETTINGS = "mkdocs.yml"
_LEFT_BEHIND = "__pycache__"


def parts() -> dict[str, bytes]:
    """Return path and content of every file, in a fixed order. Raises OSError."""
    found = _below(OWN, "")
    if SETTINGS not in found:  # the source tree
        for source, target in shared().items():
            path = PROJECT / source
            found |= _below(path, f"{target}/") if path.is_dir() else {target: path.read_bytes()}
    return dict(sorted(found.items()))


def shared() -> dict[str, str]:
    """Return the project's files and folders that a new site has too, and their places there."""
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    table: dict[str, str] = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    prefix = OWN.relative_to(PROJECT).as_posix() + "/"
    return {source: target.removeprefix(prefix) for source, target in table.items()}


def _below(folder: Path, prefix: str) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        f"{prefix}{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in files
        if _LEFT_BEHIND not in path.parts
    }
