"""What a machine says of a process: its time, its age and its memory."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import resource


@dataclass(frozen=True)
class Moment:
    """Seconds of the clock on the wall, and of all processors."""

    wall: float
    cpu: float

    def __sub__(self, other: Moment) -> Moment:
        return Moment(self.wall - other.wall, self.cpu - other.cpu)

    def __add__(self, other: Moment) -> Moment:
        return Moment(self.wall + other.wall, self.cpu + other.cpu)


def now() -> Moment:
    """Read the clocks; processor time counts children that this process has waited for."""
    ended = os.times()
    cpu = time.process_time() + ended.children_user + ended.children_system
    return Moment(time.perf_counter(), cpu)


def age() -> float:
    """Return the seconds since this process began; its CPU time where the system tells no more."""
    try:
        # proc_pid_stat(5): the 22nd field, in clock ticks since the system was booted.
        ticks = int(Path("/proc/self/stat").read_text("utf-8").rpartition(")")[2].split()[19])
        return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, AttributeError, ValueError):
        return time.process_time()


def peak_mb() -> float:
    """Return the most megabytes that this process or one of its children has held; 0: unknown."""
    if sys.platform == "win32":
        return 0.0
    unit = 1_000_000 if sys.platform == "darwin" else 1_000  # getrusage(2) of each system
    every = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(who).ru_maxrss for who in every) / unit
