"""The JSON Schemas by which an editor checks and completes a record while it is written.

They are draft 2020-12, made from ``records``; ``factcheck schema`` writes them.
"""

from __future__ import annotations

import json
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from generator import emission
from generator.records import Claim, Event, Person, Publisher, Rating, Rules, Source, Topic

if TYPE_CHECKING:
    from generator.records import Model

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
MODELS: dict[str, type[Model]] = {
    "claim": Claim,
    "source": Source,
    "person": Person,
    "topic": Topic,
    "event": Event,
    "publisher": Publisher,
    "ratings": Rating,
    "rules": Rules,
}
ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"


class _Unsorted(GenerateJsonSchema):
    """Leaves keys in the order in which they are declared, in examples too."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002 - pydantic's signature
        return value


def schema(name: str) -> Schema:
    """Return the schema of a kind of file; in ``ratings`` each id has a rating."""
    found = _tidy(MODELS[name].model_json_schema(by_alias=True, schema_generator=_Unsorted))
    if name == "ratings":
        found = _mapping_of(found, "Rating", "The rating scale, in the order of the site.")
    return {"$schema": DRAFT, **found}


def text(name: str) -> str:
    """Return the file of a schema."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def _mapping_of(found: Schema, title: str, description: str) -> Schema:
    definitions = found.pop("$defs", {})
    return {
        "$defs": {**definitions, title: found},
        "title": "Ratings",
        "description": description,
        "type": "object",
        "propertyNames": {"pattern": ID_PATTERN},
        "additionalProperties": {"$ref": f"#/$defs/{title}"},
    }


def _tidy(node: Any) -> Any:  # noqa: ANN401 - JSON
    """Bring what pydantic makes into the form that editors show best."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = _without_null({key: _tidy(value) for key, value in node.items()})
    if not kept.get("default", True):
        del kept["default"]  # an editor would write it: "claim_short: null"
    if isinstance(kept.get("description"), str):
        kept |= _described(kept["description"], kept.pop("examples", []))
    for name, field in kept.get("properties", {}).items():
        field["title"] = name  # else an editor shows the title of the record above each key
    return kept


def _described(docstring: str, examples: list[Any]) -> Schema:
    """Write the hover text.

    Examples stand in it and nowhere else: of ``examples`` an editor makes values to insert, and
    a made-up day would stand in a record.
    """
    paragraphs = docstring.replace("``", "'").split("\n\n")
    said = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    if not examples:
        return {"description": said}
    shown = "\n".join(map(_example, examples))
    return {"description": said, "markdownDescription": f"{said}\n\nExample:\n\n{shown}"}


def _example(value: Any) -> str:  # noqa: ANN401 - JSON
    if isinstance(value, dict | list):
        return f"```yaml\n{dedent(emission.dump(value))}```"
    written = str(value).lower() if isinstance(value, bool) else str(value)
    return f"```yaml\n{emission.quoted_where_needed(written, ())}\n```"


def _without_null(node: Schema) -> Schema:
    """Write ``anyOf: [text, null]`` as one type, unless the other is a record of its own."""
    first, *others = node.get("anyOf", [{}])
    if "type" not in first or others != [{"type": "null"}]:
        return node
    kinds = first["type"] if isinstance(first["type"], list) else [first["type"]]
    outer = {key: value for key, value in node.items() if key != "anyOf"}
    return {**first, **outer, "type": [*kinds, "null"]}
