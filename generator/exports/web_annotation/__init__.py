"""Every quoted passage as an annotation of its source, for programs that show them in place.

W3C Recommendations of 23 February 2017: Web Annotation Data Model and Vocabulary. The passages of
a source are a collection of their own; all of them together are one in pages.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from generator import escape, urls
from generator.exports.head import Link
from generator.exports.web_annotation.annotation import annotation
from generator.exports.web_annotation.collection import of_all, of_source
from generator.exports.web_annotation.target import targets
from generator.offers import Group, Offer, OfferedFile, Standard
from generator.output import Output
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.corpus import Corpus
    from generator.edition import Edition
    from generator.exports.export import Makers
    from generator.exports.head import Element
    from generator.exports.published import Page, Published
    from generator.records import Source

MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
STANDARD = Standard(
    name="Web Annotation Data Model",
    url="https://www.w3.org/TR/2017/REC-annotation-model-20170223/",
)


def outputs(site: Published) -> Iterator[Output]:
    """Make the collection of all passages with its pages."""
    corpus = site.corpus
    every = [made for source in corpus.sources.values() for made in _of(corpus, source)]
    for path, document in of_all(corpus, site.first.words, every):
        yield _file(path, document)


def of_records(edition: Edition) -> Makers:
    """Make the collection of a source, which is in the language of the checks."""
    return {Kind.SOURCE: partial(_of_source, edition.corpus)} if edition.is_first else {}


def _of_source(corpus: Corpus, source_id: str) -> Iterator[Output]:
    source = corpus.sources[source_id]
    yield _file(urls.annotations_of(source_id), of_source(corpus, source, _of(corpus, source)))


def _of(corpus: Corpus, source: Source) -> list[dict[str, Any]]:
    return [annotation(corpus, source, key) for key in source.passages]


def _file(path: str, document: Mapping[str, Any]) -> Output:
    return Output(path, escape.json_lines(document) + "\n")


def offers(edition: Edition) -> Iterator[Offer]:
    """List the collections, and say which text the positions count in."""
    say = edition.words
    yield Offer(
        group=Group.ANNOTATIONS,
        name=say.t("Web annotations"),
        text=say.t(
            "Every quoted passage with its words, its place in the source and the checks that use "
            "it. Places count the Unicode characters of the captured text, which is not "
            "published: its SHA-256 stands beside them, and SEALS.md in the repository says how "
            "the text is made."
        ),
        files=(OfferedFile(label=urls.ANNOTATIONS, path=urls.ANNOTATIONS),),
        patterns=(urls.published(edition.corpus.publisher.url, urls.annotations_of("<id>")),),
        standard=STANDARD,
        sample=_sample(edition.corpus),
    )


def _sample(corpus: Corpus) -> str:
    found = ((source, key) for source in corpus.sources.values() for key in source.passages)
    first = next(found, None)
    return escape.json_lines(targets(corpus, *first)[0]) if first else ""


def in_head(page: Page) -> Iterator[Element]:
    """Link the page of a source to the annotations of its passages."""
    if page.kind is Kind.SOURCE and page.is_public:
        yield Link(rel="alternate", path=urls.annotations_of(page.record_id), type=MEDIA_TYPE)
