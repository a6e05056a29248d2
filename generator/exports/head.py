"""What stands in the head of a page for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator import escape, urls

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, kw_only=True)
class Link:
    """A ``link`` element.

    ``path`` is that of an output, from the root of the site; ``url``, instead of it, a whole
    address.
    """

    rel: str
    path: str = ""
    url: str = ""
    type: str = ""
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Meta:
    """A ``meta`` element; Open Graph calls the ``name`` a property."""

    name: str
    content: str
    is_property: bool = False


@dataclass(frozen=True, kw_only=True)
class Markup:
    """A thing of schema.org, as JSON-LD."""

    thing: Mapping[str, Any]


Element = Link | Meta | Markup


def html(place: str, elements: Iterable[Element]) -> str:
    """Write the elements for the head of the page ``place``, a path from the root of the site.

    As one finished text, which the theme prints: a host reads a list of a hundred values in the
    front matter a hundred times slower.
    """
    return "".join([_written(place, element) for element in elements])


def _written(place: str, element: Element) -> str:
    match element:
        case Link():
            return _link(place, element)
        case Meta():
            kind = "property" if element.is_property else "name"
            return escape.tag("meta", {kind: element.name, "content": element.content})
        case Markup():
            return escape.script("application/ld+json", element.thing)


def _link(place: str, link: Link) -> str:
    made = {"rel": link.rel, "href": link.url or urls.final(place, link.path)}
    if link.type:
        made["type"] = link.type
    if link.title:
        made["title"] = link.title
    return escape.tag("link", made)
