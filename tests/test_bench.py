"""What the benchmark writes: projects for others, its record and its table. Nothing is timed."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks import bench, corpus, hugosite, measured, record, table, waiting
from benchmarks.measured import Run
from benchmarks.record import Record
from benchmarks.stages import PARTS
from generator import site
from generator.hosts import switches
from generator.problems import has_errors
from tests.hosted import ROOT

if TYPE_CHECKING:
    from pathlib import Path

COUNT = 20
FOLDER = ROOT / "benchmarks"
KEYS = {"n", "pairs", "ours", "hugo", "plain", "stages", "apart", "edit", "weights", "pages"}
KEYS |= {"bytes", "growth", "files", "executors", "hugo_pages"}
TOOK = {"wall", "cpu", "peak_mb"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("invented") / "project"
    assert corpus.main([str(COUNT), str(made), "--languages", "1"]) == 0
    return made


def run(count: int, *, wall: float = 1.0) -> dict[str, Any]:
    """Return a run in which all is measured."""
    took = {"wall": wall, "cpu": wall, "peak_mb": 200.0}
    return {
        "n": count,
        "pairs": 3,
        "plain_pairs": 1,
        "pages": count,
        "bytes": 1_000_000,
        "files": count + 9,
        "median": 26_000,
        "ours": took,
        "hugo": {**took, "wall": 4 * wall},
        "plain": {**took, "wall": 10 * wall},
        "stages": [{"of": "the build", "name": "read", "items": 7, **took}],
        "apart": {"search": took},
        "executors": {},
        "edit": {**took, "serve": 0.25},
        "weights": {"home": 5_000, "first visit": 100_000},
        "growth": {},
    }


def test_the_record_and_its_table_agree() -> None:
    found = json.loads((FOLDER / "latest.json").read_text("utf-8"))
    assert table.table(found) in (FOLDER / "README.md").read_text("utf-8")


def test_every_run_of_the_record_is_whole() -> None:
    found = json.loads((FOLDER / "latest.json").read_text("utf-8"))
    assert found.keys() == {"command", "versions", "date", "runs"}
    for each in found["runs"]:
        assert each.keys() >= KEYS
        assert each["ours"].keys() == each["hugo"].keys() == TOOK
        assert each["hugo_pages"]["is_alike"]


def test_a_goal_is_met_or_missed_by_what_was_measured() -> None:
    found = {"command": "c", "versions": {}, "date": "d", "runs": [run(1_000), run(10_000)]}
    rows = table.table(found).splitlines()
    assert "| 10,000 | of Hugo's wall time | 0.5 | 0.25 | met |" in rows
    assert "| 10,000 | of Hugo's CPU time | 0.5 | 1 | **missed** |" in rows
    assert "| 10,000 | of plain MkDocs' wall time | 0.0667 | 0.1 | **missed** |" in rows
    assert "| 10,000 | growth exponent | 1.05 | not measured |  |" in rows
    assert "| 1,000 | ours | 3 | 1.00 | 1.00 | 200 | 1.00 | 1.00 | 1.00 |" in rows
    assert "| 1,000 | Hugo | 3 | 4.00 | 1.00 | 200 | 1.00 | 0.25 | 1.00 |" in rows
    assert "| 1,000 | 1.00 | 1.00 | 200 | 0.25 |" in rows


def test_a_run_half_done_has_a_table_too() -> None:
    half = {**run(10), "hugo": {}, "plain": {}, "stages": [], "apart": {}, "edit": {}}
    found = {"command": "c", "versions": {}, "date": "d", "runs": [{**half, "weights": {}}]}
    assert "| 10 | ours | 3 | 1.00 |" in table.table(found)


def test_growth_is_told_from_one_number_to_the_next(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"above\n{table.BEGIN}\nold\n{table.END}\nbelow\n", "utf-8")
    kept = Record(tmp_path / "latest.json", readme, "the command")
    kept.put(run(10_000, wall=20.0))
    kept.put(run(1_000))
    kept.put(run(1_000, wall=2.0))
    runs = json.loads((tmp_path / "latest.json").read_text("utf-8"))["runs"]
    assert [each["n"] for each in runs] == [1_000, 10_000]
    assert runs[1]["growth"] == {"wall": 1.0, "cpu": 1.0, "peak_mb": 0.0}
    text = readme.read_text("utf-8")
    assert text.startswith("above\n")
    assert text.endswith("below\n")
    assert "old" not in text
    assert "| 10,000 | growth exponent | 1.05 | 1 | met |" in text
    again = Record.opened(tmp_path / "latest.json", None, "another", has_former=True)
    assert again.runs == runs


def test_exponent_is_the_power_of_n() -> None:
    assert measured.exponent(1_000, 3.0, 10_000, 300.0) == 2.0
    assert measured.exponent(1_000, 5.0, 100_000, 5.0) == 0.0


def test_median_is_of_each_figure_by_itself() -> None:
    runs = [Run(wall=w, cpu=c, peak_mb=p) for w, c, p in ((1, 9, 5), (2, 7, 4), (9, 8, 6))]
    assert measured.median(runs) == {"wall": 2, "cpu": 8, "peak_mb": 5}


def test_a_run_counts_what_the_program_does() -> None:
    held = bytearray(200_000_000)  # of this process, which is not that of the program
    code = "import os; assert os.environ['ADDED'] == '1'; bytearray(60_000_000)"
    took = measured.run([sys.executable, "-c", code], {"ADDED": "1"})
    assert (took.wall > 0, took.cpu > 0, 60 < took.peak_mb < 150) == (True, True, True)
    assert len(held) == 200_000_000
    with pytest.raises(RuntimeError, match="it broke"):
        measured.run([sys.executable, "-c", "raise SystemExit('it broke')"])


def test_the_parts_that_are_made_apart_are_those_of_the_switch() -> None:
    assert set(PARTS) == set(switches.PARTS)


def test_what_is_measured_follows_the_options() -> None:
    given = bench.options(["1000", "10000", "--plain-pairs", "2"])
    less, more = (bench.wanted(given, count) for count in given.counts)
    assert (less.pairs, less.plain_pairs, less.has_pictures) == (5, 2, True)
    assert (more.pairs, more.plain_pairs, more.has_pictures) == (3, 2, False)
    assert bench.wanted(bench.options(["10", "--no-plain"]), 10).plain_pairs == 0


def test_one_language_is_left(root: Path) -> None:
    _, inputs, problems = site.outputs_of(root, drafts=False)
    assert inputs is not None
    assert (len(inputs.corpus.publisher.languages), has_errors(problems)) == (1, False)
    assert not (root / "content/pages/uk").exists()


def test_every_page_of_ours_is_a_page_of_hugo(root: Path, tmp_path: Path) -> None:
    outputs, inputs, _ = site.outputs_of(root, drafts=False)
    assert inputs is not None
    count = hugosite.write(tmp_path, outputs, inputs.corpus, "SHELL")
    assert count == sum(output.is_page for output in outputs) + 1
    pages = [json.loads(file.read_text()) for file in (tmp_path / "content").iterdir()]
    by_url = {page["url"]: page for page in pages}
    assert len(by_url) == count
    claim = next(iter(inputs.corpus.claims.values()))
    made = by_url[f"/claims/{claim.id}/"]
    assert (made["title"], made["type"], len(made["evidence"])) == (claim.title, "claim", 3)
    person = by_url[f"/people/{claim.claimant}/"]
    assert {"label": claim.title, "href": f"/claims/{claim.id}/"} in person["rows"]
    linked = {row["href"] for page in pages for row in page.get("rows", ())}
    assert {href for href in linked if href.startswith("/")} <= by_url.keys()
    layout = (tmp_path / "layouts/claim/single.html").read_text()
    assert "SHELL" in layout
    assert hugosite.SHELL not in layout


def test_a_shell_has_the_size_that_is_wanted() -> None:
    assert [len(hugosite.shell(size)) for size in (0, 1, 99, 20_000)] == [0, 1, 99, 20_000]


def test_an_edit_changes_one_word_of_a_summary(root: Path) -> None:
    chosen = waiting.claims(root)
    assert len({*chosen}) == waiting.EDITS
    before = chosen[0].read_text("utf-8")
    waiting.change(chosen[0], "Edited")
    after = chosen[0].read_text("utf-8")
    differing = [
        pair for pair in zip(before.split(), after.split(), strict=True) if len({*pair}) > 1
    ]
    assert [new for _, new in differing] == ["Edited"]


def test_versions_are_told() -> None:
    assert {"Python", "MkDocs", "Material", "machine"} <= record.versions().keys()


def test_what_a_site_holds_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name, size in {"index.html": 10, "a/index.html": 30, "404.html": 20, "x.css": 5}.items():
        (tmp_path / name).write_bytes(b"x" * size)
    found = measured.weigh(tmp_path)
    assert (found.pages, found.files, found.bytes, found.median) == (3, 4, 65, 20)
