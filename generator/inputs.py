"""What a site is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.pages.handwritten import HandwrittenPage
    from generator.problems import Problem


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """All that a site is made from; ``pictures`` are files beside the hand-written pages.

    ``found`` is what the editorial rules found in the records.
    """

    corpus: Corpus
    pages: tuple[HandwrittenPage, ...]
    pictures: tuple[str, ...] = ()
    found: tuple[Problem, ...] = ()

    @property
    def written(self) -> frozenset[str]:
        """The paths of the hand-written pages."""
        return frozenset(page.path for page in self.pages)
