"""Measures the built site with Lighthouse on its mobile profile, and records the medians.

``python -m benchmarks.lighthouse SITE [--runs 5]`` judges the home page, the longest claim, the
longest source and the search page of a built site over a compressing server, writes
``benchmarks/lighthouse.json`` and prints the table of ``benchmarks/README.md``. The machine must
be calm: Lighthouse measures it and scales what it found to a slow phone.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests import browser, node
from tests.kinds import examples
from tests.lighthouse import CATEGORIES, KINDS, METRICS, judge
from tests.served import serve

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.lighthouse import Score

RECORD = Path(__file__).parent / "lighthouse.json"


def measure(site: Path, runs: int) -> dict[str, dict[str, Any]]:
    """Judge each page so many times, one after the other; return the medians by address."""
    pages = {page.kind: page for page in examples(site) if page.is_longest}
    found = {}
    with serve(site) as served:
        for kind in KINDS:
            address = served.address + pages[kind].path
            scores = [judge(address, ["performance", *CATEGORIES]) for _ in range(runs)]
            found[f"/{pages[kind].path}"] = _medians(scores)
    return found


def _medians(scores: Sequence[Score]) -> dict[str, Any]:
    points = {key: [score.points[key] for score in scores] for key in scores[0].points}
    return {
        "points": {key: statistics.median(values) for key, values in points.items()},
        "performance, each run": points["performance"],
        "measured": {
            key: statistics.median(score.measured[key] for score in scores)
            for key in scores[0].measured
        },
        "faults": sorted({fault for score in scores for fault in score.faults}),
    }


def about(version: str, runs: int) -> dict[str, Any]:
    """Say what measured, where and when."""
    told = subprocess.run(
        [browser.executable(), "--version"], capture_output=True, text=True, check=True
    )
    load = os.getloadavg()[0]
    return {
        "date": f"{datetime.now(tz=UTC):%Y-%m-%d}",
        "command": f"python3 noxfile.py -s lighthouse -- --runs {runs}",
        "lighthouse": version,
        "profile": "mobile, simulated slow network and phone",
        "browser": told.stdout.strip(),
        "node": subprocess.run(
            [node.node(), "--version"], capture_output=True, text=True, check=True
        ).stdout.strip(),
        "machine": f"{os.cpu_count()} cores, {platform.system()}, load before {load:.1f}",
        "runs": runs,
    }


def table(found: dict[str, dict[str, Any]]) -> Iterable[str]:
    """Yield the rows of the table, in Markdown."""
    keys = ["performance", *CATEGORIES]
    yield f"| | {' | '.join(keys)} | {' | '.join(METRICS.values())} |"
    yield f"|---|{'---|' * (len(keys) + len(METRICS))}"
    for path, page in found.items():
        points = [f"{page['points'][key]:g}" for key in keys]
        measured = [f"{round(page['measured'][key], 3):,g}" for key in METRICS]
        yield f"| `{path}` | {' | '.join([*points, *measured])} |"


def main(arguments: Sequence[str]) -> int:
    """Measure, write the record, print the table; 1 when a median is below 100."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse")
    parser.add_argument("site", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args(arguments)
    before = about(node.locked("web", "lighthouse"), options.runs)
    found = measure(options.site, options.runs)
    text = json.dumps({**before, "pages": found}, indent=1, ensure_ascii=False)
    RECORD.write_text(f"{text}\n", "utf-8")
    print("\n".join(table(found)))
    return int(any(n < 100 for page in found.values() for n in page["points"].values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
