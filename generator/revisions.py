"""Files as an earlier revision has them, by way of git."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class RevisionError(ValueError):
    """A revision that cannot be read; the message is one sentence."""


class Revision:
    """One revision of the repository that holds ``root``. Raises RevisionError."""

    def __init__(self, root: Path, name: str) -> None:
        self.root = root
        self.name = name
        found = _git(
            root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
        )
        if found is None:
            raise RevisionError(f"git knows no revision '{name}' here")
        self.commit = found.decode().strip()

    def read(self, file: str) -> bytes | None:
        """Return a file below the root as the revision has it; None when it has none."""
        return _git(self.root, "cat-file", "blob", f"{self.commit}:./{file}")


def _git(root: Path, *arguments: str) -> bytes | None:
    try:
        ended = subprocess.run(  # noqa: S603 - a fixed program, no shell
            ["git", "-C", str(root), *arguments],  # noqa: S607 - the one on the user's path
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise RevisionError("git is not installed") from None
    return ended.stdout if ended.returncode == 0 else None
