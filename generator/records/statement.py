"""The statement that a claim puts under review, and who made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from generator.fields import Choice, Id, Line, Prose, When, WholeNumber
from generator.records.base import Fault, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = 1  # of the records of claims; generator.migrations moves older ones to it
CLAIM_SHORT_LIMIT = 74  # Google's ClaimReview: claimReviewed stays under 75 characters


class Question(Choice):
    """What a claim asks: whether it was said so, or whether it is so."""

    SAID = "said", "was it said so?"
    FACT = "fact", "is it so?"


class Statement(Record):
    """What a claim begins with: the statement under review, who made it, when and where."""

    format: WholeNumber = Field(
        description="Version of the record format: always 1.",
        examples=[1],
        json_schema_extra={"minimum": 1, "maximum": 1, "pattern": "^1$"},
    )
    title: Line = Field(
        description="Headline of the check: a neutral question, no verdict in it.",
        examples=["Did the mayor say that the bridge is safe?"],
    )
    claim: Line = Field(
        description="The statement under review, in one sentence.",
        examples=["The mayor said that the bridge is safe."],
    )
    claim_short: Line | None = Field(
        None,
        description=(
            "The claim in at most 74 characters, for lists and search engines; required when the "
            "claim is longer."
        ),
        examples=["The mayor: the bridge is safe"],
        json_schema_extra={"maxLength": CLAIM_SHORT_LIMIT},
    )
    asks: Question = Field(
        description=(
            "What is checked: that it was said, or that it is so. For 'fact', what somebody said "
            "proves nothing by itself."
        )
    )
    claimant: Id | None = Field(
        description=(
            "Id of the person or body who made the claim: a file in content/people/ without its "
            "ending; null with 'claimant_note'."
        ),
        examples=["ada-quill"],
    )
    claimant_note: Prose | None = Field(
        None,
        description="Why no claimant is named, or what must be known about the one who is.",
        examples=["The report does not say who spoke."],
    )
    said_on: When | None = Field(
        None,
        description="When it was said: the day, or month or year when no more is known.",
        examples=["2022-05-31"],
    )
    said_in: Line | None = Field(
        None,
        description="Where it was said: an interview, a speech, a post.",
        examples=["Interview with the Otterby Herald"],
    )
    appearances: tuple[Id, ...] = Field(
        (),
        description=(
            "The sources that carry the claim: names of files in content/sources/ without the "
            "ending."
        ),
        examples=[["otterby-herald-ferry"]],
    )

    def faults(self) -> Iterator[Fault]:
        """The format is known; a long claim has a short form; nobody is left out unsaid."""
        if self.format != FORMAT:
            said = f"format {self.format} is unknown"
            yield Fault(("format",), "bad-value", said, f"write {FORMAT}")
        limit = CLAIM_SHORT_LIMIT
        if self.claim_short is None and len(self.claim) > limit:
            said = f"the claim has {len(self.claim)} characters and there is no 'claim_short'"
            hint = f"add 'claim_short' with at most {limit}"
            yield Fault(("claim",), "missing-field", said, hint, ("claim_short",))
        if self.claim_short and len(self.claim_short) > limit:
            said = f"'claim_short' has {len(self.claim_short)} characters; at most {limit}"
            yield Fault(("claim_short",), "too-large", said)
        if self.claimant is None and self.claimant_note is None:
            hint = "say in 'claimant_note' why nobody is named"
            said = "the claim has no claimant"
            yield Fault(("claimant",), "missing-field", said, hint, ("claimant_note",))
