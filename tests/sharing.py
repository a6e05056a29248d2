"""What the workers of one run share, where several run the tests (``pytest -n 2``)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

# Such tests use a whole machine, or measure what it does: never two of them at a time.
ALONE = ("browser", "alone")


def group(items: Sequence[pytest.Item]) -> None:
    """Keep the tests of a file in one worker, which makes its fixtures once; see ``ALONE``."""
    alone = {item.path for item in items if any(map(item.get_closest_marker, ALONE))}
    for item in items:
        name = "alone" if item.path in alone else item.path.name
        item.add_marker(pytest.mark.xdist_group(name))


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that the first worker makes which wants it; the others wait for it."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # each worker has a folder of its own below that of the run
    folder = base / name
    with FileLock(base / f"{name}.lock"):
        if not folder.exists():
            begun = base / f"{name}-begun"
            begun.mkdir(exist_ok=True)  # it is there when another worker failed
            make(begun)
            begun.rename(folder)
    return folder
