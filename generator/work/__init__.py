"""How the work of a long run is measured."""

from __future__ import annotations

from generator.work.timings import Stage, Timings

__all__ = ["Stage", "Timings"]
