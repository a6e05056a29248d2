"""Foreign formats from which drafts of claims are made: one module each, and the dict of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from generator.imports import claimreview

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.imports.block import Block
    from generator.imports.item import Item
    from generator.problems import Position, Problem


class Reader(Protocol):
    """Reads one block of JSON; ``at`` gives the place of an offset in the file."""

    def __call__(
        self, block: Block, at: Callable[[int], Position]
    ) -> tuple[list[Item], list[Problem]]:
        """Return the claims that can be used, and why the others cannot."""


FORMATS: dict[str, Reader] = {"claimreview": claimreview.read}
