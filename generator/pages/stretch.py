"""A list that goes on over several pages: first which records are on which, then the rows of one.

Who is on a page is found by grouping and sorting ids; no row is made for it. A page of the list
is made from its own stretch and the records of that, without the other pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator import escape, urls
from generator.pages.linking import Linker
from generator.pages.pager import pager
from generator.pages.views import Listing, ListPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.edition import Edition
    from generator.escape import Safe
    from generator.pages.views import Filter, Row


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """What one page holds of a list.

    ``ids`` are what ``row`` makes rows of: at most 100 records, or places in records. ``first``
    is the page on which the list begins, which is called ``title``; ``stem`` names the pages
    that continue it. ``number`` is that of the page, counted from 1, and ``count`` how many
    there are. ``total`` says how many rows there are. A list of claims has ``by_script``, or
    ``asked``, what the search is asked for the same claims, or nothing when it is short.
    """

    first: str
    stem: str
    title: str
    ids: tuple[str, ...]
    number: int
    count: int
    total: str
    by_script: Filter | None
    asked: str
    # A function shows as its place in memory: it is of the program, and not of the list.
    row: Callable[[Linker, str], Row] = field(repr=False)

    @property
    def path(self) -> str:
        """The page on which it stands."""
        return self.path_of(self.number)

    def path_of(self, number: int) -> str:
        """Return a page of the list, counted from 1."""
        return self.first if number == 1 else urls.list_page(self.stem, number)

    def listing(self, edition: Edition) -> Listing:
        """Make the rows, and the links to the rest."""
        to = Linker(edition, self.path)
        return Listing(
            rows=tuple(self.row(to, id_) for id_ in self.ids),
            pager=pager(to, self.path_of, self.number, self.count),
            total=self._total(to),
            filter=self.by_script,
        )

    def _total(self, to: Linker) -> str | Safe:
        if not self.asked:
            return self.total
        link = to.asked(to.words.t("Search these claims"), self.asked)
        return escape.join([escape.text(self.total), link], " · ")


def stretches(
    first: str,
    title: str,
    ids: Sequence[str],
    row: Callable[[Linker, str], Row],
    total: str = "",
    *,
    list_first: str = "",
    by_script: Filter | None = None,
    asked: str = "",
) -> tuple[Stretch, ...]:
    """Split a list; the first stretch, which may be empty, is for the page ``first``.

    ``list_first`` names the list when that page holds more than one.
    """
    size = urls.PER_LIST if list_first else urls.PER_PAGE
    parts = [tuple(ids[i : i + size]) for i in range(0, len(ids), size)] or [()]
    return tuple(
        Stretch(
            first=first,
            stem=list_first or first,
            title=title,
            ids=part,
            number=number,
            count=len(parts),
            total=total,
            by_script=by_script,
            asked=asked,
            row=row,
        )
        for number, part in enumerate(parts, 1)
    )


def continued(edition: Edition, stretch: Stretch) -> ListPage:
    """Make a page that continues a list."""
    say, title = edition.words, stretch.title
    number, count = say.number(stretch.number), say.number(stretch.count)
    to = Linker(edition, stretch.path)
    return ListPage(
        path=stretch.path,
        title=say.t("{title}, page {page}", title=title, page=number),
        description=say.t(
            "{title}: page {page} of {pages}.", title=title, page=number, pages=count
        ),
        intro=to.to(say.t("Back to {title}", title=title), stretch.first),
        listing=stretch.listing(edition),
    )
