"""Annotations in collections and pages (section 5 of the model)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator import urls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.corpus import Corpus
    from generator.records import Source
    from generator.words import Words

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
Document = dict[str, Any]


def of_source(corpus: Corpus, source: Source, items: Sequence[Document]) -> Document:
    """Return the collection of a source's passages, with its only page inside."""
    address = urls.published(corpus.publisher.url, urls.annotations_of(source.id))
    # No id of a passage holds a slash.
    page_id = f"{address}#/first"
    made = _collection(corpus, address, source.title or source.id, len(items))
    if items:
        page = {"id": page_id, "type": "AnnotationPage", "partOf": address, "startIndex": 0}
        made |= {"first": page | {"items": items}, "last": page_id}
    return made


def of_all(corpus: Corpus, say: Words, items: Sequence[Document]) -> Iterator[tuple[str, Document]]:
    """Yield the collection of all passages and its pages, each with its path."""
    site, size = corpus.publisher.url, urls.PER_PAGE
    starts = range(0, len(items), size)
    pages = [urls.annotation_page(number) for number, _ in enumerate(starts, 1)]
    addresses = [urls.published(site, path) for path in pages]
    whole = urls.published(site, urls.ANNOTATIONS)
    label = say.t("Passages quoted by {name}", name=corpus.publisher.name)
    ends = {"first": addresses[0], "last": addresses[-1]} if pages else {}
    yield urls.ANNOTATIONS, _collection(corpus, whole, label, len(items)) | ends
    for number, (path, start) in enumerate(zip(pages, starts, strict=True)):
        page: Document = {
            "@context": CONTEXT,
            "id": addresses[number],
            "type": "AnnotationPage",
            "partOf": whole,
            "startIndex": start,
        }
        if number > 0:
            page["prev"] = addresses[number - 1]
        if number < len(pages) - 1:
            page["next"] = addresses[number + 1]
        yield path, page | {"items": items[start : start + size]}


def _collection(corpus: Corpus, address: str, label: str, total: int) -> Document:
    publisher = corpus.publisher
    creator = {"id": publisher.url, "type": "Organization", "name": publisher.name}
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": label,
        "creator": creator | {"homepage": publisher.url},
        "rights": publisher.licence.url,
        "total": total,
    }
