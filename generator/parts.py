"""The parts that a site is made of: each can be made alone, or kept from an earlier build.

A part says by its reads what it depends on. It may be kept while the digest of all of them, of
the settings, of the program and of what it was given beside the records is the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.reads import recording
from generator.watched import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.exports.published import Page
    from generator.output import Output
    from generator.problems import Problem
    from generator.reads import Read
    from generator.watched import Digests

# What stands in the tree of an edition; of a public page, what exports know of it.
Made = tuple["Output", "Page | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some outputs that are made together. No two parts of a site have one name.

    ``beside`` is the digest of what it is made of besides the records that ``digests`` judges.
    ``judge`` tells what is wrong with what is made.
    """

    name: str
    make: Callable[[], Iterable[Made]]
    digests: Digests
    beside: str = ""
    judge: Callable[[], Iterable[Problem]] = tuple

    def made(self) -> Result:
        """Make it, and note what was read."""
        with recording() as reads:
            made, problems = tuple(self.make()), tuple(self.judge())
        # In one order in every process, which a set of texts has not.
        ordered = tuple(sorted(reads, key=repr))
        stamp = self.stamp(ordered)
        return Result(made=made, reads=ordered, stamp=stamp, problems=problems)

    def stamp(self, reads: Iterable[Read]) -> str:
        """Return the digest of all that a result with these reads depends on."""
        return digest(self.beside, self.digests.settings, self.digests.of_all(reads))


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was made of a part, what was read for it, the digest of that, and what is wrong."""

    made: tuple[Made, ...]
    reads: tuple[Read, ...]
    stamp: str
    problems: tuple[Problem, ...]
