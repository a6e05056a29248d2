"""The records are the one schema: frozen, and JSON Schema for editors comes from them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from generator.fields import Choice
from generator.records import (
    Claim,
    Event,
    Model,
    Person,
    Publisher,
    Rating,
    Record,
    Rules,
    Source,
    Topic,
)

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

ROOTS: tuple[type[Model], ...] = (Source, Person, Topic, Event, Claim, Rating, Publisher, Rules)


def models(root: type[Model] = Model) -> list[type[Model]]:
    return [m for child in root.__subclasses__() for m in (child, *models(child))]


@pytest.mark.parametrize("model", models(), ids=lambda m: m.__name__)
def test_json_schema_names_every_key(model: type[Model]) -> None:
    schema = model.model_json_schema(by_alias=True)
    keys = {field.alias or name for name, field in model.model_fields.items()}
    assert set(schema.get("properties", {})) == keys - {"id"}
    assert schema["additionalProperties"] is False
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("model", ROOTS, ids=lambda m: m.__name__)
def test_every_value_in_the_json_schema_has_a_type(model: type[Model]) -> None:
    """No field is left open: an editor can check each."""

    def leaves(node: dict[str, object]) -> list[dict[str, object]]:
        for key in ("anyOf", "allOf"):
            parts = node.get(key)
            if isinstance(parts, list):
                return [leaf for part in parts for leaf in leaves(part)]
        return [node]

    schema = model.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        for name, node in part.get("properties", {}).items():
            for leaf in leaves(node):
                assert leaf.keys() & {"type", "$ref", "enum"}, (part["title"], name)


def test_every_model_with_a_file_is_listed() -> None:
    whole = {model for model in models(Record) if not model.__subclasses__()}
    assert whole | {Publisher, Rules} == set(ROOTS)


@pytest.mark.parametrize("model", models(), ids=lambda m: m.__name__)
def test_every_model_says_what_it_is(model: type[Model]) -> None:
    assert model.__doc__


@pytest.mark.parametrize("model", models(), ids=lambda m: m.__name__)
def test_every_model_is_frozen_and_refuses_unknown_keys(model: type[Model]) -> None:
    assert model.model_config.get("frozen") is True
    assert model.model_config.get("extra") == "forbid"


def test_a_record_cannot_be_changed() -> None:
    topic = Topic(id="boats", name="Boats")
    with pytest.raises(ValidationError, match="frozen"):
        topic.name = "Ships"  # type: ignore[misc]


@pytest.mark.parametrize("model", models(Record), ids=lambda m: m.__name__)
def test_json_schema_does_not_ask_for_the_file_name(model: type[Record]) -> None:
    assert "id" not in model.model_json_schema().get("required", [])


def fields() -> list[tuple[str, FieldInfo]]:
    return [
        (f"{model.__name__}.{name}", field)
        for model in models()
        for name, field in model.model_fields.items()
        if name != "id" and model.__module__.startswith("generator.records.")
    ]


@pytest.mark.parametrize(("name", "field"), fields(), ids=[name for name, _ in fields()])
def test_every_field_is_explained(name: str, field: FieldInfo) -> None:
    said = field.description or ""
    assert said[:1].isupper() or said.startswith(("true", "[")), name
    assert said.endswith((".", "?")), name
    assert field.examples or choices_of(field), f"{name} needs an example"


@pytest.mark.parametrize(("name", "field"), fields(), ids=[name for name, _ in fields()])
def test_examples_are_right(name: str, field: FieldInfo) -> None:
    model = next(m for m in models() if m.__name__ == name.partition(".")[0])
    schema = model.model_json_schema(by_alias=True)
    part = schema["properties"][field.alias or name.partition(".")[2]]
    checker = Draft202012Validator({**part, "$defs": schema.get("$defs", {})})
    for example in field.examples or ():
        checker.validate(example)


def choices_of(field: FieldInfo) -> list[Any]:
    parts = (field.annotation, *get_args(field.annotation))
    return [p for p in parts if isinstance(p, type) and issubclass(p, Choice)]


@pytest.mark.parametrize("choice", Choice.__subclasses__(), ids=lambda c: c.__name__)
def test_every_word_of_a_choice_is_explained(choice: type[Choice]) -> None:
    assert all(word.meaning and word.value == str(word) for word in choice)
    assert [word for word in choice if choice.__members__[word.name] is word] == list(choice)
