"""The table of ``benchmarks/README.md``, written from ``benchmarks/latest.json`` alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"
PROGRAMS = {"ours": "ours", "hugo": "Hugo", "plain": "plain MkDocs"}

# What is promised, by number of claims: path into a run, what it is called, the most there may be.
# A path that ends in "of" is a ratio to that program.
GOALS: dict[int, tuple[tuple[str, str, float], ...]] = {
    1_000: (("edit.serve", "s until `mkdocs serve` shows an edit", 0.5),),
    10_000: (
        ("hugo.wall", "of Hugo's wall time", 0.5),
        ("hugo.cpu", "of Hugo's CPU time", 0.5),
        ("plain.wall", "of plain MkDocs' wall time", 1 / 15),
        ("peak_mb", "peak MB", 250),
        ("edit.serve", "s until `mkdocs serve` shows an edit", 1.0),
        ("edit.wall", "s for a warm build after an edit", 1.0),
        ("growth.wall", "growth exponent", 1.05),
    ),
    100_000: (
        ("hugo.wall", "of Hugo's wall time", 0.35),
        ("peak_mb", "peak MB", 1_200),
        ("growth.wall", "growth exponent", 1.05),
    ),
}


def figure(run: Mapping[str, Any], goal: str) -> float | None:
    """Return what was measured for a goal, None where it was not."""
    first, _, rest = goal.partition(".")
    if first == "peak_mb":
        return float(run["ours"]["peak_mb"])
    if not run.get(first):
        return None
    if first in PROGRAMS:
        return float(run["ours"][rest] / run[first][rest])
    return float(run[first][rest]) if rest in run[first] else None


def table(found: Mapping[str, Any]) -> str:
    """Write all figures in Markdown, between the markers."""
    if not found["runs"]:
        return f"{BEGIN}\n\nNothing was measured yet.\n\n{END}"
    versions = ", ".join(f"{name} {version}" for name, version in found["versions"].items())
    runs: Sequence[Mapping[str, Any]] = found["runs"]
    said = f"`{found['command']}`, {found['date']}: {versions}. Medians."
    told = _goals(runs), _builds(runs), _sites(runs), _edits(runs), _apart(runs)
    parts = [said, *("\n".join(rows) for rows in told)]
    parts += ["\n".join(_stages(run)) for run in runs if run["stages"]]
    parts += ["\n".join(_weights([run for run in runs if run["weights"]]))]
    return "\n\n".join([BEGIN, *filter(None, parts), END])


def _builds(runs: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield (
        "| claims | program | runs | wall s | CPU s | peak MB | CPU ms a page | ours to it, wall "
        "| ours to it, CPU |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    for run in runs:
        for key, name in PROGRAMS.items():
            if took := run.get(key):
                each = 1_000 * took["cpu"] / run["pages"]
                told = f"{took['wall']:.2f} | {took['cpu']:.2f} | {took['peak_mb']:.0f}"
                ratios = [f"{run['ours'][part] / took[part]:.2f}" for part in ("wall", "cpu")]
                pairs = run["plain_pairs"] if key == "plain" else run["pairs"]
                yield (
                    f"| {run['n']:,} | {name} | {pairs} | {told} | {each:.2f} "
                    f"| {' | '.join(ratios)} |"
                )


def _sites(runs: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield "| claims | pages | files | MB written | median page, bytes | growth, wall | CPU | peak |"
    yield "|---|---|---|---|---|---|---|---|"
    for run in runs:
        growth = [str(run["growth"].get(key, "")) for key in ("wall", "cpu", "peak_mb")]
        told = f"{run['pages']:,} | {run['files']:,} | {run['bytes'] / 1e6:.1f}"
        yield f"| {run['n']:,} | {told} | {run['median']:,.0f} | {' | '.join(growth)} |"


def _edits(runs: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield "| claims, after an edit | warm build, wall s | CPU s | peak MB | page shown, s |"
    yield "|---|---|---|---|---|"
    for run in runs:
        if edit := run["edit"]:
            told = f"{edit['wall']:.2f} | {edit['cpu']:.2f} | {edit['peak_mb']:.0f}"
            shown = f"{edit['serve']:.2f}" if "serve" in edit else ""
            yield f"| {run['n']:,} | {told} | {shown} |"


def _goals(runs: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield "| claims | goal | at most | measured | |"
    yield "|---|---|---|---|---|"
    for run in runs:
        for goal, name, most in GOALS.get(run["n"], ()):
            value = figure(run, goal)
            told = "not measured | " if value is None else f"{value:.3g} | {_met(value, most)}"
            yield f"| {run['n']:,} | {name} | {most:.3g} | {told} |"


def _met(value: float, most: float) -> str:
    return "met" if value <= most else "**missed**"


def _apart(runs: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield "| claims | made apart, or by | wall s | CPU s | peak MB |"
    yield "|---|---|---|---|---|"
    for run in runs:
        for part, took in (*run["apart"].items(), *run["executors"].items()):
            told = f"{took['wall']:.2f} | {took['cpu']:.2f} | {took['peak_mb']:.0f}"
            yield f"| {run['n']:,} | {part} | {told} |"


def _stages(run: Mapping[str, Any]) -> Iterator[str]:
    yield f"| {run['n']:,} claims, stage | things | wall s | CPU s | peak MB so far |"
    yield "|---|---|---|---|---|"
    for stage in run["stages"]:
        peak = f"{stage['peak_mb']:.0f}" if stage["peak_mb"] else ""
        told = f"{stage['items'] or ''} | {stage['wall']:.2f} | {stage['cpu']:.2f} | {peak}"
        yield f"| {stage['of']}: {stage['name']} | {told} |"


def _weights(runs: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if not runs:
        return
    kinds = list(runs[0]["weights"])
    yield f"| claims, KB of the largest under gzip | {' | '.join(kinds)} |"
    yield f"|---|{'---|' * len(kinds)}"
    for run in runs:
        sizes = [f"{size / 1_000:.1f}" for size in run["weights"].values()]
        yield f"| {run['n']:,} | {' | '.join(sizes)} |"


def put(file: Path, found: Mapping[str, Any]) -> None:
    """Write the table in the place of the former one."""
    text = file.read_text("utf-8")
    before, begun, rest = text.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not (begun and ended):
        raise ValueError(f"{file} has not the lines {BEGIN} and {END}")
    file.write_text(before + table(found) + after, "utf-8")
