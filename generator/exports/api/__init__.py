"""The records as files of JSON, at addresses that stay: a static API.

One file a record, collections in pages, a JSON Schema for each kind of file, and an OpenAPI
document. It is in the language of the checks; translations stand in the records. It has the
passages that the site shows and no others.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator import urls
from generator.deferred import deferred
from generator.exports.api.offered import offers
from generator.exports.head import Link
from generator.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.exports.api import changes, entry, making, openapi, paging, schemas
    from generator.exports.api.making import naming
    from generator.exports.export import Makers
    from generator.exports.head import Element
    from generator.exports.published import Page, Published
    from generator.records import Kind
else:
    # The models of all answers take a tenth of a second, and what links to the files needs none.
    changes, entry, making, openapi, paging, schemas, naming = (
        deferred(f"{__name__}.{name}")
        for name in ("changes", "entry", "making", "openapi", "paging", "schemas", "making.naming")
    )

__all__ = ["in_head", "of_records", "offers", "outputs"]


def outputs(site: Published) -> Iterator[Output]:
    """Make the collections, the schemas and what tells of them."""
    to = naming.Namer(site.first)
    found = paging.records(to)
    for kind, members in found.items():
        yield from paging.pages(to, kind, members)
    totals = {kind: len(members) for kind, members in found.items()}
    yield Output(urls.API_ENTRY, entry.entry(to, totals).text())
    yield Output(urls.API_CHANGES, changes.change_log(to).text())
    yield from schemas.outputs(to)
    examples = {kind: members[0].id for kind, members in found.items() if members}
    yield Output(urls.OPENAPI, schemas.text(openapi.openapi(to, examples)))


def of_records(edition: Edition) -> Makers:
    """Make the file of a record, which is in the language of the checks."""
    kinds = urls.FOLDERS if edition.is_first else ()
    return {kind: partial(_of_record, naming.Namer(edition), kind) for kind in kinds}


def _of_record(to: naming.Namer, kind: Kind, record_id: str) -> Iterator[Output]:
    record = to.corpus.by_kind[kind][record_id]
    yield Output(urls.resource(kind, record_id), making.RECORD[kind](to, record).text())


def in_head(page: Page) -> Iterator[Element]:
    """Link each record's page to its file, and the list of formats to the description.

    ``service-desc`` is RFC 8631's.
    """
    if page.kind and page.is_public:
        path = urls.resource(page.kind, page.record_id)
        yield Link(rel="alternate", path=path, type="application/json")
    elif page.path == urls.DATA:
        yield Link(rel="service-desc", path=urls.OPENAPI, type="application/json")
