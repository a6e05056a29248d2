"""JSON-LD as strangers write it: one value or many, text or object, short name or whole IRI."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from generator.characters import FORBIDDEN, canonical, collapse
from generator.imports.jsontext import Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.imports.jsontext import Json

_VOCABULARY = re.compile(r"\A(?:https?://(?:www\.)?schema\.org/|schema:)", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BREAKS = re.compile(r"</?(?:br|p|div|li|ul|ol|h[1-6]|tr|td)\b[^<>]*>", re.IGNORECASE)
_DAY = re.compile(
    r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)"
    r"(?:(?<=-[0-9]{2}-[0-9]{2})[T ][0-9]{2}(?::?[0-9]{2})?[0-9:.,]*\s*(?:Z|[+-][0-9:]{2,6})?)?",
    re.IGNORECASE,
)


def get(node: Node, key: str) -> Json:
    """Return the value of a schema.org key, short or whole; None when there is none."""
    if key in node:
        return node[key]
    return next((node[name] for name in node if _VOCABULARY.sub("", name) == key), None)


def types(node: Node) -> set[str]:
    """Return the schema.org types of an object by their short names, in small letters."""
    found = many(node.get("@type", node.get("type")))
    return {_VOCABULARY.sub("", one.strip()).lower() for one in found if isinstance(one, str)}


def many(value: Json) -> list[Json]:
    """Return one value or a list, nested or not, as a flat list without nothing."""
    if isinstance(value, list):
        return [inner for one in value for inner in many(one)]
    return [] if value is None else [value]


def nodes(value: Json) -> Iterator[Node]:
    """Yield every object of a value, from the outside in, in the order of the text."""
    if isinstance(value, Node):
        yield value
    for one in parts(value):
        yield from nodes(one)


def parts(value: Json) -> list[Json]:
    """Return what a list or an object holds; a text holds nothing."""
    if isinstance(value, Node):
        return list(value.values())
    return value if isinstance(value, list) else []


def texts(value: Json, *keys: str) -> list[str]:
    """Return the different texts that a value states; in an object, those of ``keys``.

    What is empty, a truth value or an object without these keys is passed over.
    """
    found: dict[str, None] = {}
    for one in many(value):
        if isinstance(one, str):
            found[clean(one)] = None
        elif isinstance(one, Node):
            wanted = next((get(one, key) for key in ("@value", *keys) if get(one, key)), None)
            found |= dict.fromkeys(texts(wanted, *keys) if wanted is not one else ())
    return [text for text in found if text]


def clean(text: str) -> str:
    """Return a text as one line of plain letters: no markup, no entities, nothing invisible.

    Half characters become U+FFFD, which no record holds.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "")
    bare = _TAG.sub("", _BREAKS.sub(" ", whole))
    return collapse(canonical(html.unescape(bare))[0])


def is_clean(value: Json) -> bool:
    """Whether nothing invisible stands in a text but line ends and tabs."""
    found = (one for one in many(value) if isinstance(one, str))
    return not any(FORBIDDEN.search(re.sub(r"[\r\n\t]", " ", one)) for one in found)


def day(text: str) -> str:
    """Return the day, month or year of an ISO 8601 date; empty for any other form."""
    found = _DAY.fullmatch(text)
    return found[1] if found else ""
