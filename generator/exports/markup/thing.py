"""A thing of schema.org: its type, and what is known of it."""

from __future__ import annotations

from typing import Any

CONTEXT = "https://schema.org"

Thing = dict[str, Any]


def thing(kind: str, **known: object) -> Thing:
    """Make a thing of a type; a property whose value is empty or None is left out."""
    return {"@type": kind, **{name: value for name, value in known.items() if value}}


def document(of: Thing) -> Thing:
    """Make a whole JSON-LD document of a thing."""
    return {"@context": CONTEXT, **of}
