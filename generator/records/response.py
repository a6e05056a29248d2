"""The right of reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from generator.fields import Day, Prose
from generator.records.base import Fault, Model

if TYPE_CHECKING:
    from collections.abc import Iterator


class Response(Model):
    """Right of reply: when the claimant was asked, what came back, or why nobody asked."""

    asked_on: Day | None = Field(
        None, description="Day on which the claimant was asked.", examples=["2026-11-20"]
    )
    answer: Prose | None = Field(
        None,
        description="What came back; null or absent when nothing has.",
        examples=["The office answered that the sentence was cut."],
    )
    none_because: Prose | None = Field(
        None,
        description="Why nobody was asked, when 'asked_on' is absent.",
        examples=["The check compares texts that are public."],
    )

    def faults(self) -> Iterator[Fault]:
        """Either somebody was asked or a reason is given; an answer has a question."""
        if self.asked_on is None and self.none_because is None:
            said = "the record does not say whether the claimant was asked"
            yield Fault((), "inconsistent", said, "give 'asked_on', or 'none_because'")
        if self.answer is not None and self.asked_on is None:
            yield Fault(("answer",), "inconsistent", "an answer without 'asked_on'")
