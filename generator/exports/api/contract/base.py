"""What all answers of the API have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from generator.exports.api.contract.words import Address, Id, Language

if TYPE_CHECKING:
    from typing import Any


def _leave_open(schema: dict[str, Any]) -> None:
    """Let a schema accept fields that it does not know: later ones are no breach."""
    schema.pop("additionalProperties", None)


class Resource(BaseModel):
    """A part of an answer. Every field is always there; what is not known is null."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", serialize_by_alias=True, json_schema_extra=_leave_open
    )


class Answer(Resource):
    """A whole file."""

    described_by: Address = Field(
        serialization_alias="$schema", description="The JSON Schema of this file."
    )

    def text(self) -> str:
        """Return the file: indented by one, so that it can be read and a change can be seen."""
        return self.model_dump_json(indent=1) + "\n"


class Reference(Resource):
    """A record that has a page and a file of its own."""

    id: Id = Field(description="The id of the record: its file name without the ending.")
    url: Address = Field(description="Its page on this site.")
    json_url: Address = Field(description="The same as JSON.")


class Record(Answer):
    """A record as a file of its own."""

    id: Id = Field(description="The id of the record: its file name without the ending.")
    url: Address = Field(description="Its page on this site.")
    json_url: Address = Field(description="This file.")
    yaml_url: Address = Field(description="The record as its authors wrote it.")
    licence_url: Address = Field(
        description="The terms for the words of this site; quoted passages are excepted."
    )
    language: Language = Field(description="The language of its texts, as a BCP 47 tag.")
