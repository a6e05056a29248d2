"""Edits an invented project at random and compares warm builds with cold ones, byte by byte.

``python -m benchmarks.editing --seed S --steps K`` takes K steps of that seed; a step that went
wrong tells the edit, the files and their first lines that differ, and the same command does the
same again. The search index is asked 50 questions every 20 steps.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.edits.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = 20261122
STEPS = 300
CLAIMS = 40
ASKS_EVERY = 20


def main(arguments: Sequence[str]) -> int:
    """Print each step; return 1 when a warm tree was another than the cold one."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.editing", description=__doc__)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--keep", type=Path, help="a new folder for the trees, to look at them")
    given = parser.parse_args(arguments)
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        walk = Walk(given.keep or Path(folder), seed=given.seed, claims=given.claims)
        for step in walk.steps(given.steps, asks_every=ASKS_EVERY):
            print(step, flush=True)
            wrong += bool(step.found.wrong)
    print(f"{given.steps} steps of seed {given.seed}, {given.claims} claims: {wrong} went wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
