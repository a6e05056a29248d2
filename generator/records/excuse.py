"""The excuse from an editorial rule, which most records may hold."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from generator.fields import Day, Line, Prose
from generator.records.base import Model


class Excuse(Model):
    """Why an editorial rule does not fit a record, and until when nobody need ask again."""

    rule: Line = Field(
        description="Code of the rule, as a problem prints it in square brackets.",
        examples=["verdict-evidence"],
    )
    reason: Prose = Field(
        description="Why the rule does not fit here. The page of the check shows it.",
        examples=["The minutes are lost; the speech is all that is left."],
    )
    until: Day = Field(
        description="Last day on which the excuse holds; after it the rule speaks again.",
        examples=["2027-06-30"],
    )


EXCUSED: Any = Field(
    (),
    description=(
        "Editorial rules that do not fit this record, each with the reason and the last day on "
        "which the excuse holds."
    ),
    examples=[
        [{"rule": "verdict-evidence", "reason": "The minutes are lost.", "until": "2027-06-30"}]
    ],
)
