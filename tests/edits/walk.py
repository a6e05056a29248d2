"""A row of random edits of one project, and what became of its trees at each."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from generator import site
from generator.problems import has_errors
from tests.edits import asking
from tests.edits.accidents import ACCIDENTS
from tests.edits.building import lasting, passing
from tests.edits.comparing import Snapshot
from tests.edits.edits import EDITS, FAULTS, fitting
from tests.edits.pair import Compared, Pair
from tests.edits.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.edits.building import Builder, Order

BLOCK = 10  # steps in a row of one kind: new processes, or one preview that goes on
FAULT_EVERY, ACCIDENT_EVERY = 5, 3  # steps


@dataclass(frozen=True, kw_only=True)
class Step:
    """What one step did, and how the trees compared then."""

    number: int
    did: str
    found: Compared

    def __str__(self) -> str:
        counts = f"{len(self.found.changed)} files changed, {len(self.found.written)} written"
        return "\n".join([f"{self.number}: {self.did}: {counts}", *self.found.wrong])


class Walk:
    """Edits a project below ``home`` step by step; the same seed and count do the same."""

    def __init__(self, home: Path, *, seed: int, claims: int) -> None:
        self.seed = seed
        self.pair = Pair(home)
        self.project = Project.made(self.pair.here().root, claims)
        self.asked = asking.questions(self.project)
        self._random = Random(seed)
        self._coming: list[str] = []  # names of edits

    def steps(self, count: int, *, asks_every: int) -> Iterator[Step]:
        """Take so many steps, in blocks of new processes and of one preview in turn."""
        with passing() as new:
            for first in range(0, count, BLOCK):
                end = min(first + BLOCK, count)
                is_preview = first // BLOCK % 2 == 1
                yield from self._block(range(first, end), new, is_preview=is_preview)
                if end % asks_every == 0:
                    found = self.pair.ask(self.asked)
                    yield Step(number=end - 1, did="asked the index", found=found)

    def _block(self, numbers: range, new: Builder, *, is_preview: bool) -> Iterator[Step]:
        with ExitStack() as stack:
            builder = stack.enter_context(lasting()) if is_preview else new
            here = self.pair.here(is_preview=is_preview)
            builder(here)  # of the edits of another block this tree knows nothing yet
            for number in numbers:
                is_due = number % FAULT_EVERY == FAULT_EVERY - 1
                fault = self._fault(number, here, builder) if is_due else ()
                accident = "" if is_preview else self._accident(number, here)
                edit = self._edit(number)
                found = self.pair.compare(here, builder, new)
                how = "preview" if is_preview else f"build{accident}"
                found = replace(found, wrong=(*fault, *found.wrong))
                yield Step(number=number, did=f"{how}, {edit}", found=found)

    def _edit(self, number: int) -> str:
        """Edit the project; each edit comes once before the half of them comes again."""
        if len(self._coming) < len(EDITS) // 2:
            self._coming += self._random.sample(sorted(EDITS), len(EDITS))
        edit, said = fitting(self.project, self._coming, f"{self.seed}-{number}")
        self._coming.remove(edit.name)
        # A preview would show the problems of one that is not, and compare nothing.
        assert not has_errors(site.read(self.project.root)[1]), said
        return f"{edit.name}, {said}"

    def _accident(self, number: int, here: Order) -> str:
        """Let something befall the site or what is kept, each third step."""
        if number % ACCIDENT_EVERY != ACCIDENT_EVERY - 1:
            return ""
        name = self._random.choice(list(ACCIDENTS))
        ACCIDENTS[name](here, Random(f"{self.seed}-{number}"))
        return f" after {name}"

    def _fault(self, number: int, here: Order, builder: Builder) -> tuple[str, ...]:
        """Make a mistake, build, and mend it; the site of a build must not be touched."""
        sound, before = self.project.state(), Snapshot.of(here.site)
        names = self._random.sample(sorted(FAULTS), len(FAULTS))
        fault, did = fitting(self.project, names, f"{self.seed}-{number}")
        said = builder(here)
        touched = before.touched(Snapshot.of(here.site))
        self.project.restore(sound)
        if here.is_preview:  # which shows the problem, and the next step that it is gone
            return ()
        wrong = [] if said else [f"{fault.name} was built: {did}"]
        wrong += [f"{fault.name} touched {min(touched)}: {did}"] if touched else []
        return tuple(wrong)
