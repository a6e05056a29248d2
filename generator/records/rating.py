"""The verdicts of the scale, and the evidence that each needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from generator.fields import Choice, Language, Line, Prose, WholeNumber
from generator.records.base import Fault, Record
from generator.records.evidence import Stance
from generator.records.statement import Question
from generator.records.translation import RatingTranslation

if TYPE_CHECKING:
    from collections.abc import Iterator


class Needs(Choice):
    """Which evidence a verdict rests on."""

    SUPPORTS = "supports", "at least one piece that supports the claim"
    REFUTES = "refutes", "at least one piece that refutes it"
    BOTH = "both", "at least one of each"
    NONE = "none", "no evidence for or against"

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The stances of which there must be at least one piece each."""
        both = (Stance.SUPPORTS, Stance.REFUTES)
        return {Needs.BOTH: both, Needs.NONE: ()}.get(self) or tuple(
            stance for stance in both if stance.value == self.value
        )


class Colour(Choice):
    """Accent colours; each reads on light and dark, and a label always stands beside it."""

    GREEN = "green", "usual for: it is so"
    TEAL = "teal", "usual for: it was said so"
    AMBER = "amber", "usual for: nearly"
    ORANGE = "orange", "usual for: mostly not"
    RED = "red", "usual for: not so"
    VIOLET = "violet", "usual for: sources disagree"
    GREY = "grey", "usual for: not rated"


class Icon(Choice):
    """Signs that tell verdicts apart without colour."""

    CHECK = "check", "a check mark"
    ALMOST = "almost", "a check mark in a ring"
    HALF = "half", "a circle, half full"
    MOSTLY_NOT = "mostly-not", "a cross in a ring"
    CROSS = "cross", "a cross"
    QUESTION = "question", "a question mark"
    DISAGREE = "disagree", "two arrows that point away from each other"
    REWORDED = "reworded", "a wave"


class Rating(Record):
    """One verdict of the scale, an entry of ``site_config/ratings.yml``."""

    label: Line = Field(
        description="What readers see, in one to three words.", examples=["Confirmed quotation"]
    )
    definition: Prose = Field(
        description="When this verdict is given, for readers and for whoever writes a check.",
        examples=["Sources contradict each other, and nothing shown settles which is right."],
    )
    value: WholeNumber | None = Field(
        description=(
            "Place on the scale of truth, from 1 (least true) to 5 (truest); null for a verdict "
            "that does not rate truth."
        ),
        examples=[5],
        json_schema_extra={"minimum": 1, "maximum": 5, "pattern": "^[1-5]$"},
    )
    colour: Colour = Field(description="Accent colour of the verdict.")
    icon: Icon = Field(description="Sign of the verdict.")
    asks: Question = Field(
        description="Which question it answers; only claims that ask the same may have it."
    )
    needs: Needs = Field(
        description="Evidence that a claim with this verdict must show at the least."
    )

    translations: dict[Language, RatingTranslation] = Field(
        {},
        description="The verdict in other languages of the interface, each under its tag.",
        examples=[{"uk": {"label": "Точно"}}],
    )

    def faults(self) -> Iterator[Fault]:
        """The scale runs from 1 to 5: schema.org's bounds when none are given."""
        if self.value is not None and not 1 <= self.value <= 5:  # noqa: PLR2004 - the scale
            hint = "1 to 5, 5 truest; null for a verdict that does not rate truth"
            yield Fault(("value",), "bad-value", f"the value {self.value} is off the scale", hint)
