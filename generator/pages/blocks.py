"""What explanations tell, ready for a page: prose, and code below the name of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape, prose
from generator.explanation import Example
from generator.pages.views import Block

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.explanation import Part


def blocks(parts: Iterable[Part]) -> tuple[Block, ...]:
    """Make the parts of a section ready."""
    return tuple(map(_block, parts))


def _block(part: Part) -> Block:
    if isinstance(part, Example):
        return Block(text=escape.code_block(part.text), file=part.file)
    return Block(text=prose.render(part))
