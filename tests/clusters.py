"""A real Dask cluster on this machine: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from tests.hosted import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SECONDS = 60


@contextmanager
def cluster(folder: Path, *, workers: int = 2, program: Path = ROOT) -> Iterator[str]:
    """Run a cluster with its logs in ``folder``; give its address as ``--executor`` takes it.

    ``program`` is where its workers find ``generator``.
    """
    folder.mkdir()
    with ExitStack() as running:
        scheduler = ["scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
        running.enter_context(_dask(folder, "scheduler.log", scheduler, program))
        address = _said(folder / "scheduler.log", r"Scheduler at: +tcp://(\S+)")
        for number in range(workers):
            worker = ["worker", f"tcp://{address}", "--nthreads", "1", "--no-dashboard"]
            running.enter_context(_dask(folder, f"{number}.log", [*worker, "--no-nanny"], program))
        for number in range(workers):
            _said(folder / f"{number}.log", r"(Registered to)")
        yield f"dask://{address}"


@contextmanager
def _dask(folder: Path, log: str, arguments: Sequence[str], program: Path) -> Iterator[None]:
    with (folder / log).open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(program)},
            stdout=stream,
            stderr=stream,
        )
        try:
            yield
        finally:
            process.terminate()
            process.wait()


def _said(log: Path, pattern: str) -> str:
    """Wait until a log says what matches, and return its group."""
    deadline = time.monotonic() + SECONDS
    while not (found := re.search(pattern, log.read_text("utf-8"))):
        assert time.monotonic() < deadline, log.read_text("utf-8")
        time.sleep(0.1)
    return found[1]
