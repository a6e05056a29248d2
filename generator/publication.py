"""The corpus as the public sees it: without drafts, and without what only drafts use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from generator.records import Kind
from generator.references import REFERENCES, values_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from generator.corpus import Corpus
    from generator.records import Source
    from generator.references import Key

T = TypeVar("T")
Named = dict[Kind, set[str]]


def public(corpus: Corpus) -> Corpus:
    """Leave out drafts, and the passages and records that drafts alone name.

    What nothing names at all stays: the rules report it, and it hides no unfinished work.
    """
    claims = {id_: claim for id_, claim in corpus.claims.items() if claim.is_public}
    if len(claims) == len(corpus.claims):
        return corpus
    drafts = _named(corpus, corpus.claims.keys() - claims.keys())
    kept = _named(corpus, claims)
    sources = _sources(corpus.sources, drafts, kept)
    for source in sources.values():
        kept[Kind.PERSON] |= {p.speaker for p in source.passages.values() if p.speaker}
    shown = replace(
        corpus,
        claims=claims,
        versions={id_: corpus.versions[id_] for id_ in claims if id_ in corpus.versions},
        sources=sources,
        people=_without(corpus.people, drafts[Kind.PERSON] - kept[Kind.PERSON]),
        topics=_without(corpus.topics, drafts[Kind.TOPIC] - kept[Kind.TOPIC]),
        events=_without(corpus.events, drafts[Kind.EVENT] - kept[Kind.EVENT]),
    )
    # Comparing every quotation once more would find the same.
    vars(shown)["verified"] = {
        f"{source.id}#{key}": corpus.verified[f"{source.id}#{key}"]
        for source in sources.values()
        for key in source.passages
    }
    return shown


def hidden(corpus: Corpus, shown: Corpus) -> frozenset[Key]:
    """Name the records of ``corpus`` that its public part, ``shown``, does not have."""
    kept = shown.by_kind
    return frozenset((kind, id_) for kind, id_ in corpus.documents if id_ not in kept[kind])


def has_claims(corpus: Corpus, kind: Kind, record_id: str) -> bool:
    """Whether a public claim is on a topic, or was made by a person or names one."""
    claims = corpus.links.claims_on(kind, record_id)
    return any(corpus.claims[id_].is_public for id_ in claims)


def _named(corpus: Corpus, claims: Iterable[str]) -> Named:
    named: Named = {kind: set() for kind in Kind}
    for claim_id in claims:
        data = corpus.documents[Kind.CLAIM, claim_id].data
        for pattern, kind in REFERENCES[Kind.CLAIM]:
            named[kind] |= {text for _, text in values_at(data, pattern)}
    return named


def _sources(sources: Mapping[str, Source], drafts: Named, kept: Named) -> dict[str, Source]:
    hidden = drafts[Kind.PASSAGE] - kept[Kind.PASSAGE]
    shown = {}
    for source in sources.values():
        passages = {k: p for k, p in source.passages.items() if f"{source.id}#{k}" not in hidden}
        if len(passages) == len(source.passages):
            is_a_draft_s = source.id in drafts[Kind.SOURCE] - kept[Kind.SOURCE]
            if not is_a_draft_s or any(f"{source.id}#{k}" in kept[Kind.PASSAGE] for k in passages):
                shown[source.id] = source
        elif passages:
            shown[source.id] = source.model_copy(update={"passages": passages})
    return shown


def _without(records: Mapping[str, T], hidden: Collection[str]) -> dict[str, T]:
    return {id_: record for id_, record in records.items() if id_ not in hidden}
