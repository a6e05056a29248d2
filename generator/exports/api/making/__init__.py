"""Records to answers of the API, a module a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.api.making.claim import claim, claim_summary
from generator.exports.api.making.person import person, person_summary
from generator.exports.api.making.source import source, source_summary
from generator.exports.api.making.subject import (
    event,
    event_summary,
    topic,
    topic_summary,
    verdict,
    verdict_summary,
)
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from generator.exports.api.contract import Answer
    from generator.exports.api.contract.base import Reference
    from generator.exports.api.making.naming import Namer

__all__ = ["RECORD", "SUMMARY"]

RECORD: Mapping[Kind, Callable[[Namer, Any], Answer]] = {
    Kind.CLAIM: claim,
    Kind.SOURCE: source,
    Kind.PERSON: person,
    Kind.TOPIC: topic,
    Kind.EVENT: event,
    Kind.RATING: verdict,
}
SUMMARY: Mapping[Kind, Callable[[Namer, Any], Reference]] = {
    Kind.CLAIM: claim_summary,
    Kind.SOURCE: source_summary,
    Kind.PERSON: person_summary,
    Kind.TOPIC: topic_summary,
    Kind.EVENT: event_summary,
    Kind.RATING: verdict_summary,
}
