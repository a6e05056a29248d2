"""Who does the work of a build, by the name that somebody gave: ``auto``, ``serial`` and so on."""

from __future__ import annotations

import importlib
import os
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING

from generator.work import Forked, Sent, Serial, WorkError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.work import Pool

FORMS = "auto, serial, processes, processes:N or dask://HOST:PORT"

_PROCESSES = re.compile(r"processes(?::([1-9][0-9]{0,2}))?")
_DASK = re.compile(r"dask://(.+:[0-9]+)")


@contextmanager
def opened(name: str) -> Iterator[Pool]:
    """Give the pool that a name stands for, for as long as this lasts. Raises WorkError.

    ``auto`` takes as many processes as the machine has processors to give, where that pays.
    """
    if name == "auto":
        yield Forked(_processors())
    elif name == "serial":
        yield Serial()
    elif found := _PROCESSES.fullmatch(name):
        with _processes(int(found[1] or _processors())) as pool:
            yield pool
    elif found := _DASK.fullmatch(name):
        with _cluster(f"tcp://{found[1]}") as pool:
            yield pool
    else:
        raise WorkError(f"there is no executor '{name}'; it may be {FORMS}")


@contextmanager
def _processes(workers: int) -> Iterator[Pool]:
    if sys.platform == "linux":
        yield Forked(workers, is_chosen=True)
    else:
        # Where a process cannot be forked, its copy starts with nothing and is sent the records.
        with ProcessPoolExecutor(workers, get_context("spawn")) as executor:
            yield Sent(executor, workers)


@contextmanager
def _cluster(address: str) -> Iterator[Pool]:
    try:
        # Dask costs half a second, and most sites are built without it.
        cluster = importlib.import_module("generator.hosts.cluster")
    except ModuleNotFoundError as error:
        said = f"the executor of Dask needs a package that is not installed ({error.name})"
        raise WorkError(f"{said}: pip install 'factcheck-site[dask]'") from error
    with cluster.opened(address) as pool:
        yield pool


def _processors() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))  # in a container often fewer than the machine has
    else:  # noqa: RET505 - the type checker knows what each system has
        return os.cpu_count() or 1
