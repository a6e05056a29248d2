"""What the schema says about the layout of a record: order of keys, and where lines may break."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator import emission
from generator.characters import collapse
from generator.emission import STEP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.yamltext import Data

Schema = dict[str, Any]  # a part of a JSON Schema; {} where nothing is known


class Shaper:
    """Brings the data of a record into the form that its schema gives it."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        """Take the whole schema, in which ``$ref`` is looked up."""
        self.schema = dict(schema)

    def ordered(self, data: dict[str, Data]) -> dict[str, Data]:
        """Put the keys in the order of the schema, unknown ones last; join broken lines."""
        found = self._ordered(data, self.schema)
        return found if isinstance(found, dict) else data

    def laid_out(self, data: Data) -> Any:  # noqa: ANN401 - as emission.dump takes it
        """Choose the form of every text."""
        return self._laid_out(data, self.schema, 0, 0)

    def _ordered(self, data: Data, schema: Schema) -> Data:
        if isinstance(data, dict):
            known = [key for key in schema.get("properties", {}) if key in data]
            keys = [*known, *(key for key in data if key not in known)]
            return {key: self._ordered(data[key], self._of_key(schema, key)) for key in keys}
        if isinstance(data, list):
            return [self._ordered(item, self._of_item(schema)) for item in data]
        if data is None or not schema:
            return data
        return data.strip("\n").rstrip() if _keeps_lines(schema) else collapse(data)

    def _laid_out(self, data: Data, schema: Schema, column: int, indent: int) -> Any:  # noqa: ANN401
        """``column`` is where the value begins; what is below it stands at ``indent``."""
        if isinstance(data, dict):
            return {
                emission.key(name): self._laid_out(
                    value, self._of_key(schema, name), indent + len(name) + 2, indent + STEP
                )
                for name, value in data.items()
            }
        if isinstance(data, list):
            inner = indent + STEP
            shape = self._of_item(schema)
            return [self._laid_out(item, shape, inner, inner) for item in data]
        if data is None:
            return emission.NULL
        if _keeps_lines(schema) or (not schema and "\n" in data):
            return emission.lines(data)
        if not schema:
            return emission.quoted_where_needed(data, ())
        return emission.one_line(data, column, indent, _kinds(schema))

    def _of_key(self, schema: Schema, key: str) -> Schema:
        if key in (properties := schema.get("properties", {})):
            return self._resolved(properties[key])
        others = [*schema.get("patternProperties", {}).values(), schema.get("additionalProperties")]
        return self._resolved(next((other for other in others if other), {}))

    def _of_item(self, schema: Schema) -> Schema:
        return self._resolved(schema.get("items", {}))

    def _resolved(self, schema: Schema) -> Schema:
        """Follow a reference; of several alternatives, the first is what is not null."""
        if "anyOf" in schema:
            return self._resolved(schema["anyOf"][0])
        name = schema.get("$ref", "").rpartition("/")[2]
        return self._resolved(self.schema["$defs"][name]) if name else schema


def _keeps_lines(schema: Schema) -> bool:
    return schema.get("contentMediaType") == "text/markdown"


def _kinds(schema: Schema) -> list[str]:
    kinds = schema.get("type", "string")
    return kinds if isinstance(kinds, list) else [kinds]
