"""Claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.api.contract.claim import (
    Claim,
    ClaimSummary,
    ClaimTranslation,
    HistoryEntry,
    Response,
    Version,
    Withdrawal,
)
from generator.exports.api.contract.references import RelatedClaim
from generator.exports.api.making.naming import written
from generator.exports.api.making.passage import evidence
from generator.permalinks import permalinks
from generator.records import HistoryKind, Kind, RelatedAs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator import records
    from generator.exports.api.making.naming import Namer

# The side that the record writes, and the side that is derived from it.
RELATION = {
    (RelatedAs.REPEATS, False): "repeats",
    (RelatedAs.REPEATS, True): "repeated-by",
    (RelatedAs.CONTRADICTS, False): "contradicts",
    (RelatedAs.CONTRADICTS, True): "contradicted-by",
    (RelatedAs.UPDATES, False): "updates",
    (RelatedAs.UPDATES, True): "updated-by",
    (RelatedAs.PART_OF, False): "part-of",
    (RelatedAs.PART_OF, True): "has-part",
}


def claim_summary(to: Namer, record: records.Claim) -> ClaimSummary:
    """Make a claim as it stands in a collection."""
    return ClaimSummary(
        **to.named(Kind.CLAIM, record.id),
        status=record.status.value,
        title=record.title,
        claim=record.claim,
        claimant=to.person(record.claimant),
        said_on=written(record.said_on),
        verdict=to.verdict(record.verdict),
        published_on=record.published_on,
        changed_on=record.changed_on,
    )


def claim(to: Namer, record: records.Claim) -> Claim:
    """Make the file of a claim."""
    return Claim(
        **to.headed(Kind.CLAIM, record.id),
        language=to.corpus.publisher.language,
        status=record.status.value,
        withdrawal=_withdrawal(record),
        title=record.title,
        claim=record.claim,
        claim_short=record.claim_short,
        question=record.asks.value,
        claimant=to.person(record.claimant),
        claimant_note=record.claimant_note,
        said_on=written(record.said_on),
        said_in=record.said_in,
        verdict=to.verdict(record.verdict),
        summary=record.summary,
        analysis=record.analysis,
        evidence=tuple(evidence(to, item) for item in record.evidence),
        single_source_reason=record.single_source_reason,
        appearances=record.appearances,
        topics=record.topics,
        people=record.people,
        events=record.events,
        related=tuple(_related(to, record.id)),
        response=_response(record.response) if record.response else None,
        checked_by=to.staff(record.checked_by),
        reviewed_by=to.staff(record.reviewed_by),
        published_on=record.published_on,
        changed_on=record.changed_on,
        reviewed_on=record.reviewed_on,
        history=tuple(map(_entry, record.history)),
        versions=tuple(_versions(to, record.id)),
        former_ids=record.former_ids,
        translations={
            language: _translation(told) for language, told in record.translations.items()
        },
    )


def _withdrawal(record: records.Claim) -> Withdrawal | None:
    ends = (entry for entry in record.history if entry.kind is HistoryKind.WITHDRAWN)
    return next((Withdrawal(date=end.date, reason=end.note) for end in ends), None)


def _related(to: Namer, claim_id: str) -> Iterator[RelatedClaim]:
    for link in to.corpus.links.relations.get(claim_id, ()):
        yield RelatedClaim(
            **to.named(Kind.CLAIM, link.other),
            title=to.corpus.claims[link.other].title,
            relation=RELATION[link.how, link.derived],
        )


def _response(record: records.Response) -> Response:
    return Response(
        asked_on=record.asked_on, answer=record.answer, none_because=record.none_because
    )


def _entry(record: records.HistoryEntry) -> HistoryEntry:
    return HistoryEntry(
        date=record.date,
        kind=record.kind.value,
        note=record.note,
        verdict_before=record.verdict_before,
    )


def _versions(to: Namer, claim_id: str) -> Iterator[Version]:
    for link in permalinks(to.corpus, claim_id):
        yield Version(
            url=to.address(link.path),
            date=link.version.date,
            digest=link.version.digest,
            is_current=link.is_current,
        )


def _translation(record: records.ClaimTranslation) -> ClaimTranslation:
    return ClaimTranslation(
        title=record.title,
        claim=record.claim,
        said_in=record.said_in,
        summary=record.summary,
        by=record.by,
        date=record.date,
    )
