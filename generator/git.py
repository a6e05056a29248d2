"""Runs git: the one place that starts it."""

from __future__ import annotations

import os
import subprocess
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class RevisionError(ValueError):
    """A revision that cannot be read; the message is one sentence."""


def output(root: Path, *arguments: str) -> bytes | None:
    """Return what git prints; None where it fails."""
    done = ended(root, arguments)
    return done.stdout if done.returncode == 0 else None


def ended(root: Path, arguments: Iterable[str]) -> subprocess.CompletedProcess[bytes]:
    """Run git in the folder ``root`` and wait for it. Raises RevisionError where there is none."""
    command = _command(root, arguments)
    try:
        return subprocess.run(  # noqa: S603 - a fixed program, no shell
            command, capture_output=True, check=False, env=_environment()
        )
    except FileNotFoundError:
        raise RevisionError("git is not installed") from None


def must(root: Path, *arguments: str) -> bytes:
    """Return what git prints. Raises RevisionError where it fails."""
    found = output(root, *arguments)
    if found is None:
        raise RevisionError(f"git {arguments[0]} failed")
    return found


def started(root: Path, given: IO[bytes], *arguments: str) -> subprocess.Popen[bytes]:
    """Start git with the file ``given`` as its input."""
    return subprocess.Popen(  # noqa: S603 - a fixed program, no shell
        _command(root, arguments),
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )


def _command(root: Path, arguments: Iterable[str]) -> list[str]:
    # What stands for another object is a thing of one clone: it is not the revision.
    return ["git", "--no-replace-objects", "--literal-pathspecs", "-C", str(root), *arguments]


def _environment() -> dict[str, str]:
    # Its sentences in English; and whoever only looks does not write the index.
    return {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
