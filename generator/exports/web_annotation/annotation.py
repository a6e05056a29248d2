"""A passage of a source, and what the checks that use it make of it, as one annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator import urls
from generator.exports.web_annotation.target import targets
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.corpus import Corpus
    from generator.records import Claim, Passage, Source, Stance


def annotation(corpus: Corpus, source: Source, key: str) -> dict[str, Any]:
    """Return the annotation of a passage; its address is for good, as the passage's id is.

    Section 3. A run between omissions is a target of its own: a range from the first to the last
    would take in the words that are left out. The records know days and no times, so that
    ``created`` and ``modified`` are left out, which must be times.
    """
    publisher = corpus.publisher
    passage, using = source.passages[key], _using(corpus, f"{source.id}#{key}")
    found = targets(corpus, source, key)
    body = [*_checks(corpus, using), *_note(publisher.language, passage)]
    return {
        "id": f"{urls.published(publisher.url, urls.annotations_of(source.id))}#{key}",
        "type": "Annotation",
        "motivation": "assessing" if using else "highlighting",
        "creator": publisher.url,
        "rights": publisher.licence.url,
        **({"body": body} if body else {}),
        "target": found[0] if len(found) == 1 else found,
    }


def _using(corpus: Corpus, reference: str) -> list[tuple[Claim, Stance]]:
    """Return the claims that lean on a passage, and which way."""
    claims = (corpus.claims[id_] for id_ in corpus.links.claims_of_passage.get(reference, ()))
    found = ((claim, item) for claim in claims for item in claim.evidence)
    return [(claim, item.stance) for claim, item in found if item.passage == reference]


def _checks(corpus: Corpus, using: Sequence[tuple[Claim, Stance]]) -> Iterator[dict[str, Any]]:
    """Link to each check; ``dc:type`` is what the passage does for its claim."""
    for claim, stance in using:
        page = {
            "id": urls.published(corpus.publisher.url, urls.page(Kind.CLAIM, claim.id)),
            "format": "text/html",
            "language": corpus.publisher.language,
            "label": claim.title,
        }
        yield {
            "type": "SpecificResource",
            "purpose": "assessing",
            "dc:type": stance.value,
            "source": page,
        }


def _note(language: str, passage: Passage) -> Iterator[dict[str, Any]]:
    if passage.note:
        yield {
            "type": "TextualBody",
            "purpose": "commenting",
            "format": "text/markdown",
            "language": language,
            "value": passage.note,
        }
