"""Lines to paste for keys that a record lacks, made from the schema."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from generator.fields import PartialDate
from generator.records import Claim, Evidence, HistoryEntry, Model, Response

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic.fields import FieldInfo

OPEN = "…"  # what is to be filled in

# What a new entry shows where the schema requires one of several keys.
_SHOWN: dict[type[Model], tuple[str, ...]] = {
    Evidence: ("passage", "stance"),
    Response: ("none_because",),
}
_FIXED: dict[tuple[type[Model], str], str] = {
    (Claim, "format"): "1",
    (HistoryEntry, "kind"): "published",
}


def lines(model: type[Model], keys: Iterable[str]) -> list[str]:
    """Return the lines of ``keys`` of a record, with "…" or the choices for each value."""
    return [row for key in keys for row in _field(model, key)]


def field_of(model: type[Any], key: str) -> FieldInfo | None:
    """Return the field that is written as ``key``."""
    fields = model.model_fields.items()
    return next((field for name, field in fields if key == (field.alias or name)), None)


def takes_null(model: type[Any] | None, key: str) -> bool:
    """Whether null may stand behind a key."""
    field = field_of(model, key) if model else None
    return field is not None and NoneType in get_args(field.annotation)


def _field(model: type[Model], key: str) -> Iterator[str]:
    field = field_of(model, key)
    if field is None or (model, key) in _FIXED:
        yield f"{key}: {_FIXED.get((model, key), OPEN)}"
        return
    first, *rest = _value(field.annotation)
    if rest or not first:
        yield f"{key}:"
        yield from (f"  {row}" for row in (first, *rest) if row)
    else:
        yield f"{key}: {first}"


def _value(annotation: Any) -> list[str]:  # noqa: ANN401 - whatever a field is annotated with
    """Return the lines of a value: one for text, an empty one first for what stands below."""
    if get_origin(annotation) is Annotated:
        return _value(get_args(annotation)[0])
    parts = [part for part in get_args(annotation) if part not in (NoneType, Ellipsis)]
    if get_origin(annotation) is tuple:
        first, *rest = [row for row in _value(parts[0]) if row]
        return ["", f"- {first}", *(f"  {row}" for row in rest)]
    if get_origin(annotation) is dict:
        return ["", f"{OPEN}:", *(f"  {row}" for row in _value(parts[1]) if row)]
    if parts:
        return _value(parts[0])
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return ["", *lines(annotation, _required(annotation))]
    return [_word(annotation)]


def _word(annotation: object) -> str:
    if annotation in (date, PartialDate):
        return "YYYY-MM-DD"
    if annotation is bool:
        return "true|false"
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return "|".join(annotation)
    return OPEN


def _required(model: type[Model]) -> Iterable[str]:
    fields = model.model_fields.items()
    required = [field.alias or name for name, field in fields if field.is_required()]
    return _SHOWN.get(model) or [key for key in required if key != "id"]
