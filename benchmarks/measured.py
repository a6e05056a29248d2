"""Runs a program as a fresh process and says what it took, and what it wrote."""

from __future__ import annotations

import gzip
import json
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LAUNCH = Path(__file__).with_name("launch.py")
# What a page loads before it is read; fonts are those that the page names itself.
_LOADED = re.compile(r'<(?:link|script)\b[^>]*?\b(?:href|src)="([^":]+\.(?:css|js|woff2))"')


@dataclass(frozen=True, kw_only=True)
class Run:
    """Seconds of the clock and of all processors, and the most megabytes of one process.

    Processes that the program started and waited for count; ``peak_mb`` is of the largest of
    them all, not their sum, because forked ones share memory.
    """

    wall: float
    cpu: float
    peak_mb: float


def run(command: Sequence[str], environ: Mapping[str, str] | None = None) -> Run:
    """Run a program to its end. Raises RuntimeError with what it said when it fails."""
    # As for whoever starts a program twice: what Python compiled is there.
    own = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "took.json"
        done = subprocess.run(
            [sys.executable, "-S", "-E", str(LAUNCH), str(file), *command],
            env={**own, **(environ or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{command[0]} failed: {done.stderr[-2_000:]}")
        return Run(**json.loads(file.read_text("utf-8")))


def median(runs: Sequence[Run]) -> dict[str, float]:
    """Return the median of each figure by itself."""
    plain = [asdict(run) for run in runs]
    return {key: round(statistics.median(run[key] for run in plain), 3) for key in plain[0]}


def exponent(n: int, value: float, more: int, later: float) -> float:
    """Return the power of n by which a value grows: 1 is in step with n."""
    return round(math.log(later / value) / math.log(more / n), 3)


@dataclass(frozen=True, kw_only=True)
class Tree:
    """What a built site holds; ``median`` is the bytes of the page in the middle."""

    pages: int
    files: int
    bytes: int
    median: float


def weigh(site: Path) -> Tree:
    """Count what lies in a folder."""
    sizes = {file: file.stat().st_size for file in site.rglob("*") if file.is_file()}
    pages = [size for file, size in sizes.items() if file.suffix == ".html"]
    return Tree(
        pages=len(pages),
        files=len(sizes),
        bytes=sum(sizes.values()),
        median=statistics.median(pages),
    )


def packed(file: Path) -> int:
    """Return the bytes of a file under gzip, level 6, as servers send it; fonts are packed."""
    content = file.read_bytes()
    return len(content) if file.suffix == ".woff2" else len(gzip.compress(content, 6, mtime=0))


def weights(site: Path) -> dict[str, int]:
    """Return the packed bytes of the largest page of each kind, and of a first visit.

    A first visit is the largest page of a claim with the styles, scripts and fonts that its HTML
    names; what these load in turn is measured by ``tests/test_web_weight.py`` in a browser.
    """
    found = {"home": packed(site / "index.html")}
    for kind in ("claims", "sources", "people", "topics"):
        pages = [page for page in site.glob(f"{kind}/*/index.html") if page.parent.name != "page"]
        largest = max(pages, key=lambda page: page.stat().st_size)
        found[kind] = packed(largest)
        if kind == "claims":
            names = set(_LOADED.findall(largest.read_text("utf-8")))
            files = {(largest.parent / name).resolve() for name in names}
            found["first visit"] = found[kind] + sum(map(packed, files))
    found["list"] = packed(site / "claims" / "index.html")
    return found
