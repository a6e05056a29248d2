"""JSON from elsewhere (RFC 8259): bounded in depth and size, every object with its place.

Numbers stay text, as they were written. Line ends and tabs inside a string are let through: the
programs that fill web pages write them.
"""

from __future__ import annotations

import json
import re
from typing import Any, TypeAlias

MAX_DEPTH = 64
MAX_VALUES = 1_000_000

Json: TypeAlias = "str | bool | list[Json] | Node | None"

# A string is one token, closed or not, so that no text makes the search begin again and again.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|[\[\]{},]', re.DOTALL)


class Node(dict[str, "Json"]):
    """An object, and where it begins in the text."""

    offset: int = 0


class JsonError(ValueError):
    """A text that is not JSON, or more of it than is read: where, and why."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset = offset


def load(text: str) -> Json:
    """Parse ``text``; raises JsonError. A key that an object has twice holds a list of both."""
    # The parser makes the objects in the order in which they are closed.
    places = iter(_places(text))

    def node(pairs: list[tuple[str, Any]]) -> Node:
        made = Node()
        for key, value in pairs:
            made[key] = [made[key], value] if key in made else value
        made.offset = next(places, 0)
        return made

    try:
        value: Json = json.loads(
            text,
            strict=False,
            parse_int=str,
            parse_float=str,
            parse_constant=lambda _: None,
            object_pairs_hook=node,
        )
    except json.JSONDecodeError as error:
        words = error.msg[:1].lower() + error.msg[1:]
        raise JsonError(error.pos, f"not JSON: {words}") from None
    return value


def _places(text: str) -> list[int]:
    """Return where each object begins, in the order in which they end."""
    opened: list[int] = []
    places: list[int] = []
    for number, found in enumerate(_TOKEN.finditer(text)):
        mark = found[0]
        if number >= MAX_VALUES:
            raise JsonError(found.start(), f"more than {MAX_VALUES:,} values")
        if mark in "[{":
            opened.append(found.start())
            if len(opened) > MAX_DEPTH:
                raise JsonError(found.start(), f"nested deeper than {MAX_DEPTH} levels")
        elif mark in "]}" and opened:
            start = opened.pop()
            if mark == "}":
                places.append(start)
    return places
