"""Writing files so that a reader finds the old bytes or the new ones, and nothing between."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write(path: Path, content: bytes, *, is_lasting: bool = True) -> None:
    """Replace the file at ``path``, or make it, with its folders. Raises OSError.

    The bytes are on the disk before the name is given to them, so that neither a kill nor a
    full disk leaves half a file. What is not lasting is left to the system to write when it
    likes, which takes a tenth of the time: whoever reads it must notice when half of it is lost.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            if is_lasting:
                stream.flush()
                os.fsync(stream.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def create(path: Path, content: bytes) -> None:
    """Make a new file, with its folders. Raises FileExistsError where any file is already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        try:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
