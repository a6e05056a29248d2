"""What the search knows of a page: the filters that it falls under, and the line of its result.

A filter's value is "id|label": the id stands in addresses and is the same in every language, the
label is what a reader sees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import evidence
from generator.pages.linking import source_short
from generator.records import Kind
from generator.words import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.edition import Edition
    from generator.records import Claim
    from generator.words import Words

    Facets = Mapping[str, tuple[str, ...]]

_KINDS = {
    Kind.CLAIM: message("Claim"),
    Kind.SOURCE: message("Source"),
    Kind.PERSON: message("Person or body"),
    Kind.TOPIC: message("Topic"),
    Kind.EVENT: message("Event"),
}


def of_kind(kind: Kind, say: Words, line: str = "") -> Facets:
    """Return the facets of a record that is no claim; ``line`` stands below its title."""
    facets = {"kind": (f"{kind}|{say.t(_KINDS[kind])}",), "line": (line,)}
    return {name: values for name, values in facets.items() if all(values)}


def of_claim(edition: Edition, claim: Claim) -> Facets:
    """Return the facets of a claim. The year is that in which it was said."""
    corpus, say = edition.corpus, edition.words
    rating = corpus.ratings[claim.verdict] if claim.verdict else None
    person = corpus.people[claim.claimant] if claim.claimant else None
    year = f"{claim.said_on.year:04}" if claim.said_on else ""
    day = say.day(claim.said_on) if claim.said_on else ""
    facets = {
        "verdict": [f"{rating.id}|{rating.label}"] if rating else [],
        "style": [f"fc-{rating.colour} fc-sign-{rating.icon}"] if rating else [],
        "claimant": [f"{person.id}|{person.name}"] if person else [],
        "topic": [f"{id_}|{corpus.topics[id_].name}" for id_ in claim.topics],
        "source": [
            f"{id_}|{source_short(corpus.sources[id_], say)}" for id_ in evidence.sources(claim)
        ],
        "year": [f"{year}|{year}"] if year else [],
        "line": [" · ".join(part for part in (person.name if person else "", day) if part)],
    }
    given = {name: tuple(values) for name, values in facets.items() if any(values)}
    return {**of_kind(Kind.CLAIM, say), **given}
