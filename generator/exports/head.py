"""What stands in the head of a page for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element as Tree
from xml.etree.ElementTree import SubElement

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
    root = Tree("head")
    for element in elements:
        match element:
            case Link():
                root.append(_link(place, element))
            case Meta():
                kind = "property" if element.is_property else "name"
                root.append(Tree("meta", {kind: element.name, "content": element.content}))
            case Markup():
                script = SubElement(root, "script", type="application/ld+json")
                script.text = escape.json_in_html(element.thing)
    return str(escape.inner(root)) if len(root) else ""


def _link(place: str, link: Link) -> Tree:
    made = {"rel": link.rel, "href": link.url or urls.final(place, link.path)}
    made |= {name: text for name in ("type", "title") if (text := getattr(link, name))}
    return Tree("link", made)
