"""What a build works with, as the switches have it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.hosts import executors, progress
from generator.work import Work, unseen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.hosts.switches import Switches


@contextmanager
def running(switches: Switches, *, is_quiet: bool = False) -> Iterator[Work]:
    """Give the work of one run, and let go of its workers at the end. Raises WorkError."""
    shown = unseen if is_quiet else progress.shown_on(sys.stderr, style=switches.progress)
    with executors.opened(switches.executor) as pool:
        yield Work(pool=pool, shown=shown)
