"""A page in two: its head as plain data, and the Markdown below it.

Who takes data needs no YAML: to write and read again what stands in a head takes longer than to
make the rest of a page. The text of the whole is made when somebody asks for it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.yamltext import front_matter

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Headed:
    """What a page holds; ``head`` is of texts, booleans, and lists and mappings of them."""

    head: Mapping[str, Any]
    body: str

    def __str__(self) -> str:
        """Return the text of the page: front matter, and Markdown."""
        return f"{front_matter(self.head)}\n{self.body}"

    def packed(self) -> bytes:
        """Return both as bytes; the first line is JSON."""
        head = json.dumps(self.head, ensure_ascii=False, separators=(",", ":"))
        return f"{head}\n{self.body}".encode()

    @classmethod
    def unpacked(cls, packed: bytes) -> Headed:
        """Return what was packed."""
        head, _, body = packed.partition(b"\n")
        return cls(json.loads(head), body.decode())
