"""The archive: captured texts, private, outside the site, one ``<source-id>.txt`` each."""

from __future__ import annotations

import os
from pathlib import Path

from generator.passages.verify import CapturedText

VARIABLE = "FACTCHECK_ARCHIVE"


def folder(root: Path) -> Path:
    """Return where the archive lies: the environment's word, else ``archive/``."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else root / "archive"


def read(archive: Path, source_id: str) -> CapturedText | None:
    """Return a captured text, or None when the archive does not hold it."""
    file = archive / f"{source_id}.txt"
    return CapturedText.of(file.read_bytes().decode("utf-8", "replace")) if file.is_file() else None
