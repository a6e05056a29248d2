"""What every field does with a scalar: take it as text, refuse it, say what was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic import GetPydanticSchema, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.slips import Meant

# What stands where a text is still to be written, as in the lines that problems offer.
_OPEN = re.compile(r"(?:\s|…|\.{3}|\b(?:TODO|TBD)\b[:.]?)+")


def is_open(text: str) -> bool:
    """Whether a text is a placeholder and no more: ``…``, ``...``, ``TODO`` or ``TBD``."""
    return bool(text.strip() and _OPEN.fullmatch(text))


def fault(
    code: str, message: str, hint: str = "", meant: Meant | None = None
) -> PydanticCustomError:
    """Make the error that pydantic collects; ``code`` is one of ``codes.CODES``.

    ``meant`` is the value that would be right, where that can be told.
    """
    # The words may hold braces, which pydantic would take for its own placeholders.
    context = {"said": message, "hint": hint, "meant": meant}
    return PydanticCustomError(code, "{said}", context)


def text_of(value: object, what: str) -> str:
    """Return the text of a scalar; ``what`` is what belongs there."""
    if isinstance(value, str):
        if is_open(value):
            raise fault("empty-text", f"'{cut(value)}' is still a placeholder", f"write {what}")
        return value
    if value is None:
        raise fault("empty-text", f"{what} is missing", "write it behind the ':'")
    kind = "a list" if isinstance(value, list) else "a mapping"
    raise fault("wrong-type", f"{kind} stands where {what} belongs")


def word(value: object, what: str) -> str:
    """Text of one word: the line feed that ends a block scalar is no part of it."""
    return text_of(value, what).strip()


def if_taken(meant: Meant | None, check: Callable[[str], object]) -> Meant | None:
    """Keep what was meant where the field takes it."""
    try:
        return meant if meant and check(meant.value) is not None else None
    except PydanticCustomError:
        return None


def cut(text: str) -> str:
    """Return as much of a text as fits a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:59] + "…"  # noqa: PLR2004 - fits a message


def schema(pattern: str, description: str, **more: Any) -> WithJsonSchema:  # noqa: ANN401 - JSON
    """Return the JSON Schema of a text that matches ``pattern``, or any where it is empty."""
    rule = {"type": "string", "description": description, **more}
    if pattern:
        rule["pattern"] = f"^(?:{pattern})$"
    return WithJsonSchema(rule)


# Whatever YAML gives: a check of ours stands behind it.
ANY = GetPydanticSchema(lambda _source, _handler: core_schema.any_schema())
