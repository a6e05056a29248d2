"""One page of the site that can be made without the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.stretch import continued

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.edition import Edition
    from generator.pages.stretch import Stretch
    from generator.pages.views import View


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """A page that is known and not made yet.

    ``make`` takes the edition and each of ``stretches``: what the page holds of lists was found
    out beforehand. Beside that, the page depends on what ``make`` reads of the edition alone.
    """

    path: str
    make: Callable[..., View]
    stretches: tuple[Stretch, ...] = ()

    @property
    def given(self) -> str:
        """What was found out for it beforehand, as one text to compare."""
        return repr(self.stretches)

    def view(self, edition: Edition) -> View:
        """Make the page."""
        return self.make(edition, *self.stretches)


def views(edition: Edition, leaves: Iterable[Leaf]) -> Iterator[View]:
    """Make the pages, one after the other."""
    return (leaf.view(edition) for leaf in leaves)


def rest(*lists: tuple[Stretch, ...]) -> Iterator[Leaf]:
    """Return the pages that continue lists; the first page of each is another's to make."""
    for stretches in lists:
        for stretch in stretches[1:]:
            yield Leaf(path=stretch.path, make=continued, stretches=(stretch,))
