"""What bears on a claim, and which way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from generator.fields import Choice, Day, Id, Line, PassageRef, Prose, Quote, Url
from generator.records.base import Fault, Model
from generator.records.statement import Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records.passage import PassageKind


class Stance(Choice):
    """What a piece of evidence does for the claim."""

    SUPPORTS = "supports", "speaks for the claim"
    REFUTES = "refutes", "speaks against the claim"
    CONTEXT = "context", "helps to understand it and speaks neither for nor against"


class Reference(Model):
    """A public fact outside the captured sources: shown as not captured."""

    title: Line = Field(
        description="What it is, as the page shows it.",
        examples=["Minutes of 3 March"],
    )
    url: Url = Field(
        description="Address at which it can be read.",
        examples=["https://www.example.org/minutes"],
    )
    accessed: Day = Field(description="Day on which it was read.", examples=["2026-11-22"])
    origin: Id | None = Field(
        None,
        description=(
            "Origin that it shares with a source, such as one interview; both then count as one."
        ),
        examples=["council-meeting"],
    )
    quote: tuple[Quote, ...] = Field(
        (),
        description=(
            "Words that the reference prints and this check repeats; no machine compared them, "
            "and the page says so."
        ),
        examples=[["the ferry stays"]],
    )


class Evidence(Model):
    """One piece of evidence: a passage of a source, or a public reference."""

    passage: PassageRef | None = Field(
        None,
        description=(
            "A passage of a captured source, as source#passage: the name of its file in "
            "content/sources/ without the ending, and the passage's id. Give this or 'reference'."
        ),
        examples=["otterby-minutes-march#ferry-stays"],
    )
    reference: Reference | None = Field(
        None,
        description=(
            "A public fact outside the captured sources, shown as not captured. Give this or "
            "'passage'."
        ),
        examples=[
            {
                "title": "Minutes of 3 March",
                "url": "https://www.example.org/minutes",
                "accessed": "2026-11-22",
            }
        ],
    )
    stance: Stance = Field(description="What this evidence does for the claim.")
    note: Prose | None = Field(
        None,
        description="What a reader must know about this evidence.",
        examples=["Both reports rest on one interview."],
    )
    why_counts: Prose | None = Field(
        None,
        description=(
            "For a claim that asks 'fact': why somebody's words prove it here. Without it speech "
            "counts as context."
        ),
        examples=["The office reports its own decision."],
    )

    def faults(self) -> Iterator[Fault]:
        """Exactly one of passage and reference."""
        if (self.passage is None) == (self.reference is None):
            found = "neither a passage nor a reference" if self.passage is None else "both"
            said = f"a piece of evidence names {found}"
            yield Fault((), "inconsistent", said, "give exactly one of 'passage', 'reference'")

    def carries(self, asks: Question, kind: PassageKind | None) -> bool:
        """Whether it can bear a verdict: speech shows that it was said, not that it is so."""
        speech = kind is not None and kind.is_speech
        return asks is Question.SAID or not speech or self.why_counts is not None
