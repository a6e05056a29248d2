"""Passages and other evidence.

What is published here of a source is what its page publishes, no word more: the quotations and
the words around them, all of which count towards the limit of quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from generator import urls
from generator.exports.api.contract.passage import (
    Evidence,
    ExternalReference,
    Passage,
    PassageTranslation,
    QuotedPassage,
)
from generator.records import Kind

if TYPE_CHECKING:
    from generator import records
    from generator.exports.api.contract.references import PersonReference
    from generator.exports.api.making.naming import Namer


class _Fields(TypedDict):
    id: str
    url: str
    quotation: str
    prefix: str | None
    suffix: str | None
    kind: str
    speaker: PersonReference | None
    at: str | None
    note: str | None
    verification: str
    translations: dict[str, PassageTranslation]


def passage(to: Namer, source_id: str, passage_id: str) -> Passage:
    """Make a passage, for the file of its source."""
    return Passage(**_fields(to, source_id, passage_id))


def evidence(to: Namer, item: records.Evidence) -> Evidence:
    """Make a piece of evidence."""
    return Evidence(
        stance=item.stance.value,
        passage=_quoted(to, item.passage) if item.passage else None,
        reference=_external(item.reference) if item.reference else None,
        note=item.note,
        why_counts=item.why_counts,
    )


def _quoted(to: Namer, reference: str) -> QuotedPassage:
    source_id, _, passage_id = reference.partition("#")
    return QuotedPassage(**_fields(to, source_id, passage_id), source=to.source(source_id))


def _external(item: records.Reference) -> ExternalReference:
    return ExternalReference(
        title=item.title,
        original_url=item.url,
        accessed=item.accessed,
        quotations=item.quote,
    )


def _fields(to: Namer, source_id: str, passage_id: str) -> _Fields:
    record = to.corpus.sources[source_id].passages[passage_id]
    page, key = to.address(urls.page(Kind.SOURCE, source_id)), f"{source_id}#{passage_id}"
    return _Fields(
        id=key,
        url=f"{page}#{passage_id}",
        quotation=record.quote,
        prefix=record.prefix,
        suffix=record.suffix,
        kind=record.kind.value,
        speaker=to.person(record.speaker),
        at=record.at,
        note=record.note,
        verification=to.corpus.verified[key].state.value,
        translations={
            language: PassageTranslation(text=told.text, by=told.by, date=told.date)
            for language, told in record.translations.items()
        },
    )
