"""Where the time went: that every second is counted once."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from generator.work import clocks, timings
from generator.work.clocks import Moment
from generator.work.timings import Stage, Timings
from tests.conftest import own_pages
from tests.hosted import ENVIRONMENT, ROOT, mkdocs

if TYPE_CHECKING:
    from pathlib import Path


class Clock:
    """Stands for the clocks of a machine."""

    def __init__(self) -> None:
        self.wall = 100.0
        self.cpu = 10.0

    def __call__(self) -> Moment:
        return Moment(self.wall, self.cpu)

    def runs(self, wall: float, cpu: float = 0.0) -> None:
        self.wall += wall
        self.cpu += cpu


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(clocks, "now", clock)
    monkeypatch.setattr(clocks, "age", lambda: 12.0)
    monkeypatch.setattr(clocks, "peak_mb", lambda: 50.0)
    return clock


def test_every_second_is_counted_once(clock: Clock) -> None:
    run = Timings()
    clock.runs(0.25)
    with run.stage("read") as read:
        clock.runs(2, 1)
        with run.stage("verify", items=7):
            clock.runs(3, 6)
        clock.runs(1, 1)
        read.items = 5
    with run.stage("verify", items=1):
        clock.runs(1, 1)
    clock.runs(0.5, 0.5)
    assert run.stages() == [
        Stage(name="start", wall=12.0, cpu=10.0),
        Stage(name="verify", items=8, wall=4.0, cpu=7.0, peak_mb=50.0),
        Stage(name="read", items=5, wall=3.0, cpu=2.0, peak_mb=50.0),
        Stage(name="rest", wall=0.75, cpu=0.5, peak_mb=50.0),
    ]


def test_a_stage_that_fails_is_counted(clock: Clock) -> None:
    run = Timings()

    def fails() -> None:
        clock.runs(2)
        raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"), run.stage("read"):
        fails()
    with run.stage("draw"):
        clock.runs(1)
    assert [(s.name, s.wall) for s in run.stages()[1:]] == [("read", 2), ("draw", 1), ("rest", 0)]


def test_the_table_has_a_sum(clock: Clock) -> None:
    run = Timings()
    with run.stage("read", items=1000):
        clock.runs(2, 1)
    assert timings.table(run.stages()).split("\n") == [
        "stage               items   wall s    CPU s  peak MB",
        "start                        12.00    10.00",
        "read                 1000     2.00     1.00       50",
        "rest                          0.00     0.00       50",
        "total                        14.00    11.00       50",
    ]
    assert run.plain()["stages"][1] == {
        "name": "read",
        "items": 1000,
        "wall": 2.0,
        "cpu": 1.0,
        "peak_mb": 50.0,
    }


def test_processes_that_were_waited_for_count() -> None:
    run = Timings()
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    with run.stage("child"):
        subprocess.run([sys.executable, "-c", busy], check=True)
    start, child, _ = run.stages()
    assert child.cpu >= 0.29
    assert start.wall >= 0.0
    assert 1 < child.peak_mb < 100_000


def test_the_start_is_as_old_as_the_process() -> None:
    begun = time.perf_counter()
    script = "import time; time.sleep(0.3); from generator.work import Timings;"
    script += "print(Timings().stages()[0].wall)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    took = time.perf_counter() - begun
    if sys.platform == "linux":
        assert 0.29 <= float(done.stdout) <= took + 0.02  # clock ticks


def test_a_build_says_where_the_time_went(toy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copyfile(ROOT / "mkdocs.yml", toy / "mkdocs.yml")
    shutil.copytree(ROOT / "site_config/theme", toy / "site_config/theme")
    own_pages(toy)
    monkeypatch.setitem(ENVIRONMENT, "FACTCHECK_TIMINGS", "1")
    monkeypatch.setitem(ENVIRONMENT, "FACTCHECK_TIMINGS_FILE", "took.json")
    done = mkdocs("build", "--quiet", cwd=toy)
    assert done.returncode == 0, done.stderr
    head, *rows = done.stderr.strip().split("\n")
    assert head.split() == ["stage", "items", "wall", "s", "CPU", "s", "peak", "MB"]
    stages = {
        stage["name"]: stage for stage in json.loads((toy / "took.json").read_text())["stages"]
    }
    assert [*stages, "total"] == [row[:17].strip() for row in rows]
    assert {*stages} >= {"start", "read", "pages and exports", "share pictures", "rest"}
    assert stages["pages and exports"]["items"] > stages["share pictures"]["items"] > 1
    assert all(stages[name]["wall"] > 0 for name in stages)
    monkeypatch.setitem(ENVIRONMENT, "FACTCHECK_TIMINGS", "perhaps")
    done = mkdocs("build", "--quiet", cwd=toy)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "FACTCHECK_TIMINGS is 'perhaps'; it may be 'on' or 'off'" in done.stdout + done.stderr
