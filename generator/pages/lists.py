"""Lists of claims, and links to the first of many records."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from generator import escape, urls
from generator.escape import Safe
from generator.pages.stretch import stretches
from generator.pages.views import ClaimRow, Filter
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.edition import Edition
    from generator.pages.linking import Linker
    from generator.pages.stretch import Stretch


SHOWN = 20  # records that are named beside something else
FILTERED_FROM = 10  # rows; fewer are taken in at a glance

# What the search can be asked for, of what a list is of; all claims are of nothing.
_ASKED = ("", "verdict", "claimant", "topic", "source", "year")


def claim_row(to: Linker, claim_id: str) -> ClaimRow:
    """Make the row of a claim as it shows on the page of ``to``."""
    claim = to.corpus.claims[claim_id]
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


def of_claims(
    edition: Edition,
    first: str,
    title: str,
    claims: Iterable[str],
    *,
    list_first: str = "",
    only: str = "",
) -> tuple[Stretch, ...]:
    """Split a list of claims, newest check first.

    ``only`` says which of all claims these are, for the script that filters: ``topic=crimea``.
    """
    ids = sorted(claims, key=edition.corpus.rank.__getitem__)
    total = edition.words.n("{n} claim", "{n} claims", len(ids))
    by_script, asked = None, ""
    if len(ids) >= FILTERED_FROM:
        if edition.corpus.is_filtered:
            by_script = _filter(only, list_first)
        elif only.partition("=")[0] in _ASKED:
            asked = "&".join(filter(None, (f"kind={Kind.CLAIM}", only)))
    return stretches(
        first,
        title,
        ids,
        claim_row,
        total,
        list_first=list_first,
        by_script=by_script,
        asked=asked,
    )


def _filter(only: str, list_first: str) -> Filter:
    name = posixpath.basename(list_first).removesuffix(".md")
    # Ids and names of our own: nothing in them needs escaping.
    return Filter(
        rows=Safe(urls.ROWS), only=Safe(only), name=Safe(f"{name}-") if name else Safe("")
    )
