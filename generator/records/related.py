"""Links from one claim to another."""

from __future__ import annotations

from pydantic import Field

from generator.fields import Choice, Id
from generator.records.base import Model


class RelatedAs(Choice):
    """How a claim stands to another; the other side is derived."""

    REPEATS = "repeats", "says the same as the other"
    CONTRADICTS = "contradicts", "cannot be so when the other is"
    UPDATES = "updates", "says what became of the other later"
    PART_OF = "part-of", "is one statement out of the other"


class Related(Model):
    """A link from one claim to another."""

    claim: Id = Field(
        description="Id of the other claim: its file name without the ending.",
        examples=["ferry-cost"],
    )
    how: RelatedAs = Field(
        alias="as",
        description="How this claim stands to the other; the other's page shows the link too.",
    )
