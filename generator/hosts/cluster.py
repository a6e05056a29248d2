"""The machines of a Dask cluster as a pool. Imported only by whoever asks for one."""

from __future__ import annotations

import logging
from concurrent.futures import BrokenExecutor, CancelledError
from contextlib import contextmanager
from typing import TYPE_CHECKING

from distributed import Client
from distributed.comm.core import CommClosedError
from distributed.scheduler import KilledWorker

from generator.hosts import program
from generator.work import Sent, WorkError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.work import Pool

SECONDS = 10  # in which a cluster must answer
_LOST = (BrokenExecutor, CancelledError, CommClosedError, KilledWorker)


@contextmanager
def opened(address: str) -> Iterator[Pool]:
    """Give the workers of the scheduler at ``address``, such as tcp://10.0.0.1:8786.

    Each needs the Python, program and libraries of this machine: else a site would be made of
    two kinds of pages. Raises WorkError.
    """
    # What Dask logs of a connection that fails is told below in one sentence.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise WorkError(f"no Dask scheduler answers at {address}") from error
    with client:
        _check(client, address)
        workers = sum(client.nthreads().values())
        # Packed once, the records go to every worker once, and not along with each chunk.
        yield Sent(
            client.get_executor(pure=False),
            workers,
            lambda content: client.scatter(content, broadcast=True, hash=False),
            _LOST,
        )


def _check(client: Client, address: str) -> None:
    # An error is an answer as well: a worker that lacks the program cannot even be asked.
    found = client.run(program.digest, on_error="return")
    if not found:
        raise WorkError(f"the Dask scheduler at {address} has no workers")
    if others := sorted(worker for worker, own in found.items() if own != program.digest()):
        said = f"the worker {others[0]} of the Dask cluster lacks this program, or has another"
        raise WorkError(f"{said} version of it, of its libraries or of Python")
