"""How long one waits after an edit: a warm build, and the page that `mkdocs serve` shows."""

from __future__ import annotations

import http.client
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from benchmarks.measured import Run, median, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

EDITS = 5
POLL = 0.02  # seconds
LONGEST = 600  # seconds until a server has its first page, or an edit shows
_SUMMARY = re.compile(r"(?m)^summary: >-\n  \S+")


def claims(root: Path) -> list[Path]:
    """Return the claims that are edited: some of them, far from each other."""
    found = sorted((root / "claims").glob("*/*.yml"))
    return found[:: max(len(found) // EDITS, 1)][:EDITS]


def change(claim: Path, word: str) -> None:
    """Put another first word into the summary of a claim."""
    text, count = _SUMMARY.subn(f"summary: >-\n  {word}", claim.read_text("utf-8"))
    if count != 1:
        raise ValueError(f"{claim} has no summary of the form that benchmarks.corpus writes")
    claim.write_text(text, "utf-8")


def warm(root: Path, build: Callable[[Path], list[str]], environ: Mapping[str, str]) -> Run:
    """Return the median of builds after one edit each, with the cache of the build before."""
    site = root.parent / "warm"
    kept = {**environ, "FACTCHECK_CACHE": str(root.parent / "kept")}
    run(build(site), kept)
    runs = []
    for number, claim in enumerate(claims(root)):
        change(claim, f"Warmed{number}")
        runs.append(run(build(site), kept))
        page = site / "claims" / claim.stem / "index.html"
        if f"Warmed{number}" not in page.read_text("utf-8"):
            raise RuntimeError(f"a warm build does not show the edit of {claim}")
    shutil.rmtree(site)
    return Run(**median(runs))


def served(root: Path) -> float:
    """Return the median seconds from an edit to the page that shows it, under `mkdocs serve`."""
    with _serving(root) as port:
        waits = []
        for number, claim in enumerate(claims(root)):
            path = f"/claims/{claim.stem}/"
            _wait(port, path, "<article")
            change(claim, f"Served{number}")
            waits.append(_wait(port, path, f"Served{number}"))
    return round(statistics.median(waits), 3)


@contextmanager
def _serving(root: Path) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-f", str(root / "mkdocs.yml")]
    with subprocess.Popen(
        [*command, "-a", f"127.0.0.1:{port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait(port, "/", "<article")
            yield port
        finally:
            server.send_signal(signal.SIGINT)  # at which MkDocs removes its folder


def _wait(port: int, path: str, words: str) -> float:
    begun = time.perf_counter()
    while words not in _page(port, path):
        if time.perf_counter() - begun > LONGEST:
            raise RuntimeError(f"{path} never showed '{words}'")
        time.sleep(POLL)
    return time.perf_counter() - begun


def _page(port: int, path: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    except OSError:  # it has not begun to listen
        return ""
    finally:
        connection.close()
