"""The boundary type: what the site is made of, before any host sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site's sources.

    ``path`` is relative to the folder of pages, with forward slashes; ``content`` is the text
    that stands in it; ``origin`` is the file of the project that a contributor edits to change
    it, empty where there is no single one. A path that ends in .md is a page; every other
    file is published as it is, at this path. A file that is no text has its bytes in ``raw``.
    What takes long to make is made by ``make`` when its bytes are wanted, and its path holds a
    digest of all that they depend on.
    """

    path: str
    content: str
    origin: str = ""
    raw: bytes | None = None
    make: Callable[[], bytes] | None = None

    @property
    def is_page(self) -> bool:
        """Whether a host makes a page of it."""
        return self.path.endswith(".md")

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        if self.make is not None:
            return self.make()
        return self.content.encode() if self.raw is None else self.raw
