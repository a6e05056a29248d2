"""The one schema: what people write, as frozen models that know nothing above them.

Validation, the editors' JSON Schema and the documentation of fields come from here. A record
has no parent, no URL and no HTML; ``id`` is its file name and never a key in its file.
"""

from __future__ import annotations

from generator.records.base import Fault, Kind, Model, Record
from generator.records.claim import Claim, Status
from generator.records.event import Event
from generator.records.evidence import Evidence, Reference, Stance
from generator.records.excuse import Excuse
from generator.records.history import HistoryEntry, HistoryKind
from generator.records.passage import Passage, PassageKind, Translation
from generator.records.person import Person, PersonKind, Role
from generator.records.publisher import Licence, Publisher, ReviewRule, Staff
from generator.records.rating import Colour, Icon, Needs, Rating
from generator.records.related import Related, RelatedAs
from generator.records.response import Response
from generator.records.rules import Rules
from generator.records.source import Basis, Media, SealKind, Source, SourceStatus
from generator.records.statement import CLAIM_SHORT_LIMIT, FORMAT, Question
from generator.records.topic import Topic
from generator.records.translation import ClaimTranslation, NameTranslation

__all__ = [
    "CLAIM_SHORT_LIMIT",
    "FORMAT",
    "Basis",
    "Claim",
    "ClaimTranslation",
    "Colour",
    "Event",
    "Evidence",
    "Excuse",
    "Fault",
    "HistoryEntry",
    "HistoryKind",
    "Icon",
    "Kind",
    "Licence",
    "Media",
    "Model",
    "NameTranslation",
    "Needs",
    "Passage",
    "PassageKind",
    "Person",
    "PersonKind",
    "Publisher",
    "Question",
    "Rating",
    "Record",
    "Reference",
    "Related",
    "RelatedAs",
    "Response",
    "ReviewRule",
    "Role",
    "Rules",
    "SealKind",
    "Source",
    "SourceStatus",
    "Staff",
    "Stance",
    "Status",
    "Topic",
    "Translation",
]
