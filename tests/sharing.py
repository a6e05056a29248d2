"""How the tests are shared out where several workers run them (``pytest -n 2``)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from filelock import FileLock
from xdist.scheduler import LoadFileScheduling

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

# Files whose tests drive a browser, serve, measure time or start clusters: one worker has them
# all, so that never two such tests run at a time.
ALONE = frozenset(
    f"tests/test_{name}.py"
    for name in (
        *("build_command", "cards", "copy", "executors", "extraction_fetch", "fold", "journeys"),
        *("lists_browser", "search_browser", "serve", "shell_browser", "timings", "visits"),
        *("web_html", "web_lighthouse", "web_pages", "web_weight", "work"),
    )
)


class Files(LoadFileScheduling):  # type: ignore[misc] # it has no types
    """Gives each worker whole files, whose fixtures are made once; see ``ALONE``.

    The marks of xdist 3.8 that group tests do nothing under pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return "alone" if file in ALONE else file


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that the first worker makes which wants it; the others wait for it."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # each worker has a folder of its own below that of the run
    folder = base / name
    with FileLock(base / f"{name}.lock"):
        if not folder.exists():
            begun = factory.mktemp(name)
            make(begun)
            begun.rename(folder)
    return folder
