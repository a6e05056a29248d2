"""The boundary type: what the site is made of, before any host sees it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site's sources.

    ``path`` is relative to the folder of pages, with forward slashes; ``content`` is what
    stands in it; ``origin`` is the file of the project that a contributor edits to change
    it, empty where there is no single one.
    """

    path: str
    content: str
    origin: str = ""
