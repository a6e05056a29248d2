"""What the API answers in its first version: the names and types that programs rely on.

These models are apart from those of the records, so that a record can change and the API does
not. What may change here, and what may not, ``changes`` says.
"""

from __future__ import annotations

from generator.exports.api.contract.base import Answer
from generator.exports.api.contract.claim import Claim
from generator.exports.api.contract.collection import (
    ClaimCollection,
    Collection,
    EventCollection,
    PersonCollection,
    SourceCollection,
    TopicCollection,
    VerdictCollection,
)
from generator.exports.api.contract.entry import ChangeLog, Entry
from generator.exports.api.contract.person import Person
from generator.exports.api.contract.source import Source
from generator.exports.api.contract.subject import Event, Topic, Verdict
from generator.records import Kind

__all__ = ["ANSWERS", "COLLECTIONS", "RECORDS", "Answer", "Collection"]

RECORDS: dict[Kind, type[Answer]] = {
    Kind.CLAIM: Claim,
    Kind.SOURCE: Source,
    Kind.PERSON: Person,
    Kind.TOPIC: Topic,
    Kind.EVENT: Event,
    Kind.RATING: Verdict,
}
COLLECTIONS: dict[Kind, type[Collection]] = {
    Kind.CLAIM: ClaimCollection,
    Kind.SOURCE: SourceCollection,
    Kind.PERSON: PersonCollection,
    Kind.TOPIC: TopicCollection,
    Kind.EVENT: EventCollection,
    Kind.RATING: VerdictCollection,
}
# Every kind of file, by the name of its schema.
ANSWERS: dict[str, type[Answer]] = {
    "entry": Entry,
    "changes": ChangeLog,
    **{model.__name__.lower(): model for model in RECORDS.values()},
    **{f"{RECORDS[kind].__name__.lower()}-collection": m for kind, m in COLLECTIONS.items()},
}
