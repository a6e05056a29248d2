"""Times the whole job beside Hugo and plain MkDocs: ``python -m benchmarks.bench 1000 10000``.

For each number of claims it makes an invented project and builds it cold, in a fresh process with
an empty cache, in turn with the same pages through Hugo and through MkDocs without this program.
Ours reads, validates, verifies, checks and makes all pages, feeds and the sitemap; the search
index, share pictures, tables and files of single records are measured apart. Everything is
written to ``benchmarks/latest.json`` as it comes, and from there to ``benchmarks/README.md``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import measuring
from benchmarks.job import Wanted
from benchmarks.record import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """Read what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench")
    parser.add_argument("counts", type=int, nargs="+", metavar="N", help="claims, fewest first")
    parser.add_argument("--languages", type=int, default=1, help="of the interface; 1 or 2")
    parser.add_argument("--pairs", type=int, help="runs beside Hugo; 5, from 10,000 claims on 3")
    parser.add_argument("--plain-pairs", type=int, help="of plain MkDocs; 3, from 10,000 on 1")
    parser.add_argument("--no-plain", action="store_true", help="leave plain MkDocs out")
    parser.add_argument("--no-apart", action="store_true", help="leave out what is made apart")
    parser.add_argument("--no-edit", action="store_true", help="leave out builds after an edit")
    parser.add_argument("--pictures-up-to", type=int, default=1_000, metavar="N")
    parser.add_argument("--add", action="store_true", help="keep other runs of the record")
    parser.add_argument("--out", type=Path, default=HERE / "latest.json")
    return parser.parse_args(arguments)


def wanted(given: argparse.Namespace, count: int) -> Wanted:
    """Return what is measured for so many claims."""
    is_large = count >= 10_000
    plain = 0 if given.no_plain else given.plain_pairs or (1 if is_large else 3)
    return Wanted(
        count=count,
        languages=given.languages,
        pairs=given.pairs or (3 if is_large else 5),
        plain_pairs=plain,
        has_apart=not given.no_apart,
        has_pictures=count <= given.pictures_up_to,
        has_edit=not given.no_edit,
        has_executors=count >= 100_000,
    )


def main(arguments: Sequence[str]) -> int:
    """Measure; 1 when the pages of Hugo are not like ours."""
    given = options(arguments)
    readme = HERE / "README.md" if given.out == HERE / "latest.json" else None
    command = f"python3 noxfile.py -s bench -- {' '.join(arguments)}"
    record = Record.opened(given.out, readme, command, has_former=given.add)
    for count in sorted(given.counts):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            for run in measuring.measured(wanted(given, count), Path(folder)):
                record.put(run)
    return int(any(not run["hugo_pages"]["is_alike"] for run in record.runs))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
