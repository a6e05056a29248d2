"""Judge as many edits and variants of the quotations as you like, by the seals alone.

``python -m benchmarks.tampering 100000`` writes ``tampering.json`` beside this file and returns
1 when an edit passed or a variant was refused. The table is that of ``tests.tampering``.
"""

from __future__ import annotations

import json
import platform
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.tampering import (
    ROOT,
    TOY,
    awkward_cases,
    closed_cases,
    try_edits,
    try_variants,
)

if TYPE_CHECKING:
    from tests.tampering import Tally

SEED = 20261122
RESULT = Path(__file__).with_suffix(".json")


def main(arguments: list[str]) -> int:
    """Try ``arguments[0]`` edits and as many variants (100,000 unless told)."""
    number = int(arguments[0]) if arguments else 100_000
    cases = [*closed_cases(ROOT), *closed_cases(TOY), *awkward_cases()]
    edits, variants = try_edits(cases, number, SEED), try_variants(cases, number, SEED)
    result = {
        "command": f"python -m benchmarks.tampering {number}",
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "edits": _counts(edits, "wrongly_passed"),
        "variants": _counts(variants, "wrongly_refused"),
    }
    RESULT.write_text(json.dumps(result, indent=1) + "\n")
    print(f"{len(cases)} passages")
    _print("edits", edits, "wrongly passed")
    _print("variants", variants, "wrongly refused")
    return 1 if edits.wrong or variants.wrong else 0


def _counts(tally: Tally, wrongly: str) -> dict[str, dict[str, int]]:
    wrong = Counter(name for name, _, _ in tally.wrong)
    return {
        name: {"tried": tried, wrongly: wrong[name]} for name, tried in sorted(tally.tried.items())
    }


def _print(what: str, tally: Tally, wrongly: str) -> None:
    print(f"{tally.tried.total():,} {what}, {len(tally.wrong):,} {wrongly}")
    for name, counts in _counts(tally, wrongly).items():
        print(f"  {name}: {', '.join(f'{number:,} {key}' for key, number in counts.items())}")
    for name, passage, quoted in tally.wrong[:20]:
        print(f"  {name}: {passage}: {tuple(quoted)!a}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
