"""Builds the plain folder with each host that is named, and reports what differs.

``python -m tests.hosts PROGRAM ...``: each program is called as ``PROGRAM build`` in the
folder that ``factcheck tree`` wrote. Exit code 1 when a host fails or a page differs from
what the plugin makes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from generator.commands.tree import tree
from tests.compare import differences
from tests.hosted import ENVIRONMENT, ROOT, dead_links, mkdocs

SHOWN = 20


def main(programs: list[str]) -> int:
    """Print one report for each host."""
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "own"
        built = mkdocs("build", "--strict", "-d", str(own), cwd=ROOT)
        if built.returncode:
            sys.stdout.write(built.stdout + built.stderr)
            return 1
        for program in programs:
            found = _report(program, own, Path(folder) / Path(program).name)
            sys.stdout.write(f"{Path(program).name}: {found[0]}\n")
            sys.stdout.writelines(f"  {row}\n" for row in found[1:SHOWN])
            failed = failed or len(found) > 1
    return int(failed)


def _report(program: str, own: Path, out: Path) -> list[str]:
    if tree(ROOT, out):
        return ["nothing built", "factcheck tree failed"]
    result = subprocess.run(
        [program, "build"], cwd=out, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    if result.returncode:
        return ["the build failed", result.stdout + result.stderr]
    pages = len(list((out / "site").rglob("*.html")))
    found = [*differences(own, out / "site"), *(f"dead: {row}" for row in dead_links(out / "site"))]
    return [f"{pages} pages, {len(found)} differences from the plugin's build", *found]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
