"""Lists of at most 100 rows, and the pages that continue them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from generator import escape, urls
from generator.escape import Safe
from generator.pages.linking import Linker
from generator.pages.pager import pager
from generator.pages.views import (
    ClaimRow,
    Filter,
    Listing,
    ListPage,
)
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.edition import Edition
    from generator.pages.views import Row, View
    from generator.records import Claim


SHOWN = 20  # records that are named beside something else
FILTERED_FROM = 10  # rows; fewer are taken in at a glance


def claim_row(to: Linker, claim: Claim) -> ClaimRow:
    """Make the row of a claim as it shows on the page of ``to``."""
    # On the page of who said it, or of its verdict, every row would repeat the heading.
    elsewhere = claim.claimant and to.path != urls.page(Kind.PERSON, claim.claimant)
    meta = [to.person(claim.claimant)] if claim.claimant and elsewhere else []
    if claim.said_on:
        meta.append(escape.text(to.words.t("said {date}", date=to.words.day(claim.said_on))))
    at_home = claim.verdict and to.path == urls.page(Kind.RATING, claim.verdict)
    return ClaimRow(
        link=to.claim(claim),
        verdict=Safe("") if at_home else to.verdict_of(claim),
        meta=escape.join(meta, " · "),
    )


def some(to: Linker, ids: Sequence[str], link: Callable[[str], Safe]) -> list[Safe]:
    """Link to the first of many records, and say how many more there are."""
    links = [link(id_) for id_ in ids[:SHOWN]]
    if more := len(ids) - len(links):
        links.append(escape.text(to.words.n("and {n} more", "and {n} more", more)))
    return links


def paged(
    edition: Edition,
    first: str,
    title: str,
    records: Sequence[str],
    row: Callable[[Linker, str], Row],
    total: str = "",
    *,
    list_first: str = "",
    by_script: Filter | None = None,
) -> tuple[Listing, list[View]]:
    """Split a list: the part for the page ``first``, and the pages that continue it.

    ``total`` says how many there are. ``list_first`` names the list when the page holds more
    than one; the continuing pages are named after it. ``by_script`` is for a list of claims.
    """
    say, stem = edition.words, list_first or first
    size = urls.PER_LIST if list_first else urls.PER_PAGE
    parts = [records[i : i + size] for i in range(0, len(records), size)] or [[]]
    paths = [first, *(urls.list_page(stem, n) for n in range(2, len(parts) + 1))]
    listings = [
        Listing(
            rows=tuple(row(Linker(edition, path), id_) for id_ in part),
            pager=pager(Linker(edition, path), paths, number),
            total=total,
            filter=by_script,
        )
        for number, (path, part) in enumerate(zip(paths, parts, strict=True))
    ]
    more: list[View] = [
        ListPage(
            path=path,
            title=say.t("{title}, page {page}", title=title, page=say.number(number)),
            description=say.t(
                "{title}: page {page} of {pages}.",
                title=title,
                page=say.number(number),
                pages=say.number(len(paths)),
            ),
            intro=Linker(edition, path).to(say.t("Back to {title}", title=title), first),
            listing=listing,
        )
        for number, (path, listing) in enumerate(zip(paths, listings, strict=True), 1)
        if number > 1
    ]
    return listings[0], more


def claim_pages(
    edition: Edition,
    first: str,
    title: str,
    claims: Iterable[str],
    *,
    list_first: str = "",
    only: str = "",
) -> tuple[Listing, list[View]]:
    """Split a list of claims, newest check first.

    ``only`` says which of all claims these are, for the script that filters: ``topic=crimea``.
    """
    ids = sorted(claims, key=edition.corpus.rank.__getitem__)

    def row(to: Linker, id_: str) -> Row:
        return claim_row(to, to.corpus.claims[id_])

    total = edition.words.n("{n} claim", "{n} claims", len(ids))
    by_script = _filter(only, list_first) if len(ids) >= FILTERED_FROM else None
    return paged(edition, first, title, ids, row, total, list_first=list_first, by_script=by_script)


def _filter(only: str, list_first: str) -> Filter:
    name = posixpath.basename(list_first).removesuffix(".md")
    # Ids and names of our own: nothing in them needs escaping.
    return Filter(
        rows=Safe(urls.ROWS), only=Safe(only), name=Safe(f"{name}-") if name else Safe("")
    )
