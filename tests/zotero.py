"""What Zotero makes of a web page, after its translators "Embedded Metadata" and "RDF".

An imitation of the parts that bear on our pages, read in github.com/zotero/translators,
"Embedded Metadata.js" (version of 2024-06-13) and "RDF.js" beside it; names as they stand there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterable

PREFIXES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "og": "http://ogp.me/ns#",
    "article": "http://ogp.me/ns/article#",
    "so": "http://schema.org/",
}

# HIGHWIRE_MAPPINGS, as far as it is of web pages.
HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_publisher": "publisher",
    "citation_abstract": "abstractNote",
    "citation_public_url": "url",
    "citation_language": "language",
}

# importItem of RDF.js: of the properties of a field, the first that the page has.
FIELDS = {
    "title": ("dc:title", "dcterms:title", "og:title"),
    "publicationTitle": ("dc:source", "dcterms:source", "og:site_name"),
    "rights": ("dc:rights", "dcterms:rights"),
    "publisher": ("dc:publisher", "dcterms:publisher"),
    "date": (
        "og:published_time",
        "article:published_time",
        "dc:date.issued",
        "dcterms:issued",
        "dc:date",
        "dcterms:date",
    ),
    "url": ("og:url",),
    "language": ("dc:language", "dcterms:language"),
    "abstractNote": ("og:description",),
    "creator": ("so:author", "dc:creator", "dcterms:creator"),
}
OG_TYPES = {"website": "webpage", "book": "book"}


class Head:
    """The names and values of the ``meta`` elements of a page."""

    def __init__(self, html: str) -> None:
        self.tree = LexborHTMLParser(html)
        self.prefixes = PREFIXES | {
            (link.attributes["rel"] or "").removeprefix("schema.").lower(): link.attributes["href"]
            or ""
            for link in self.tree.css("link[rel^='schema.']")
        }
        self.metas = [
            (node.attributes.get("name") or node.attributes.get("property") or "", value)
            for node in self.tree.css("meta")
            if (value := node.attributes.get("content"))
        ]

    def named(self, name: str) -> str:
        """Return the first value of a name, also where something stands before it."""
        return next((value for known, value in self.metas if known.endswith(name)), "")

    def statements(self) -> dict[str, str]:
        """Return the first value of each property, under its whole address."""
        found: dict[str, str] = {}
        for name, value in self.metas:
            first, _, rest = re.sub("[.:_]", " ", name, count=1).partition(" ")
            if space := self.prefixes.get(first.lower()):
                found.setdefault(space + rest[:1].lower() + rest[1:], value)
        return found

    def told(self, properties: Iterable[str]) -> str:
        """Return the value of the first of these properties, which are prefix:name."""
        known = self.statements()
        split = (name.partition(":") for name in properties)
        found = (known.get(PREFIXES[prefix] + rest) for prefix, _, rest in split)
        return next((value for value in found if value), "")


def item(html: str) -> dict[str, object]:
    """Return the item that Zotero would save, without what it adds itself."""
    head = Head(html)
    found = {field: head.told(properties) for field, properties in FIELDS.items()}
    found |= {field: value for name, field in HIGHWIRE.items() if (value := head.named(name))}
    author = head.named("citation_author") or found.pop("creator")
    found.pop("creator", None)
    canonical = head.tree.css_first("link[rel='canonical']")
    found["url"] = found["url"] or (canonical and canonical.attributes["href"]) or ""
    found["abstractNote"] = found["abstractNote"] or head.named("description")
    return {
        "itemType": _type(head),
        "creators": [clean_author(author)],
        **{field: value for field, value in found.items() if value},
    }


def _type(head: Head) -> str:
    """Return the type: ``init`` of the first translator, ``detectType`` of the second."""
    if head.named("citation_journal_title"):
        return "journalArticle"
    guess = "journalArticle" if head.named("citation_title") else "webpage"
    kind = head.told(["dc:type", "dcterms:type"])
    known = kind if kind.lower() == "webpage" else ""
    return OG_TYPES.get(head.told(["og:type"])) or known or guess


def clean_author(name: str) -> dict[str, str]:
    """Part a name at its last space, as ``cleanAuthor`` of Zotero's utilities does."""
    first, _, last = name.rpartition(" ")
    return {"firstName": first, "lastName": last, "creatorType": "author"}
