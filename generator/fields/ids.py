"""Ids of records, and of the passages of sources."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from generator import slips
from generator.fields.scalar import cut, fault, if_taken, schema, word

MAX_ID = 80
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# A page of that name would be an index page or a folder of list pages to the host, or a
# device to Windows; "null" names nothing where it stands as an id.
RESERVED_IDS = frozenset({"index", "readme", "page", "null", "con", "prn", "aux", "nul"}).union(
    f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)
)


def id_fault(text: str) -> str:
    """Say why ``text`` cannot be an id, or return an empty string."""
    if not _ID.fullmatch(text):
        return f"'{cut(text)}' is not an id: lower-case letters a-z, digits and single hyphens"
    if len(text) > MAX_ID:
        return f"the id has {len(text)} characters; at most {MAX_ID}"
    if text in RESERVED_IDS:
        return f"'{text}' is a reserved name"
    return ""


def _id(value: object) -> str:
    text = word(value, "an id")
    if said := id_fault(text):
        meant = if_taken(slips.as_id(text), _id)
        hint = f"write the id, which may be '{meant.value}'" if meant else ""
        raise fault("not-an-id", said, hint, meant)
    return text


def _passage_ref(value: object) -> str:
    text = word(value, "a passage")
    source, mark, passage = text.partition("#")
    if not mark or id_fault(source) or id_fault(passage):
        hint = "write <source-id>#<passage-id>"
        raise fault("not-an-id", f"'{cut(text)}' does not name a passage", hint)
    return text


Id = Annotated[
    str,
    BeforeValidator(_id),
    schema(_ID.pattern, "id of a record", type=["string", "integer"], minimum=0, maxLength=MAX_ID),
]
PassageRef = Annotated[
    str, BeforeValidator(_passage_ref), schema(f"{_ID.pattern}#{_ID.pattern}", "source#passage")
]
