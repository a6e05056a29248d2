"""A passage of a source, and what the checks that use it make of it, as one annotation."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from generator import urls
from generator.exports.web_annotation.target import targets
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.corpus import Corpus
    from generator.records import Claim, Passage, Source, Stance

    Uses = Mapping[str, Sequence[tuple[Claim, Stance]]]


def used(corpus: Corpus) -> Uses:
    """Return by ``<source>#<passage>`` the claims that lean on it, and which way."""
    found = defaultdict(list)
    for claim in corpus.claims.values():
        for item in claim.evidence:
            if item.passage:
                found[item.passage].append((claim, item.stance))
    return found


def annotation(corpus: Corpus, source: Source, key: str, uses: Uses) -> dict[str, Any]:
    """Return the annotation of a passage; its address is for good, as the passage's id is.

    Section 3. A run between omissions is a target of its own: a range from the first to the last
    would take in the words that are left out. The records know days and no times, so that
    ``created`` and ``modified`` are left out, which must be times.
    """
    publisher = corpus.publisher
    passage, using = source.passages[key], uses.get(f"{source.id}#{key}", ())
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
