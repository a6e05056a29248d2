"""The links from one page of a list to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape
from generator.escape import Safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.pages.linking import Linker

NEAR = 2  # pages on each side that are linked by number
GAP = Safe("…")


def pager(to: Linker, path_of: Callable[[int], str], here: int, count: int) -> Safe:
    """Lead from the page ``here``, counted from 1, to its neighbours and to both ends.

    Empty where there is one page. A link to each page would grow with the number of claims.
    """
    if count == 1:
        return Safe("")
    say = to.words
    place = say.t("Page {page} of {pages}", page=say.number(here), pages=say.number(count))
    parts = [escape.text(place)]
    if here > 1:
        parts.append(escape.related(to.to(say.t("Previous"), path_of(here - 1)), "prev"))
    parts += _numbers(to, path_of, here, count)
    if here < count:
        parts.append(escape.related(to.to(say.t("Next"), path_of(here + 1)), "next"))
    return escape.join(parts, " ")


def _numbers(to: Linker, path_of: Callable[[int], str], here: int, count: int) -> Iterator[Safe]:
    near = range(max(1, here - NEAR), min(count, here + NEAR) + 1)
    last = 0
    for number in sorted({1, *near, count}):
        if number > last + 1:
            yield GAP
        label = to.words.number(number)
        if number == here:
            yield Safe(f"**{escape.text(label)}**{{: aria-current=page }}")
        else:
            yield to.to(label, path_of(number))
        last = number
