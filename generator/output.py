"""The boundary type: what the site is made of, before any host sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.headed import Headed

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site's sources.

    ``path`` is relative to the folder of pages, with forward slashes; ``text`` is what stands in
    it; ``origin`` is the file of the project that a contributor edits to change it, empty where
    there is no single one. A path that ends in .md is a page; every other file is published as it
    is, at this path. A file that is no text has its bytes in ``raw``. What takes long to make is
    made by ``make`` when its bytes are wanted, and its path holds a digest of all that they depend
    on.
    """

    path: str
    text: str | Headed
    origin: str = ""
    raw: bytes | None = None
    make: Callable[[], bytes | Headed] | None = None

    @property
    def is_page(self) -> bool:
        """Whether a host makes a page of it."""
        return self.path.endswith(".md")

    @property
    def content(self) -> str:
        """The text of the file."""
        return str(self.text)

    @property
    def made(self) -> bytes | Headed:
        """A page whose head is known as data, of all others the bytes."""
        if self.make is not None:
            return self.make()
        if isinstance(self.text, Headed):
            return self.text
        return self.text.encode() if self.raw is None else self.raw

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        made = self.made
        return made if isinstance(made, bytes) else str(made).encode()
