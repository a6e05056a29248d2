"""The links from one page of a list to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape
from generator.escape import Safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.pages.linking import Linker

NEAR = 2  # pages on each side that are linked by number
GAP = Safe("…")


def pager(to: Linker, paths: Sequence[str], here: int) -> Safe:
    """Lead from the page at ``here``, counted from 0, to its neighbours and to both ends.

    Empty where there is one page. A link to each page would grow with the number of claims.
    """
    if len(paths) == 1:
        return Safe("")
    say = to.words
    place = say.t("Page {page} of {pages}", page=say.number(here + 1), pages=say.number(len(paths)))
    parts = [escape.text(place)]
    if here:
        parts.append(escape.related(to.to(say.t("Previous"), paths[here - 1]), "prev"))
    parts += _numbers(to, paths, here)
    if here + 1 < len(paths):
        parts.append(escape.related(to.to(say.t("Next"), paths[here + 1]), "next"))
    return escape.join(parts, " ")


def _numbers(to: Linker, paths: Sequence[str], here: int) -> Iterator[Safe]:
    near = range(max(0, here - NEAR), min(len(paths), here + NEAR + 1))
    last = -1
    for number in sorted({0, *near, len(paths) - 1}):
        if number > last + 1:
            yield GAP
        label = to.words.number(number + 1)
        if number == here:
            yield Safe(f"**{escape.text(label)}**{{: aria-current=page }}")
        else:
            yield to.to(label, paths[number])
        last = number
