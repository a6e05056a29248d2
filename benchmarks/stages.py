"""Where the time of a build goes, measured in a process of its own.

``python -m benchmarks.stages DIR FILE`` reads the project in DIR as a build does, makes its pages
and its exports, and writes to FILE what each stage took. The build itself is measured from
outside: what MkDocs, the theme and the writing take is the rest of it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.measured import run
from generator import checks, corpus, plan, verification, yamltext
from generator.inputs import Inputs
from generator.work import Timings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def of_build(command: Sequence[str], environ: Mapping[str, str]) -> list[dict[str, Any]]:
    """Run a build, and return the stages that it told itself."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "timings.json"
        run(command, {**environ, "FACTCHECK_TIMINGS_FILE": str(file)})
        stages: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))["stages"]
    return stages


def of_site(root: Path) -> list[dict[str, Any]]:
    """Measure the stages before any host in a fresh process."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "stages.json"
        run([sys.executable, "-m", "benchmarks.stages", str(root), str(file)])
        stages: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))["stages"]
    return stages


def measure(root: Path) -> Timings:
    """Go through the stages of one build without a host."""
    timings = Timings()
    with timings.stage("YAML alone") as stage:
        texts = [
            (file, path.read_text("utf-8"))
            for path in sorted((root / "claims").rglob("*.yml"))
            if (file := path.relative_to(root).as_posix())
        ]
        stage.items = sum(yamltext.parse(text, file)[0] is not None for file, text in texts)
    with timings.stage("read and validate") as stage:
        records, problems = corpus.load(root)
        if records is None:
            raise ValueError(f"the project cannot be read: {problems}")
        stage.items = len(records.documents)
    with timings.stage("verify quotations") as stage:
        stage.items = len(records.verified)
        list(verification.problems(records))
    with timings.stage("check"):
        found = tuple(checks.run(records, None))
    planned = plan.plan(
        Inputs(corpus=records, pages=(), found=found), drafts=False, left_out=LEFT_OUT
    )
    with timings.stage("views and Markdown") as stage:
        made = [pair for part in planned.parts for pair in part.make()]
        stage.items = len(made)
    with timings.stage("feeds, sitemap and the like") as stage:
        pages = [page for _, page in made if page]
        stage.items = sum(len(list(part.make())) for part in planned.rest(pages))
    return timings


LEFT_OUT = frozenset({"search", "pictures", "tables", "records"})
PARTS = tuple(sorted(LEFT_OUT))


def main(arguments: Sequence[str]) -> int:
    """Measure a project."""
    root, file = map(Path, arguments)
    text = json.dumps(measure(root).plain(), indent=1)
    file.write_text(f"{text}\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
