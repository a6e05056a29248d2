"""Sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.api.contract.source import Seal, Source, SourceSummary
from generator.exports.api.making.naming import written
from generator.exports.api.making.passage import passage
from generator.records import Kind

if TYPE_CHECKING:
    from generator import records
    from generator.exports.api.making.naming import Namer


def source_summary(to: Namer, record: records.Source) -> SourceSummary:
    """Make a source as it stands in a collection."""
    return SourceSummary(
        **to.named(Kind.SOURCE, record.id),
        title=record.title,
        publisher=record.publisher,
        published=written(record.published),
        language=record.language,
        original_url=record.url,
        media=record.media.value,
        passages=len(record.passages),
    )


def source(to: Namer, record: records.Source) -> Source:
    """Make the file of a source."""
    return Source(
        **to.headed(Kind.SOURCE, record.id),
        language=record.language,
        title=record.title,
        publisher=record.publisher,
        publisher_basis=record.publisher_basis.value,
        publisher_note=record.publisher_note,
        published=written(record.published),
        published_basis=record.published_basis.value,
        published_note=record.published_note,
        original_url=record.url,
        original_url_basis=record.url_basis.value,
        original_url_note=record.url_note,
        archive_url=record.archive_url,
        accessed=record.accessed,
        media=record.media.value,
        status=record.status.value if record.status else None,
        origin=record.origin,
        origin_note=record.origin_note,
        note=record.note,
        seal=_seal(to, record),
        passages=tuple(passage(to, record.id, key) for key in record.passages),
        claims=to.newest_first(to.corpus.links.claims_of_source.get(record.id, ())),
    )


def _seal(to: Namer, record: records.Source) -> Seal | None:
    seal = to.corpus.seals.get(record.id)
    if seal is None:
        return None
    return Seal(
        kind=record.seal.value,
        is_signed=record.id in to.corpus.signed,
        tokens=seal.tokens,
        quoted_tokens=len(to.corpus.quoted_tokens(record)),
    )
