"""Data of one file to one record, with every fault as a Problem at its place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, get_origin

from pydantic import BaseModel, ValidationError

from generator import mends, outline, slips
from generator.codes import CODES
from generator.fields import is_open
from generator.problems import Mend, Problem, Suggestion, listed, suggest
from generator.records import Model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
_NULLS = {"null": True, "none": False, "nil": False, "n/a": False, "unknown": False, "-": False}


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
        told = [e for e in errors if e["type"] != "missing"]
        found = [_problem(document, at, model, e) for e in told]
        lost = _without_echoes([e["loc"] for e in errors if e["type"] == "missing"], told, found)
        return None, [*problems, *found, *_missing(document, at, model, lost)]
    faults = [
        Problem(
            fault.code,
            document.at((*at, *fault.path)),
            fault.message,
            fault.hint,
            mend=mends.entry(document, (*at, *fault.behind), fault.lines)
            if fault.behind
            else mends.keys(document, at, model, [k for k in fault.keys if k not in data]),
        )
        for fault in record.faults()
    ]
    problems += faults
    return (None if problems else record), problems


def _without_echoes(
    lost: Iterable[Path], told: Sequence[ErrorDetails], found: Sequence[Problem]
) -> list[Path]:
    """Leave out a missing key where a misspelt one is told: one slip, one problem."""
    meant = {
        (error["loc"][:-1], problem.hint)
        for error, problem in zip(told, found, strict=True)
        if error["type"] == "extra_forbidden"
    }
    return [loc for loc in lost if (loc[:-1], f"did you mean '{loc[-1]}'?") not in meant]


def _missing(
    document: Document, at: Path, model: type[Model], lost: Sequence[Path]
) -> Iterator[Problem]:
    """Tell all keys that one mapping lacks at once."""
    for above in dict.fromkeys(loc[:-1] for loc in lost):
        keys = [str(loc[-1]) for loc in lost if loc[:-1] == above]
        loc = (*at, *above)
        owner = _model_at(model, above)
        nulls = [key for key in keys if outline.takes_null(owner, key)]
        verb = "is" if len(keys) == 1 else "are"
        said = f"the key{'s' * (len(keys) > 1)} {listed(keys)} {verb} missing{_in_what((*loc, ''))}"
        hint = f"add {'this line' if len(keys) == 1 else 'these lines'}"
        if nulls:
            hint += (
                f"; {'null' if nulls == keys else f'null behind {listed(nulls)}'} where the value"
            )
            hint += " is not known"
        mend = mends.keys(document, loc, owner, keys) if owner else None
        if _is_cut_off(document, loc, keys):
            said += "; the next entry has nothing else"
            hint = f"delete the '-' before '{keys[0]}' in the next entry, and keep the indentation"
            mend = mends.joined(document, (*loc[:-1], int(loc[-1]) + 1, keys[0]))
        elif mend is None:
            hint += " " + listed([f"{key}: …" for key in keys])
        yield Problem("missing-field", document.at(loc), said, hint, mend=mend)


def _is_cut_off(document: Document, loc: Path, keys: Sequence[str]) -> bool:
    """Whether a "-" too many made an entry of its own of just the keys that one lacks."""
    if not loc or not isinstance(loc[-1], int):
        return False
    below: Data = document.data
    for step in (*loc[:-1], loc[-1] + 1):
        if isinstance(below, dict):
            below = below.get(str(step))
        elif isinstance(below, list) and isinstance(step, int):
            below = below[step] if step < len(below) else None
    return isinstance(below, dict) and list(below) == list(keys)


def _problem(document: Document, at: Path, model: type[Model], error: ErrorDetails) -> Problem:
    loc: Path = (*at, *error["loc"])
    if loc and loc[-1] == "[key]":
        return _bad_key(error, document, loc[:-1])
    kind = error["type"]
    owner = _model_at(model, error["loc"][:-1])
    if kind == "extra_forbidden":
        return _unknown(document, loc, owner)
    if kind in _TYPES:
        inner = _model_at(model, error["loc"])
        return _wrong_type(document, loc, _TYPES[kind], error["input"], inner)
    takes_null = outline.takes_null(owner, str(error["loc"][-1])) if error["loc"] else False
    if kind == "enum":
        return _choice(error, document, loc, takes_null=takes_null)
    return _custom(error, document, loc, takes_null=takes_null)


def _choice(error: ErrorDetails, document: Document, loc: Path, *, takes_null: bool) -> Problem:
    found = error["input"]
    allowed = [word.strip("'") for word in _expected(error)]
    if not isinstance(found, str):
        problem = _wrong_type(document, loc, "one word", found)
        return replace(problem, hint="write " + _either(allowed))
    said = f"'{found}' is not one of the words for '{_name(loc)}'"
    if is_open(found) or set(found.split("|")) == set(allowed):
        said = f"{_name(loc)}: '{found}' is still a placeholder"
    hint = "write " + _either([*allowed, "null"] if takes_null else allowed)
    meant = slips.as_word(found)
    is_sure = meant in allowed
    mend = mends.word(
        document, loc, meant if is_sure else suggest(meant, allowed).word, is_sure=is_sure
    )
    if takes_null and found.lower() in _NULLS:
        mend = mends.null(document, loc, is_sure=_NULLS[found.lower()])
    return Problem("not-a-choice", document.at(loc), said, hint, mend=mend)


def _custom(error: ErrorDetails, document: Document, loc: Path, *, takes_null: bool) -> Problem:
    code = error["type"] if error["type"] in CODES else "bad-value"
    context = error.get("ctx", {})
    said = f"{_name(loc)}: {error['msg']}" if loc else error["msg"]
    hint = str(context.get("hint", ""))
    if code == "wrong-type" and isinstance(error["input"], list):
        hint = "write one value behind the key, without '-'"
    meant, found = context.get("meant"), str(error["input"]).strip().lower()
    mend = mends.word(document, loc, meant.value, is_sure=meant.is_sure) if meant else None
    if takes_null and found in _NULLS:
        hint = "write null where the value is not known"
        mend = mends.null(document, loc, is_sure=_NULLS[found])
    return Problem(code, document.at(loc), said, hint, mend=mend)


def _bad_key(error: ErrorDetails, document: Document, loc: Path) -> Problem:
    code = error["type"] if error["type"] in CODES else "bad-value"
    context = error.get("ctx", {})
    said, hint, meant = error["msg"], str(context.get("hint", "")), context.get("meant")
    if code == "not-an-id":
        hint = "write the key in this form, and so wherever it is named"
    where = f"the key in '{_name(loc[:-1])}'" if len(loc) > 1 else "the key"
    mend = mends.word(document, loc, meant.value, key=True) if meant else None
    return Problem(code, document.at(loc, key=True), f"{where}: {said}", hint, mend=mend)


def _unknown(
    document: Document, loc: Path, model: type[BaseModel] | None, said: str = ""
) -> Problem:
    key, known = str(loc[-1]), _keys(model) if model else []
    meant = next((k for k in known if slips.as_word(k) == slips.as_word(key)), "")
    found = Suggestion(f"did you mean '{meant}'?", meant) if meant else suggest(key, known)
    hint = "" if said else found.hint
    if not hint and not said:
        hint = "known keys: " + ", ".join(known)
    mend = None
    if not said and not document.has((*loc[:-1], found.word)):
        mend = mends.word(document, loc, found.word, key=True, is_sure=bool(meant))
    said = said or f"the key '{loc[-1]}' is unknown{_in_what(loc)}"
    return Problem("unknown-key", document.at(loc, key=True), said, hint, mend=mend)


def _wrong_type(
    document: Document,
    loc: Path,
    wanted: str,
    found: object,
    inner: type[Model] | None = None,
) -> Problem:
    if found is None:
        said = f"{_name(loc)}: the value is missing; {wanted} belongs here"
        return Problem("empty-text", document.at(loc), said)
    kind = (
        "text" if isinstance(found, str) else "a list" if isinstance(found, list) else "a mapping"
    )
    what = kind if found else "nothing"
    hint, mend = "", None
    if wanted == "a list" and isinstance(found, str):
        hint, mend = _list_for(document, loc, found, inner)
    elif wanted == "a list" and inner and isinstance(found, dict):
        hint = "write '- ' before the first key of each entry"
    elif inner and not isinstance(found, dict):
        hint = f"write its keys on indented lines below it: {', '.join(_keys(inner))}"
    said = f"{_name(loc)}: {what} stands where {wanted} belongs"
    return Problem("wrong-type", document.at(loc), said, hint, mend=mend)


def _list_for(
    document: Document, loc: Path, found: str, inner: type[Model] | None
) -> tuple[str, Mend | None]:
    """Say how a list is written; ``inner`` is what its entries are where they have keys."""
    if found.strip().lower() in _NULLS:
        return "delete the key where there is nothing to list, or write []", None
    if inner:
        return f"write each entry behind '- ', with its keys: {', '.join(_keys(inner))}", None
    entries = mends.marked_entries(document, loc)
    if entries or found[0] in "-•":
        return "write '- ' before each entry", entries
    items = [item for item in re.split(r"\s*[,;]\s*", found) if item]
    is_sure = len(items) == 1 and " " not in found
    hint = f"write each entry on a line of its own: '- {found[:40]}'"
    return hint, mends.entries(document, loc, items, is_sure=is_sure)


def _keys(model: type[BaseModel]) -> list[str]:
    names = (field.alias or name for name, field in model.model_fields.items())
    return [name for name in names if name != "id"]


def _model_at(model: type[Model], loc: Iterable[str | int]) -> type[Model] | None:
    """Follow a path of keys to the model that holds the last of them."""
    here: type[Model] | None = model
    is_entry = False
    for step in loc:
        if is_entry or here is None:
            is_entry = False  # the key or number of an entry, not the name of a field
            continue
        field = outline.field_of(here, str(step))
        if field is None:
            return None
        here = _inner(field.annotation)
        is_entry = get_origin(field.annotation) in (dict, tuple)
    return here


def _inner(annotation: object) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
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
