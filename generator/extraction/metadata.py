"""What a web page states about itself, in its head or in JSON-LD. Nothing is guessed.

No date is taken from an address, from ``<time>`` or from the text, and no author from a
byline: who adds the source reads those and writes them down.
"""

from __future__ import annotations

import html
import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from generator.characters import collapse, without_layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

# Where each thing is stated, the most exact first. "ld:" is a key of the article in JSON-LD.
_STATED = {
    "title": ("ld:headline", "og:title", "citation_title", "dcterms.title", "dc.title", "title"),
    "publisher": ("ld:publisher", "og:site_name", "dcterms.publisher", "dc.publisher"),
    "author": ("ld:author", "author", "article:author", "dcterms.creator", "dc.creator"),
    "published": (
        *("ld:datepublished", "article:published_time", "datepublished"),
        *("citation_publication_date", "dcterms.issued", "dc.date.issued"),
    ),
    "language": ("lang", "ld:inlanguage", "content-language", "og:locale"),
    "url": ("canonical", "og:url", "ld:url", "ld:mainentityofpage"),
}
_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
_DATE = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)(?!\d)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def stated(tree: HtmlElement) -> dict[str, str]:
    """Return what the page states, under the keys of ``Capture.found``."""
    values = _head(tree) | _article(tree)
    found = {}
    for key, names in _STATED.items():
        usable = (_usable(key, values[name]) for name in names if name in values)
        if value := next(filter(None, usable), ""):
            found[key] = value
    return found


def _usable(key: str, raw: str) -> str:
    """Return a value in the form of its key, or an empty string when it has none."""
    value = collapse(without_layout(html.unescape(raw)))
    if key == "published":
        return _day(value)
    if key == "language":
        tag = value.replace("_", "-")
        return tag if _LANGUAGE.fullmatch(tag) else ""
    if key == "author":
        # Open Graph has the address of the author's page here.
        return "" if _ADDRESS.fullmatch(value) else value
    return value if key != "url" or _ADDRESS.fullmatch(value) else ""


def _day(value: str) -> str:
    found = _DATE.match(value)
    try:
        return date(*map(int, found.groups())).isoformat() if found else ""
    except ValueError:
        return ""


def _head(tree: HtmlElement) -> dict[str, str]:
    """Return the first value of every name in the head."""
    found: dict[str, str] = {}
    for element in tree.iter("meta", "link", "title", "html"):
        attributes = element.attrib
        if element.tag == "title":
            # A picture in SVG has a title too.
            found.setdefault("title", element.text or "") if _in_head(element) else None
        elif element.tag == "html":
            found.setdefault("lang", attributes.get("lang", ""))
        elif element.tag == "link":
            if "canonical" in attributes.get("rel", "").lower().split():
                found.setdefault("canonical", attributes.get("href", ""))
        elif content := attributes.get("content", "").strip():
            for kind in ("property", "name", "itemprop", "http-equiv"):
                # Written "DC.title" as often as "dc:title".
                found.setdefault(attributes.get(kind, "").strip().lower(), content)
    return found


def _in_head(element: HtmlElement) -> bool:
    return any(parent.tag == "head" for parent in element.iterancestors())


def _article(tree: HtmlElement) -> dict[str, str]:
    """Return the first article that the page describes in JSON-LD."""
    nodes = [node for script in tree.iter("script") for node in _nodes(script)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    article = next(filter(_is_article, nodes), {})
    return {f"ld:{key.lower()}": _named(value, by_id) for key, value in article.items()}


def _nodes(script: HtmlElement) -> Iterator[dict[str, Any]]:
    """Return the objects of a JSON-LD script at its top and in its graph, not those within."""
    if script.get("type", "").strip().lower() != "application/ld+json":
        return
    try:
        data = json.loads(script.text or "", strict=False)
    except (ValueError, RecursionError):
        return
    for top in _many(data):
        if isinstance(top, dict):
            yield top
            yield from (node for node in _many(top.get("@graph")) if isinstance(node, dict))


def _is_article(node: dict[str, Any]) -> bool:
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in _many(node.get("@type")))


def _named(value: object, by_id: dict[str, dict[str, Any]]) -> str:
    """Return a text, the name or address of an object, or those of a list."""
    names = []
    for each in _many(value):
        node = by_id.get(str(each.get("@id")), each) if isinstance(each, dict) else {"name": each}
        name = node.get("name") or node.get("url") or node.get("@id")
        names += [name] if isinstance(name, str) else []
    return ", ".join(names)


def _many(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]
