"""What a skeleton becomes: HTML with holes, its headings and its ids."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict

from generator.hosts.mkdocs.skeletons import WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

# A hole in text that was converted: the number of what stood in it; with `s` the number of the
# heading whose words Markdown makes an id of.
NUMBERED = re.compile(f"{WORD}(s?)([0-9]+){WORD}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A text with holes: what ``%`` puts into them, by its number; None is each in turn."""

    text: str
    order: tuple[int, ...] | None = None

    def filled(self, values: Sequence[str]) -> str:
        """Fill the holes."""
        if self.order is None:
            return self.text % tuple(values)
        return self.text % tuple([values[number] for number in self.order])


def pattern(text: str, count: int) -> Pattern:
    """Read a text with numbered holes; ids that are made count from ``count``."""
    order = tuple(int(n) + count * bool(made) for made, n in NUMBERED.findall(text))
    in_turn = order == tuple(range(count))
    text = NUMBERED.sub("%s", text.replace("%", "%%"))
    return Pattern(text=text, order=None if in_turn else order)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of the table of contents; without ``id`` one is made of its name."""

    level: int
    name: Pattern
    id: Pattern | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The HTML of a skeleton with ``count`` holes; behind these come the ids that are made."""

    html: Pattern
    count: int = 0
    headings: tuple[Heading, ...] = ()
    ids: tuple[Pattern, ...] = ()


class Token(TypedDict):
    """A heading as Markdown's ``toc_tokens`` has it, before it is put below another."""

    level: int
    id: str
    name: str
    children: list[Token]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a page shows, its headings in a row, and the ids on it."""

    html: str
    headings: list[Token] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
