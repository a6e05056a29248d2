"""The entry of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.exports.api.changes import VERSION
from generator.exports.api.contract import RECORDS
from generator.exports.api.contract.entry import (
    CollectionLink,
    Entry,
    Licence,
    PublisherReference,
)

if TYPE_CHECKING:
    from generator.exports.api.making.naming import Namer
    from generator.records import Kind

COVERS = (
    "The records and texts of this site. Quoted passages belong to their publishers and are "
    "quoted for criticism and review: the licence does not cover them."
)


def entry(to: Namer, totals: dict[Kind, int]) -> Entry:
    """Make the file. ``totals`` says how many records there are of a kind."""
    publisher, address = to.corpus.publisher, to.address
    return Entry(
        described_by=to.schema("entry"),
        version=VERSION,
        publisher=PublisherReference(
            name=publisher.name, url=publisher.url, contact=publisher.contact
        ),
        language=publisher.language,
        as_of=to.corpus.as_of,
        licence=Licence(name=publisher.licence.name, url=publisher.licence.url, covers=COVERS),
        collections=tuple(_collection(to, kind, total) for kind, total in totals.items()),
        openapi_url=address(urls.OPENAPI),
        changes_url=address(urls.API_CHANGES),
    )


def _collection(to: Namer, kind: Kind, total: int) -> CollectionLink:
    address = to.address
    return CollectionLink(
        name=urls.FOLDERS[kind],
        total=total,
        url=address(urls.collection(kind)),
        record_pattern=address(urls.resource(kind, "{id}")),
        yaml_pattern=address(urls.raw(kind, "{id}")),
        schema_url=to.schema(RECORDS[kind].__name__.lower()),
    )
