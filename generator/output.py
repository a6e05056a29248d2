"""The boundary type: what the site is made of, before any host sees it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site's sources.

    ``path`` is relative to the folder of pages, with forward slashes; ``content`` is what
    stands in it; ``origin`` is the file of the project that a contributor edits to change
    it, empty where there is no single one. A path that ends in .md is a page; every other
    file is published as it is, at this path.
    """

    path: str
    content: str
    origin: str = ""

    @property
    def is_page(self) -> bool:
        """Whether a host makes a page of it."""
        return self.path.endswith(".md")
