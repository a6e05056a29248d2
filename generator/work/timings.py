"""Where the time of a run goes, stage by stage.

Whoever orchestrates measures: a function that only makes a value knows nothing of this.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from generator.work import clocks
from generator.work.clocks import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

START, REST = "start", "rest"


@dataclass(kw_only=True)
class Stage:
    """What a stage took; ``items`` is how many things it went through, 0 where none are counted.

    ``wall`` and ``cpu`` are seconds without those of stages within it; ``cpu`` counts processes
    that it started and waited for. ``peak_mb`` is the most memory that any one process of the run
    has held until the end of the stage, 0 where the system does not say.
    """

    name: str
    items: int = 0
    wall: float = 0.0
    cpu: float = 0.0
    peak_mb: float = 0.0


class Timings:
    """Measures the stages of one run; a stage that comes again adds to what it took before."""

    def __init__(self) -> None:
        self._begun = clocks.now()
        self._before = Moment(clocks.age(), clocks.now().cpu)
        self._inner = [Moment(0.0, 0.0)]  # by depth, what stages within the running ones took
        self._stages: dict[str, Stage] = {}

    @contextmanager
    def stage(self, name: str, items: int = 0) -> Iterator[Stage]:
        """Measure what is done within; ``items`` of what it gives may be set when they are known.

        Nothing else of what it gives is known before the end.
        """
        counted = Stage(name=name, items=items)
        begun = clocks.now()
        self._inner.append(Moment(0.0, 0.0))
        try:
            yield counted
        finally:
            took = clocks.now() - begun
            own = took - self._inner.pop()
            self._inner[-1] = self._inner[-1] + took
            self._add(counted, own)

    def _add(self, counted: Stage, own: Moment) -> None:
        kept = self._stages.setdefault(counted.name, Stage(name=counted.name))
        kept.items += counted.items
        kept.wall += own.wall
        kept.cpu += own.cpu
        kept.peak_mb = clocks.peak_mb()

    def stages(self) -> list[Stage]:
        """Return the start of the program, every stage that has ended, and the rest of the run."""
        rest = clocks.now() - self._begun - self._inner[0]
        peak = clocks.peak_mb()
        return [
            Stage(name=START, wall=self._before.wall, cpu=self._before.cpu),
            *self._stages.values(),
            Stage(name=REST, wall=rest.wall, cpu=rest.cpu, peak_mb=peak),
        ]

    def plain(self) -> dict[str, list[dict[str, str | float]]]:
        """Return the stages as plain data, for programs."""
        return {"stages": [_rounded(stage) for stage in self.stages()]}


def table(stages: list[Stage]) -> str:
    """Write stages and their sum in columns, a line each."""
    head = f"{'stage':<16}{'items':>9}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}"
    total = Stage(
        name="total",
        wall=sum(stage.wall for stage in stages),
        cpu=sum(stage.cpu for stage in stages),
        peak_mb=max(stage.peak_mb for stage in stages),
    )
    return "\n".join([head, *map(_row, stages), _row(total)])


def _row(stage: Stage) -> str:
    items = stage.items or ""
    peak = f"{stage.peak_mb:.0f}" if stage.peak_mb else ""
    return f"{stage.name:<16}{items:>9}{stage.wall:>9.2f}{stage.cpu:>9.2f}{peak:>9}".rstrip()


def _rounded(stage: Stage) -> dict[str, str | float]:
    return {
        name: round(value, 4) if isinstance(value, float) else value
        for name, value in asdict(stage).items()
    }
