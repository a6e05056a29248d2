"""What the head of a check tells programs for literature, as Zotero's connector reads it.

Google Scholar's names (the "Highwire" ones) and Dublin Core as in DC-HTML (DCMI, 2008). No name
of theirs stands for the title of a website: ``citation_journal_title`` would make an article of a
journal of the page. Zotero takes ``citation_title`` for such an article too, unless ``DC.type``
is one of its own types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import cited
from generator.exports.head import Link, Meta
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.citations.citation import Citation
    from generator.exports.head import Element
    from generator.exports.published import Page

SCHEMAS = {"DC": "http://purl.org/dc/elements/1.1/", "DCTERMS": "http://purl.org/dc/terms/"}


def in_head(page: Page) -> Iterator[Element]:
    """Describe a check; ``cite-as`` (RFC 8574) leads to its version of today."""
    claim = page.edition.corpus.claims.get(page.record_id) if page.kind is Kind.CLAIM else None
    citation = cited.claim(page.edition, claim) if claim else None
    if citation is None:
        return
    licence = page.edition.corpus.publisher.licence
    for prefix, url in SCHEMAS.items():
        yield Link(rel=f"schema.{prefix}", url=url)
    if citation.address != page.address:
        yield Link(rel="cite-as", url=citation.address)
    yield Link(rel="license", url=licence.url)
    for name, content in (*_highwire(citation), *_dublin_core(citation, page, licence.name)):
        yield Meta(name=name, content=content)


def _highwire(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "citation_title", citation.title
    yield "citation_author", citation.author
    yield "citation_publication_date", str(citation.dated).replace("-", "/")
    yield "citation_public_url", citation.address


def _dublin_core(citation: Citation, page: Page, licence: str) -> Iterator[tuple[str, str]]:
    yield "DC.type", "webpage"
    yield "DC.title", citation.title
    yield "DC.creator", citation.author
    yield "DC.publisher", citation.publisher
    yield "DC.date", str(citation.dated)
    yield "DC.language", citation.language
    yield "DC.identifier", page.address
    yield "DC.rights", licence
    yield "DCTERMS.issued", str(citation.published)
    yield "DCTERMS.modified", str(citation.dated)
