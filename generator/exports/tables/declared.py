"""All tables, in an order in which none refers to a later one."""

from __future__ import annotations

from generator.exports.tables import claims, of_claims, sources, subjects

TABLES = (
    subjects.RATINGS,
    subjects.STAFF,
    subjects.PEOPLE,
    subjects.ROLES,
    subjects.TOPICS,
    subjects.EVENTS,
    sources.SOURCES,
    sources.PASSAGES,
    sources.TRANSLATIONS,
    claims.CLAIMS,
    of_claims.EVIDENCE,
    of_claims.APPEARANCES,
    of_claims.TOPICS,
    of_claims.PEOPLE,
    of_claims.EVENTS,
    of_claims.RELATED,
    of_claims.HISTORY,
    of_claims.VERSIONS,
    of_claims.TRANSLATIONS,
)
