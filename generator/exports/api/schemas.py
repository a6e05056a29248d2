"""The JSON Schema of each kind of file (draft 2020-12)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from generator import escape, urls
from generator.exports.api.contract import ANSWERS
from generator.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.exports.api.making.naming import Namer

Schema = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"


class Plain(GenerateJsonSchema):
    """Keeps the order of the fields, and leaves out titles, which repeat their names."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002 - pydantic's signature
        """Leave the keys in the order in which they are declared."""
        return value

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 - the same
        """Give no field a title."""
        return False


@cache
def schema(name: str) -> Schema:
    """Return the schema of a kind of file, without its address."""
    model = ANSWERS[name]
    found = model.model_json_schema(mode="serialization", schema_generator=Plain)
    return {"$schema": DRAFT, **found}


def outputs(to: Namer) -> Iterator[Output]:
    """Make the files."""
    for name in ANSWERS:
        said, *rest = schema(name).items()
        named = dict([said, ("$id", to.schema(name)), *rest])
        yield Output(urls.answer_schema(name), text(named))


def text(value: Schema) -> str:
    """Write JSON as every file of the API is written."""
    return escape.json_lines(value) + "\n"
