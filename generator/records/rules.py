"""The limits of the editorial rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import Field

from generator.fields import Share, WholeNumber
from generator.records.base import Fault, Model

if TYPE_CHECKING:
    from collections.abc import Iterator


POSITIVE: dict[str, Any] = {"minimum": 1}


class Rules(Model):
    """Where the editorial rules draw their lines: ``site_config/rules.yml``, which may be absent.

    A key that is not written has the value given here.
    """

    quotation_limit: Share = Field(
        0.30,
        description=(
            "Share of a source that may be quoted, all its passages together: 0.30 is 30 per cent."
        ),
        examples=[0.3],
    )
    shortest_quotation: WholeNumber = Field(
        3,
        description="Words that a quotation has at least.",
        examples=[3],
        json_schema_extra=POSITIVE,
    )
    longest_omission: WholeNumber = Field(
        60,
        description="Words that one […] may leave out at most.",
        examples=[60],
        json_schema_extra=POSITIVE,
    )
    claims_per_passage: WholeNumber = Field(
        5,
        description=(
            "Published claims that one passage may support or refute before somebody asks for "
            "more sources."
        ),
        examples=[5],
        json_schema_extra=POSITIVE,
    )
    review_after_days: WholeNumber = Field(
        365,
        description="Days after which a published claim must be looked at again.",
        examples=[365],
        json_schema_extra=POSITIVE,
    )
    alike: WholeNumber = Field(
        92,
        description=(
            "From 1 to 100: two claims that are so much alike must be linked or merged. A lower "
            "number finds more of them."
        ),
        examples=[92],
        json_schema_extra={**POSITIVE, "maximum": 100},
    )

    def faults(self) -> Iterator[Fault]:
        """A limit of nothing would refuse every record; alike is a share of 100."""
        for field, value in self:
            if value <= 0:
                yield Fault((field,), "bad-value", f"'{field}' is {value}", "write 1 or more")
        if self.alike > 100:  # noqa: PLR2004 - a percentage
            said = f"'alike' is {self.alike}, and claims are 100 alike at most"
            yield Fault(("alike",), "bad-value", said, "write a number from 1 to 100")
