"""A capture into the archive, from which nothing is ever lost."""

from __future__ import annotations

import hashlib
from itertools import count
from typing import TYPE_CHECKING

from generator import files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMER = "former"


def store(
    folder: Path, source: str, content: Mapping[str, bytes], captured: str | None
) -> Path | None:
    """Write the files of a capture; return where those of the former one are kept, if any.

    ``captured`` is the SHA-256 of the former captured bytes. The former files are copied first,
    then the new ones written, then what is left over is taken away. Raises OSError.
    """
    present = [file for file in sorted(folder.glob(f"{source}.*")) if file.is_file()]
    former = {file.name: file.read_bytes() for file in present}
    kept = None
    if any(content.get(name) != raw for name, raw in former.items()):
        kept = _keep(folder, former, captured)
    for name, raw in content.items():
        files.write(folder / name, raw)
    for file in present:
        if file.name not in content:
            file.unlink()
    return kept


def _keep(folder: Path, former: Mapping[str, bytes], captured: str | None) -> Path:
    mark = (captured or hashlib.sha256(b"".join(former.values())).hexdigest())[:12]
    names = (f"{mark}-{number}" if number > 1 else mark for number in count(1))
    kept = next(place for name in names if _is_free(place := folder / FORMER / name, former))
    for name, raw in former.items():
        files.write(kept / name, raw)
    return kept


def _is_free(place: Path, former: Mapping[str, bytes]) -> bool:
    """Whether no file of other bytes would be written over."""
    here = [place / name for name in former if (place / name).is_file()]
    return all(file.read_bytes() == former[file.name] for file in here)
