"""A project built warm where it lies and cold elsewhere, and what differs."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.edits import asking, comparing
from tests.edits.building import COLD, LIGHT, Order, by_command
from tests.edits.comparing import Snapshot

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.edits.asking import Question
    from tests.edits.building import Builder

SHOWN = 5  # differences that are told in full
# What a project is not made from; a build must not need the texts of the archive either.
KEPT = shutil.ignore_patterns("site", ".cache", "archive")


@dataclass(frozen=True, kw_only=True)
class Compared:
    """What was wrong with a warm tree, and what the build did to it.

    ``changed`` files say something else than before, ``written`` ones were written anew.
    """

    wrong: tuple[str, ...] = ()
    changed: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Pair:
    """The project at ``home/warm``, its cold copy in another folder, and the site of each."""

    home: Path

    def here(self, *, is_preview: bool = False) -> Order:
        """Order the warm tree, without what takes long; a preview has a tree of its own."""
        root = self.home / "warm"
        site = self.home / "served" if is_preview else root / "site"
        return Order(root=root, site=site, is_preview=is_preview, environment=LIGHT)

    def elsewhere(self, here: Order) -> Order:
        """Copy what the project is made from and order a tree of it that nothing kept enters."""
        root = self.home / "elsewhere" / "cold"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(here.root, root, ignore=KEPT)
        environment = {**here.environment, **COLD}
        return replace(here, root=root, site=root / "site", environment=environment)

    def compare(self, here: Order, warm: Builder, cold: Builder) -> Compared:
        """Build both trees and compare them."""
        before, start = Snapshot.of(here.site), time.time_ns()
        if said := warm(here):
            return Compared(wrong=(f"built warm: {said}",))
        after = Snapshot.of(here.site)
        elsewhere = self.elsewhere(here)
        if said := cold(elsewhere):
            return Compared(wrong=(f"built cold: {said}",))
        found = comparing.differences(here.site, elsewhere.site)
        return Compared(
            wrong=_first([f"{one.path}: {one.said}" for one in found]),
            changed=frozenset(before.changed(after)),
            written=frozenset(after.since(start)),
        )

    def ask(self, asked: Sequence[Question]) -> Compared:
        """Build both trees by the command line, with all their parts, and compare its answers."""
        here = replace(self.here(), environment={})
        found = self.compare(here, by_command, by_command)
        if found.wrong:
            return found
        cold = self.home / "elsewhere" / "cold" / "site"
        return replace(found, wrong=_first(asking.differing(here.site, cold, asked)))


def _first(wrong: list[str]) -> tuple[str, ...]:
    more = len(wrong) - SHOWN
    return (*wrong[:SHOWN], f"and {more} more") if more > 0 else tuple(wrong)
