"""The corpus as it is told in another language of the interface.

Records whose names, titles and summaries have a translation hold it in their own fields, so
that whoever makes pages need not ask. What has none stays as it was written.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from generator.records import Model, Person

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.corpus import Corpus
    from generator.records import Claim, ClaimTranslation, Publisher

R = TypeVar("R", bound=Model)

# Computed from what no translation changes: ids, quotations and seals.
_KEPT = ("links", "verified", "spellings", "newest_claims", "rank", "digests", "modified")
_ABOUT = ("by", "date")  # of a translation, not of the record


def translated(corpus: Corpus, language: str) -> Corpus:
    """Return the corpus in ``language``; in its own, itself."""
    if language == corpus.publisher.language:
        return corpus
    for name in _KEPT:
        getattr(corpus, name)  # so that it is computed once for all languages
    told = replace(
        corpus,
        publisher=_publisher(corpus.publisher, language),
        ratings=_all(corpus.ratings, language),
        people=_all(corpus.people, language),
        topics=_all(corpus.topics, language),
        events=_all(corpus.events, language),
        claims=_all(corpus.claims, language),
    )
    for name in _KEPT:
        if name != "newest_claims":
            vars(told)[name] = vars(corpus)[name]
    return told


def _publisher(publisher: Publisher, language: str) -> Publisher:
    staff = {id_: _one(member, language) for id_, member in publisher.staff.items()}
    return _one(publisher, language).model_copy(update={"staff": staff})


def _all(records: Mapping[str, R], language: str) -> dict[str, R]:
    return {id_: _one(record, language) for id_, record in records.items()}


def _one(record: R, language: str) -> R:
    translations: Mapping[str, object] = getattr(record, "translations", {})
    said = translations.get(language)
    texts = vars(said).items() if said is not None else ()
    told = {key: text for key, text in texts if text is not None and key not in _ABOUT}
    if isinstance(record, Person):
        told |= _person(record, language, named="name" in told)
    return record.model_copy(update=told) if told else record


def _person(person: Person, language: str, *, named: bool) -> dict[str, object]:
    """Return the offices, and the spellings, to which the name in the record's language belongs."""
    roles = (
        role.model_copy(update={"title": role.translations.get(language, role.title)})
        for role in person.roles
    )
    return {
        "roles": tuple(roles),
        "variants": (person.name, *person.variants) if named else person.variants,
    }


def language_of(claim: Claim, field: str, language: str, own: str) -> str:
    """Return the language in which a field of a claim is told where ``language`` is wanted.

    ``own`` is the language of the records.
    """
    said = claim.translations.get(language)
    return language if said and getattr(said, field) else own


def translation(claim: Claim, language: str) -> ClaimTranslation | None:
    """Return who translated a claim and when, if somebody did."""
    return claim.translations.get(language)
