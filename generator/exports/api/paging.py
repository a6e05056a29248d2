"""Collections of records, a page of at most 100 at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.exports.api.contract import COLLECTIONS, RECORDS
from generator.exports.api.making import SUMMARY
from generator.output import Output
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.exports.api.making.naming import Namer
    from generator.records import Record


def records(to: Namer) -> dict[Kind, Sequence[Record]]:
    """Return the public records of each kind in the order of their collection."""
    found = to.corpus.by_kind
    by_id = {kind: [members[id_] for id_ in sorted(members)] for kind, members in found.items()}
    return {**by_id, Kind.CLAIM: to.corpus.newest_claims}


def pages(to: Namer, kind: Kind, members: Sequence[Record]) -> Iterator[Output]:
    """Make the pages of a collection; an empty one has one page."""
    model, summary = COLLECTIONS[kind], SUMMARY[kind]
    count = max(1, -(-len(members) // urls.PER_PAGE))
    addresses = [to.address(urls.collection(kind, n)) for n in range(1, count + 1)]
    for place, first in enumerate(range(0, max(1, len(members)), urls.PER_PAGE)):
        page = model(
            described_by=to.schema(f"{RECORDS[kind].__name__.lower()}-collection"),
            total=len(members),
            page=place + 1,
            pages=count,
            first=addresses[0],
            previous=addresses[place - 1] if place else None,
            next=addresses[place + 1] if place + 1 < count else None,
            last=addresses[-1],
            items=tuple(summary(to, one) for one in members[first : first + urls.PER_PAGE]),
        )
        yield Output(urls.collection(kind, place + 1), page.text())
