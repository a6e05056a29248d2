"""The tables whose rows belong to one claim each: evidence, links, history, versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import evidence
from generator.exports.tables.table import (
    Table,
    Type,
    optional,
    ordered,
    refers,
    text,
    typed,
)
from generator.permalinks import permalinks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.exports.published import Published
    from generator.exports.tables.table import Row
    from generator.records import Claim, Reference

CLAIM = refers("claim_id", "claims", "The claim.")
POSITION = typed("position", Type.INTEGER, "Place in the list of the claim, from 1.")


def _evidence(site: Published) -> Iterator[Row]:
    for claim in ordered(site.corpus.claims):
        for position, item in enumerate(claim.evidence, 1):
            yield {
                "claim_id": claim.id,
                "position": position,
                "stance": item.stance.value,
                "passage_id": item.passage,
                "carries": evidence.carries(site.corpus, claim, item),
                "origin": evidence.origin(site.corpus, item),
                "note": item.note,
                "why_counts": item.why_counts,
                **_reference(item.reference),
            }


def _reference(cited: Reference | None) -> Row:
    return {
        "reference_title": cited.title if cited else None,
        "reference_url": cited.url if cited else None,
        "reference_accessed": cited.accessed if cited else None,
        "reference_quotes": list(cited.quote) if cited else [],
    }


def _history(site: Published) -> Iterator[Row]:
    for claim in ordered(site.corpus.claims):
        for position, entry in enumerate(claim.history, 1):
            yield {
                "claim_id": claim.id,
                "position": position,
                "date": entry.date,
                "kind": entry.kind.value,
                "note": entry.note,
                "verdict_before_id": entry.verdict_before,
            }


def _versions(site: Published) -> Iterator[Row]:
    for claim in ordered(site.corpus.claims):
        for link in permalinks(site.corpus, claim.id):
            then = link.version.record
            yield {
                "claim_id": claim.id,
                "digest": link.version.digest,
                "date": link.version.date,
                "is_current": link.is_current,
                "title": then.title,
                "claim": then.claim,
                "verdict": then.verdict,
                "summary": then.summary,
                "page": site.address(link.path),
            }


def _related(site: Published) -> Iterator[Row]:
    for claim in ordered(site.corpus.claims):
        for link in claim.related:
            if link.claim in site.corpus.claims:  # the other may be a draft
                yield {"claim_id": claim.id, "other_id": link.claim, "relation": link.how.value}


def _translations(site: Published) -> Iterator[Row]:
    for claim in ordered(site.corpus.claims):
        for language, said in sorted(claim.translations.items()):
            yield {
                "claim_id": claim.id,
                "language": language,
                "title": said.title,
                "claim": said.claim,
                "said_in": said.said_in,
                "summary": said.summary,
                "translated_by": said.by,
                "translated_on": said.date,
            }


def _pairs(column: str, ids: Callable[[Claim], Iterable[str]]) -> Callable[[Published], list[Row]]:
    def rows(site: Published) -> list[Row]:
        claims = ordered(site.corpus.claims)
        return [{"claim_id": claim.id, column: id_} for claim in claims for id_ in ids(claim)]

    return rows


def _linking(
    name: str, column: str, table: str, description: str, ids: Callable[[Claim], Iterable[str]]
) -> Table:
    """Make a table that links claims to records of another table."""
    return Table(
        name=name,
        description=description,
        key=("claim_id", column),
        rows=_pairs(column, ids),
        columns=(CLAIM, refers(column, table, "What the claim is linked to.")),
    )


EVIDENCE = Table(
    name="evidence",
    description="What bears on each claim: a passage of a captured source, or a reference.",
    key=("claim_id", "position"),
    rows=_evidence,
    columns=(
        CLAIM,
        POSITION,
        text("stance", "'supports', 'refutes' or 'context'."),
        refers("passage_id", "passages", "The passage; null for a reference.", needed=False),
        typed(
            "carries",
            Type.BOOLEAN,
            "Whether it can bear the verdict: speech shows that something was said, not that it "
            "is so.",
        ),
        text("origin", "What it goes back to; evidence of one origin counts once."),
        optional("note", "What to know about this evidence."),
        optional("why_counts", "Why somebody's words prove a fact here."),
        optional("reference_title", "Title of a public reference outside the captured sources."),
        optional("reference_url", "Address of the reference."),
        optional("reference_accessed", "Day on which the reference was read.", Type.DATE),
        typed(
            "reference_quotes",
            Type.LIST,
            "Words that the reference prints; no machine compared them.",
        ),
    ),
)
HISTORY = Table(
    name="history",
    description="What happened to each claim since it was published, oldest first.",
    key=("claim_id", "position"),
    rows=_history,
    columns=(
        CLAIM,
        POSITION,
        typed("date", Type.DATE, "Day of the change."),
        text("kind", "'published', 'update', 'correction', 'verdict-change' or 'withdrawn'."),
        text("note", "What changed and why."),
        refers("verdict_before_id", "ratings", "The verdict before a change.", needed=False),
    ),
)
VERSIONS = Table(
    name="versions",
    description="Each claim as it was published, at an address that stays, oldest first.",
    key=("claim_id", "digest"),
    label="title",
    rows=_versions,
    columns=(
        CLAIM,
        text("digest", "SHA-256 of the canonical record."),
        typed("date", Type.DATE, "Day of the newest entry of its history."),
        typed("is_current", Type.BOOLEAN, "Whether the claim still says just that."),
        text("title", "Headline of that version."),
        text("claim", "The statement under review, in that version."),
        text("verdict", "Id of its verdict, which the scale of today may not have."),
        text("summary", "The answer and the reason, in that version."),
        text("page", "Address of the page of this version."),
    ),
)
RELATED = Table(
    name="related",
    description="Links from a claim to another, as the first states them.",
    key=("claim_id", "other_id"),
    rows=_related,
    columns=(
        CLAIM,
        refers("other_id", "claims", "The other claim."),
        text("relation", "'repeats', 'contradicts', 'updates' or 'part-of' the other claim."),
    ),
)
TRANSLATIONS = Table(
    name="claim_translations",
    description="Claims in other languages; what is null is not translated.",
    key=("claim_id", "language"),
    rows=_translations,
    columns=(
        CLAIM,
        text("language", "Language of the translation (BCP 47)."),
        optional("title", "The headline, translated."),
        optional("claim", "The statement, translated."),
        optional("said_in", "Where it was said, translated."),
        optional("summary", "The answer and the reason, translated."),
        text("translated_by", "Who translated it."),
        typed("translated_on", Type.DATE, "Day of the translation."),
    ),
)
APPEARANCES = _linking(
    "claim_appearances",
    "source_id",
    "sources",
    "The sources that carry each claim.",
    lambda claim: claim.appearances,
)
TOPICS = _linking(
    "claim_topics", "topic_id", "topics", "The topics of each claim.", lambda claim: claim.topics
)
PEOPLE = _linking(
    "claim_people",
    "person_id",
    "people",
    "The persons and bodies that each claim is about.",
    lambda claim: claim.people,
)
EVENTS = _linking(
    "claim_events",
    "event_id",
    "events",
    "The events that each claim belongs to.",
    lambda claim: claim.events,
)
