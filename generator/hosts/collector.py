"""The collector of cycles, which need not look at records again and again."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


# Objects made, less those let go, between two looks at the youngest; Python's own is 700. A site
# makes thousands for a page, few of them in cycles: what waits longer is some megabytes.
OFTEN = 100_000


@contextmanager
def patient() -> Iterator[None]:
    """Let the collector look less often: it finds the same, later."""
    before = gc.get_threshold()
    gc.set_threshold(OFTEN, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def resting() -> Iterator[None]:
    """Let the collector rest while records are read, and pass them over from then on.

    It goes through all that there is each time that much was added, which is quadratic where
    everything stays. Records have no cycles: nothing is lost but time. What an earlier build of
    this process left behind is looked at once more first.
    """
    was_on = gc.isenabled()
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
