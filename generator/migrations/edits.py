"""Edits of a text, by the places of the text before any of them."""

from __future__ import annotations

from typing import NamedTuple


class Edit(NamedTuple):
    """``new`` stands for what was between two places, which count from 0 in code points."""

    start: int
    end: int
    new: str
