"""All addresses of the API as an OpenAPI document (OpenAPI Specification 3.1.0)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from generator import urls
from generator.exports.api.changes import PROMISE, VERSION
from generator.exports.api.contract import ANSWERS, COLLECTIONS, RECORDS
from generator.exports.api.entry import COVERS
from generator.exports.api.schemas import Plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.exports.api.contract import Answer
    from generator.exports.api.making.naming import Namer
    from generator.records import Kind

Part = dict[str, Any]
_REF = "#/components/schemas/{model}"
_FREE = {"type": "object", "description": "A JSON Schema, draft 2020-12."}


def openapi(to: Namer, examples: Mapping[Kind, str]) -> Part:
    """Make the document. ``examples`` is the id of a record of each kind that has one."""
    publisher = to.corpus.publisher
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{publisher.name}: records",
            "version": VERSION,
            "description": "\n".join([f"{COVERS}\n", *(f"- {line}" for line in PROMISE)]),
            "contact": {"name": publisher.name, "url": publisher.url, "email": publisher.contact},
            "license": {"name": publisher.licence.name, "url": publisher.licence.url},
        },
        "servers": [{"url": publisher.url.removesuffix("/")}],
        "tags": [{"name": urls.FOLDERS[kind]} for kind in RECORDS],
        "paths": {f"/{path}": {"get": get} for path, get in _paths(to, examples)},
        "components": {"schemas": _components()},
    }


@cache
def _components() -> Part:
    _, found = models_json_schema(
        [(model, "serialization") for model in ANSWERS.values()],
        ref_template=_REF,
        schema_generator=Plain,
    )
    return dict(found["$defs"])


def _paths(to: Namer, examples: Mapping[Kind, str]) -> Iterator[tuple[str, Part]]:
    entry, log = ANSWERS["entry"], ANSWERS["changes"]
    yield urls.API_ENTRY, _get("entry", "Where a program begins", _json(entry))
    yield urls.API_CHANGES, _get("changes", "What changed in the API", _json(log))
    yield urls.OPENAPI, _get("openapi", "This document", _content({"type": "object"}))
    name = _parameter("name", {"type": "string", "enum": list(ANSWERS)}, "claim")
    schemas = _get("schema", "The JSON Schema of a kind of file", _content(_FREE), name)
    yield urls.answer_schema("{name}"), schemas
    for kind in RECORDS:
        yield from _of_kind(to, kind, examples.get(kind))


def _of_kind(to: Namer, kind: Kind, example: str | None) -> Iterator[tuple[str, Part]]:
    folder, one = urls.FOLDERS[kind], RECORDS[kind].__name__.lower()
    pages, record = _json(COLLECTIONS[kind]), _json(RECORDS[kind])
    if example:
        shown = to.address(urls.resource(kind, example))
        record["application/json"]["examples"] = {example: {"externalValue": shown}}
    number = _parameter("page", {"type": "integer", "minimum": 2}, 2)
    id_ = _parameter("id", {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}, example)
    yaml = {"application/yaml": {"schema": {"type": "string"}}}
    for path, name, summary, content, given in (
        (urls.collection(kind), folder, f"The first page of {folder}", pages, None),
        (urls.collection(kind, "{page}"), f"{folder}-page", "A later page", pages, number),
        (urls.resource(kind, "{id}"), one, f"One {one}", record, id_),
        (urls.raw(kind, "{id}"), f"{one}-yaml", "The record as it was written", yaml, id_),
    ):
        used = given if "{" in path else None
        yield path, _get(name, summary, content, used) | {"tags": [folder]}


def _get(name: str, summary: str, content: Part, parameter: Part | None = None) -> Part:
    answers: Part = {"200": {"description": summary, "content": content}}
    if parameter:
        answers["404"] = {"description": "There is none of that name."}
    return {
        "operationId": name,
        "summary": summary,
        "parameters": [parameter] if parameter else [],
        "responses": answers,
    }


def _json(model: type[Answer]) -> Part:
    return _content({"$ref": _REF.format(model=model.__name__)})


def _content(schema: Part) -> Part:
    return {"application/json": {"schema": schema}}


def _parameter(name: str, schema: Part, example: str | int | None) -> Part:
    found: Part = {"name": name, "in": "path", "required": True, "schema": schema}
    return found | ({"example": example} if example else {})
