"""Elements to text: where the markup of pictures is written, and everything is escaped.

svg.py joins texts and attributes as they are (1.10, ``Element.as_str``), so its elements are
not turned into text by it: they are walked here, beside the few of HTML. Only marks of SVG are
links: a link of HTML would lead elsewhere in one host than in another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from generator import escape
from generator.characters import collapse
from generator.charts.elements import svg
from generator.escape import Safe

if TYPE_CHECKING:
    from collections.abc import Callable

# What begins a line of its own, so that a page can be read and compared. No text of others
# stands at the start of a line, where a host might take it for Markdown.
_LINES = frozenset(
    {"figcaption", "div", "svg", "g", "a", "title", "desc", "ul", "ol", "li", "p"}
    | {"details", "summary", "table", "caption", "thead", "tbody", "tr"}
)

_CONTENT = frozenset({"elements", "text", "data", "extra"})  # of an element of svg.py
_WHOLE = re.compile(r"(-?\d+)\.0")  # a place that was worked out and is a whole number


@dataclass(frozen=True)
class Tag:
    """An element of HTML; its texts are plain."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    content: tuple[Node, ...]


Node: TypeAlias = "Tag | svg.Element | str"


def tag(name: str, *content: Node, **attributes: str) -> Tag:
    """Make an element; ``class_`` and ``aria_label`` are written class and aria-label."""
    named = ((_attribute(key), value) for key, value in attributes.items() if value)
    return Tag(name, tuple(named), content)


def written(node: Node) -> Safe:
    """Write a tree of elements as HTML without blank lines."""
    made: list[str] = []
    _write(node, made.append)
    return Safe("".join(made).lstrip("\n"))


def _write(node: Node, put: Callable[[str], None]) -> None:
    if isinstance(node, str):
        put(escape.html(collapse(node)))
        return
    if isinstance(node, Tag):
        name, attributes, content = node.name, node.attributes, node.content
    else:
        name, attributes = node.element_name, tuple(_attributes(node).items())
        content = (node.text,) if node.text else tuple(node.elements or ())
    start = "\n<" if name in _LINES else "<"
    put(f"{start}{name}{''.join([_pair(key, value) for key, value in attributes])}")
    if not content and isinstance(node, svg.Element):
        put("/>")
        return
    put(">")
    for inner in content:
        _write(inner, put)
    put(f"</{name}>")


def _attributes(node: svg.Element) -> dict[str, str]:
    # As its `as_dict`, which works on each of the hundred attributes that an element can have.
    given = [pair for pair in vars(node).items() if pair[1] is not None]
    found = {_attribute(key): _told(value) for key, value in given if key not in _CONTENT}
    found |= node.extra or {}
    if isinstance(node, svg.A):
        # Zensical 0.0.73 puts "../" before every relative href in a page, HTML of ours too, and
        # MkDocs does not. Both leave this older name of the same attribute as it is.
        found["xlink:href"] = found.pop("href", "")
    return found


def _told(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


@lru_cache(maxsize=10_000)  # sizes, classes and places on a grid are the same in all pictures
def _pair(name: str, value: str) -> str:
    if whole := _WHOLE.fullmatch(value):
        value = whole[1]
    return f' {name}="{escape.html(collapse(value))}"'


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
