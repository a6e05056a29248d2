"""What a record says, apart from how its file looks."""

from __future__ import annotations

import hashlib
import json
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from generator.characters import collapse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.records import Model
    from generator.yamltext import Data

DIGITS = 16  # of the digest: 64 bits, for the few versions that one claim has
# The only text whose lines count; all other text is folded.
WITH_LINES = "analysis"
# A version is what readers were told in the language of the record; a translation is not frozen.
NOT_FROZEN = "translations"


def canonical(data: Mapping[str, Data]) -> dict[str, Data]:
    """Return the data of a record without the layout of its texts and without translations."""
    return {
        key: value.strip("\n").rstrip(" \t\n")
        if key == WITH_LINES and isinstance(value, str)
        else _folded(value)
        for key, value in data.items()
        if key != NOT_FROZEN
    }


def _folded(value: Data) -> Data:
    if isinstance(value, dict):
        return {key: _folded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_folded(inner) for inner in value]
    return value if value is None else collapse(value)


def digest(data: Mapping[str, Data]) -> str:
    """Return the digest of a record: see ``generator.versions`` for how it is made."""
    text = json.dumps(canonical(data), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def arranged(data: Mapping[str, Data], record: Model) -> dict[str, Data]:
    """Return the data with their keys in the order of the schema, for people to read.

    ``record`` was made of these data. A key that it does not have, of an older format, stands
    behind the others.
    """
    shape = record.model_dump(by_alias=True, exclude_unset=True)
    return _mapping(data, shape)


def _mapping(data: Mapping[str, Data], shape: Mapping[str, Any]) -> dict[str, Data]:
    known = [key for key in shape if key in data]
    return {
        key: _as_in(data[key], shape.get(key)) for key in (*known, *sorted(data.keys() - shape))
    }


def _as_in(value: Data, shape: object) -> Data:
    if isinstance(value, dict):
        return _mapping(value, shape if isinstance(shape, dict) else {})
    if isinstance(value, list):
        shapes = shape if isinstance(shape, list | tuple) else ()
        return [_as_in(item, inner) for item, inner in zip_longest(value, shapes[: len(value)])]
    return value
