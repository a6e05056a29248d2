"""The collector of cycles rests where it has nothing to find, and is left as it was."""

from __future__ import annotations

import gc
import weakref

from generator.hosts import collector


class Knot:
    """A thing that only the collector can let go of."""

    def __init__(self) -> None:
        self.own = self


def test_it_looks_less_often_for_a_while() -> None:
    before = gc.get_threshold()
    with collector.patient():
        assert gc.get_threshold() == (collector.OFTEN, *before[1:])
    assert gc.get_threshold() == before


def test_what_is_read_while_it_rests_is_passed_over() -> None:
    with collector.resting():
        assert not gc.isenabled()
        frozen, knot = gc.get_freeze_count(), Knot()
    assert gc.isenabled()
    assert gc.get_freeze_count() > frozen
    gone = weakref.ref(knot)
    del knot
    gc.collect()
    assert gone() is not None
    # The next build of the same process looks once more.
    with collector.resting():
        assert gone() is None
    gc.unfreeze()
