"""A part of a file that should be JSON."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Block:
    """The text of one part, where it begins in the file, and what addresses in it resolve to."""

    text: str
    start: int = 0
    base: str = ""
