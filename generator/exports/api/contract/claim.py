"""A check: the statement under review, its evidence, its verdict and its history."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from generator.exports.api.contract.base import Record, Reference, Resource
from generator.exports.api.contract.passage import Evidence
from generator.exports.api.contract.references import (
    PersonReference,
    RelatedClaim,
    StaffReference,
    VerdictReference,
)
from generator.exports.api.contract.words import (
    Address,
    ClaimStatus,
    HistoryKind,
    Id,
    Language,
    Question,
    When,
)

_DAY_OF_CHANGE = "The day of the newest entry of the history."
_MARKDOWN = "How the evidence leads to the verdict, in Markdown without HTML."


class HistoryEntry(Resource):
    """A dated change that readers were told of."""

    date: date
    kind: HistoryKind = Field(description="What happened.")
    note: str = Field(description="What changed and why.")
    verdict_before: Id | None = Field(description="The former verdict, where it changed.")


class Withdrawal(Resource):
    """When and why a claim was taken back."""

    date: date
    reason: str


class Version(Resource):
    """The claim as it was published once, at an address that stays."""

    url: Address = Field(description="The page that shows it.")
    date: date
    digest: str = Field(description="Names what it says, whatever the layout of its file.")
    is_current: bool = Field(description="The claim still says just that.")


class Response(Resource):
    """The right of reply."""

    asked_on: date | None = Field(description="The day on which the claimant was asked.")
    answer: str | None = Field(description="What came back.")
    none_because: str | None = Field(description="Why nobody was asked.")


class ClaimTranslation(Resource):
    """The claim in another language, as far as it is translated."""

    title: str | None
    claim: str | None
    said_in: str | None
    summary: str | None
    by: str = Field(description="Who translated it.")
    date: date


class ClaimSummary(Reference):
    """A claim as it stands in a collection."""

    status: ClaimStatus = Field(description="Whether it stands or was taken back.")
    title: str = Field(description="The headline of the check.")
    claim: str = Field(description="The statement under review.")
    claimant: PersonReference | None = Field(description="Who made it.")
    said_on: When | None = Field(description="Day, month or year in which it was said.")
    verdict: VerdictReference | None
    published_on: date | None = Field(description="The day of the first publication.")
    changed_on: date | None = Field(description=_DAY_OF_CHANGE)


class Claim(Record):
    """A check: a statement under review, the evidence, and the verdict."""

    status: ClaimStatus = Field(description="Whether it stands or was taken back.")
    withdrawal: Withdrawal | None = Field(description="Null for a claim that stands.")
    title: str = Field(description="The headline of the check.")
    claim: str = Field(description="The statement under review.")
    claim_short: str | None = Field(description="The same in at most 74 characters.")
    question: Question = Field(description="What is checked: was it said so, or is it so.")
    claimant: PersonReference | None = Field(description="Who made the claim.")
    claimant_note: str | None = Field(description="Why nobody is named, or what to know of them.")
    said_on: When | None = Field(description="Day, month or year in which it was said.")
    said_in: str | None = Field(description="Where it was said.")
    verdict: VerdictReference | None
    summary: str | None = Field(description="The answer and the reason, in short.")
    analysis: str | None = Field(description=_MARKDOWN)
    evidence: tuple[Evidence, ...]
    single_source_reason: str | None = Field(description="Why one origin is enough.")
    appearances: tuple[Id, ...] = Field(description="Ids of the sources that carry the claim.")
    topics: tuple[Id, ...] = Field(description="Ids.")
    people: tuple[Id, ...] = Field(description="Ids of the persons and bodies it is about.")
    events: tuple[Id, ...] = Field(description="Ids.")
    related: tuple[RelatedClaim, ...]
    response: Response | None
    checked_by: StaffReference | None
    reviewed_by: StaffReference | None
    published_on: date | None = Field(description="The day of the first publication.")
    changed_on: date | None = Field(description=_DAY_OF_CHANGE)
    reviewed_on: date | None = Field(description="The day on which somebody last looked at it.")
    history: tuple[HistoryEntry, ...] = Field(description="Oldest first.")
    versions: tuple[Version, ...] = Field(description="Oldest first.")
    former_ids: tuple[Id, ...] = Field(description="Ids under which it was published before.")
    translations: dict[Language, ClaimTranslation] = Field(description="By language.")
