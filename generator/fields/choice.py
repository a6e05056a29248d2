"""One of a few words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema


class Choice(StrEnum):
    """One of a few words. Behind each stands what it means, which editors show beside it."""

    meaning: str

    def __new__(cls, value: str, meaning: str) -> Self:
        """Make the word a member, with what it means."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Add the meanings, under the name that editors read."""
        found = handler(schema)
        handler.resolve_ref_schema(found)["enumDescriptions"] = [word.meaning for word in cls]
        return found
