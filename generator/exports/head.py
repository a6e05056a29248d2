"""What stands in the head of a page for programs, and how a host is told of it."""

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


def front_matter(elements: Iterable[Element]) -> dict[str, Any]:
    """Return the elements as the ``head`` of a page's front matter, every text finished.

    The theme prints it as it is. ``markup`` is one JSON-LD document each.
    """
    made: dict[str, list[Any]] = {"links": [], "metas": [], "markup": []}
    for element in elements:
        match element:
            case Link():
                made["links"].append(_link(element))
            case Meta():
                kind = "property" if element.is_property else "name"
                row = {kind: escape.html(element.name), "content": escape.html(element.content)}
                made["metas"].append(row)
            case Markup():
                made["markup"].append(escape.json_in_html(element.thing))
    return {name: rows for name, rows in made.items() if rows}


def _link(link: Link) -> dict[str, str]:
    made = {"rel": link.rel, "href": link.url or urls.published("", link.path)}
    made |= {name: text for name in ("type", "title") if (text := getattr(link, name))}
    return {name: escape.html(text) for name, text in made.items()}
