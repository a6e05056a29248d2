"""Everything that is measured for one number of claims."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from benchmarks import hugosite, stages, waiting
from benchmarks.job import Job, Wanted
from benchmarks.measured import Run, Tree, median, run, weights
from benchmarks.stages import PARTS
from tests.clusters import cluster

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def measured(wanted: Wanted, folder: Path) -> Iterator[dict[str, Any]]:
    """Measure, and yield what is known of the run each time that more is."""
    job = Job(wanted, folder)
    _say(f"{wanted.count:,} claims: writing the projects")
    job.prepare()
    ours, hugo = job.fit()
    found = _begun(wanted, ours, hugo)
    found["weights"] = weights(folder / "ours-site")
    runs: dict[str, list[Run]] = {"ours": [], "hugo": [], "plain": []}
    for pair in range(max(wanted.pairs, wanted.plain_pairs)):
        for name, took in _pair(job, pair):
            runs[name].append(took)
            found[name] = median(runs[name])
            _say(f"  {name} {pair + 1}: {took.wall:.2f} s, CPU {took.cpu:.2f}")
        yield found
    told = stages.of_site(job.project), stages.of_build(*job.cold())
    names = ("before the host", "the build")
    found["stages"] = [
        {"of": name, **stage} for name, each in zip(names, told, strict=True) for stage in each
    ]
    yield found
    for name, took in _executors(job):
        found["executors"][name] = asdict(took)
        yield found
    for part in _apart(wanted):
        _say(f"  with {part}")
        took = job.ours(part)
        found["apart"][part] = _beyond(took, found["ours"])
        yield found
    if wanted.has_edit:
        _say("  after an edit")
        found["edit"] = asdict(
            waiting.warm(job.project, lambda out: job.mkdocs(job.project, out), job.cold()[1])
        )
        yield found
        found["edit"]["serve"] = waiting.served(job.project)
        yield found


def _begun(wanted: Wanted, ours: Tree, hugo: Tree) -> dict[str, Any]:
    is_close = abs(hugo.median - ours.median) <= hugosite.CLOSE * ours.median
    _say(
        f"  pages: ours {ours.pages}, median {ours.median:.0f} bytes;"
        f" Hugo {hugo.pages}, median {hugo.median:.0f}"
    )
    return {
        "n": wanted.count,
        "languages": wanted.languages,
        "pairs": wanted.pairs,
        "plain_pairs": wanted.plain_pairs,
        "ours": {},
        "hugo": {},
        "plain": {},
        "stages": [],
        "apart": {},
        "edit": {},
        "executors": {},
        "weights": {},
        "growth": {},
        "pages": ours.pages,
        "files": ours.files,
        "bytes": ours.bytes,
        "median": ours.median,
        "hugo_pages": {
            "pages": hugo.pages,
            "files": hugo.files,
            "bytes": hugo.bytes,
            "median": hugo.median,
            "is_alike": is_close and hugo.pages == ours.pages,
        },
    }


def _pair(job: Job, number: int) -> Iterable[tuple[str, Run]]:
    if number < job.wanted.pairs:
        yield "ours", job.ours()
        job.out("hugo")
        yield "hugo", job.hugo()
    if number < job.wanted.plain_pairs:
        yield "plain", run(job.mkdocs(job.folder / "plain", job.out("plain")))


def _apart(wanted: Wanted) -> list[str]:
    left = () if wanted.has_pictures else ("pictures",)
    return [part for part in PARTS if part not in left] if wanted.has_apart else []


def _beyond(took: Run, ours: dict[str, float]) -> dict[str, float]:
    """Return what a build took more than one without the part, and its whole peak."""
    more = {key: round(getattr(took, key) - ours[key], 3) for key in ("wall", "cpu")}
    return {**more, "peak_mb": took.peak_mb}


def _say(line: str) -> None:
    print(line, flush=True)


def _executors(job: Job) -> Iterator[tuple[str, Run]]:
    """Build with everything that an executor may do, here and on a cluster of this machine."""
    if not job.wanted.has_executors:
        return
    for executor in ("serial", "processes:2"):
        yield executor, run(*job.cold(FACTCHECK_EXECUTOR=executor))
    with cluster(job.folder / "cluster") as address:
        yield "Dask, two workers", run(*job.cold(FACTCHECK_EXECUTOR=address))
