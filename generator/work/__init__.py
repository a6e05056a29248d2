"""Work on many things: who does it, how far it is, and where its time goes.

Rendering and verifying are maps over independent records. They are written once, as a function
over some of the items and what all of them share, and run in this process, in several of this
machine, or on the machines of a cluster; the results and their order are the same.
"""

from __future__ import annotations

from generator.work.pools import Forked, Pool, Sent, Serial, WorkError
from generator.work.timings import Stage, Timings
from generator.work.work import Shown, Work, unseen

__all__ = [
    "Forked",
    "Pool",
    "Sent",
    "Serial",
    "Shown",
    "Stage",
    "Timings",
    "Work",
    "WorkError",
    "unseen",
]
