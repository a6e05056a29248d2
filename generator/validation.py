"""Data of one file to one record, with every fault as a Problem at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, get_origin

from pydantic import BaseModel, ValidationError

from generator.codes import CODES
from generator.problems import Problem, nearest
from generator.records import Model

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic_core import ErrorDetails

    from generator.yamltext import Data, Document, Path

M = TypeVar("M", bound=Model)

_ID_IS = {False: "the file name is the id", True: "the key above is the id"}

_TYPES = {
    "string_type": "text",
    "tuple_type": "a list",
    "too_short": "at least one entry",
    "list_type": "a list",
    "dict_type": "a mapping of 'key: value' lines",
    "model_type": "a mapping of 'key: value' lines",
    "model_attributes_type": "a mapping of 'key: value' lines",
}


def validate(
    model: type[M],
    data: Mapping[str, Data],
    document: Document,
    *,
    at: Path = (),
    **given: object,
) -> tuple[M | None, list[Problem]]:
    """Make a record of ``model`` from ``data``, found in ``document`` at the path ``at``.

    ``given`` are fields that the reader knows and the file must not hold (the id). Returns
    None for the record when there is a problem; all problems of it are returned at once.
    """
    problems = [
        _unknown(document, (*at, key), model, f"'{key}' is not written: {_ID_IS[bool(at)]}")
        for key in given
        if key in data
    ]
    try:
        record = model.model_validate({**data, **given})
    except ValidationError as error:
        errors = error.errors(include_url=False)
        found = [_problem(document, at, model, e) for e in errors]
        return None, [*problems, *_without_echoes(errors, found)]
    faults = [
        Problem(f.code, document.at((*at, *f.path)), f.message, f.hint) for f in record.faults()
    ]
    problems += faults
    return (None if problems else record), problems


def _without_echoes(errors: list[ErrorDetails], found: list[Problem]) -> list[Problem]:
    """Leave out a missing key where a misspelt one is told: one slip, one problem."""
    meant = {
        (error["loc"][:-1], problem.hint)
        for error, problem in zip(errors, found, strict=True)
        if error["type"] == "extra_forbidden"
    }
    return [
        problem
        for error, problem in zip(errors, found, strict=True)
        if error["type"] != "missing"
        or (error["loc"][:-1], f"did you mean '{error['loc'][-1]}'?") not in meant
    ]


def _problem(document: Document, at: Path, model: type[Model], error: ErrorDetails) -> Problem:
    loc: Path = (*at, *error["loc"])
    if loc and loc[-1] == "[key]":
        return _custom(error, document, loc[:-1], key=True)
    kind = error["type"]
    if kind == "missing":
        return _missing(document, loc)
    if kind == "extra_forbidden":
        return _unknown(document, loc, _model_at(model, error["loc"][:-1]))
    if kind in _TYPES:
        return _wrong_type(document, loc, _TYPES[kind], error["input"])
    return _choice(error, document, loc) if kind == "enum" else _custom(error, document, loc)


def _missing(document: Document, loc: Path) -> Problem:
    hint = f"add a line '{loc[-1]}: …' (null where the value is not known)"
    said = f"the key '{loc[-1]}' is missing{_in_what(loc)}"
    return Problem("missing-field", document.at(loc[:-1]), said, hint)


def _choice(error: ErrorDetails, document: Document, loc: Path) -> Problem:
    if not isinstance(error["input"], str):
        return _wrong_type(document, loc, "one word", error["input"])
    allowed = [word.strip("'") for word in _expected(error)]
    said = f"'{error['input']}' is not one of the words for '{_name(loc)}'"
    return Problem("not-a-choice", document.at(loc), said, "write " + _either(allowed))


def _custom(error: ErrorDetails, document: Document, loc: Path, *, key: bool = False) -> Problem:
    code = error["type"] if error["type"] in CODES else "bad-value"
    context = error.get("ctx", {})
    said = f"{_name(loc)}: {error['msg']}" if loc else error["msg"]
    return Problem(code, document.at(loc, key=key), said, str(context.get("hint", "")))


def _unknown(
    document: Document, loc: Path, model: type[BaseModel] | None, said: str = ""
) -> Problem:
    known = _keys(model) if model else []
    hint = "" if said else nearest(str(loc[-1]), known)
    if not hint and not said:
        hint = "known keys: " + ", ".join(known)
    said = said or f"the key '{loc[-1]}' is unknown{_in_what(loc)}"
    return Problem("unknown-key", document.at(loc, key=True), said, hint)


def _wrong_type(document: Document, loc: Path, wanted: str, found: object) -> Problem:
    if found is None:
        said = f"{_name(loc)}: the value is missing; {wanted} belongs here"
        return Problem("empty-text", document.at(loc), said)
    kind = (
        "text" if isinstance(found, str) else "a list" if isinstance(found, list) else "a mapping"
    )
    what = kind if found else "nothing"
    hint = ""
    if wanted == "a list" and isinstance(found, str):
        hint = f"write each entry on a line of its own: '- {found[:40]}'"
    said = f"{_name(loc)}: {what} stands where {wanted} belongs"
    return Problem("wrong-type", document.at(loc), said, hint)


def _keys(model: type[BaseModel]) -> list[str]:
    names = (field.alias or name for name, field in model.model_fields.items())
    return [name for name in names if name != "id"]


def _model_at(model: type[BaseModel], loc: Iterable[str | int]) -> type[BaseModel] | None:
    """Follow a path of keys to the model that holds the last of them."""
    here: type[BaseModel] | None = model
    is_entry = False
    for step in loc:
        if is_entry or here is None:
            is_entry = False  # the key or number of an entry, not the name of a field
            continue
        fields = here.model_fields.items()
        field = next((f for name, f in fields if step == (f.alias or name)), None)
        if field is None:
            return None
        here = _inner(field.annotation)
        is_entry = get_origin(field.annotation) in (dict, tuple)
    return here


def _inner(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    parts = getattr(annotation, "__args__", ())
    return next((found for part in reversed(parts) if (found := _inner(part))), None)


def _name(loc: Path) -> str:
    """Name a place as a contributor would: the last key, with its number in a list."""
    last = loc[-1]
    return f"{loc[-2]}, entry {last + 1}" if isinstance(last, int) and len(loc) > 1 else str(last)


def _in_what(loc: Path) -> str:
    return f" in '{_name(loc[:-1])}'" if len(loc) > 1 else ""


def _expected(error: ErrorDetails) -> list[str]:
    words = str(error.get("ctx", {}).get("expected", ""))
    return words.replace(" or ", ", ").split(", ")


def _either(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
