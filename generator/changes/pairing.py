"""Which record of one corpus is which of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.records import Claim, Kind, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.corpus import Corpus
    from generator.records import Event, Person, Topic
    from generator.references import Key

ENTRIES = (Kind.SOURCE, Kind.PERSON, Kind.TOPIC, Kind.EVENT)


def records(corpus: Corpus, kind: Kind) -> Mapping[str, Any]:
    """Return the sound records of a kind, by id."""
    return {
        Kind.CLAIM: corpus.claims,
        Kind.SOURCE: corpus.sources,
        Kind.PERSON: corpus.people,
        Kind.TOPIC: corpus.topics,
        Kind.EVENT: corpus.events,
        Kind.RATING: corpus.ratings,
    }[kind]


def unread(corpus: Corpus) -> frozenset[Key]:
    """Return the records that exist and could not be read: nothing is known of them."""
    return frozenset(key for key in corpus.broken if key[1] not in records(corpus, key[0]))


def name_of(record: Claim | Source | Person | Topic | Event) -> str:
    """Return what a reader calls a record; empty for a source that nothing is known of."""
    if isinstance(record, Claim):
        return record.title
    if isinstance(record, Source):
        return record.title or record.publisher or record.url or ""
    return record.name


class Pairs:
    """Ids before and after, of one kind. What could not be read is neither new nor gone.

    ``same`` maps each id to the one that the record has now.
    """

    def __init__(self, before: Corpus, after: Corpus, kind: Kind) -> None:
        old, new = records(before, kind), records(after, kind)
        here, there = ({id_ for k, id_ in unread(c) if k is kind} for c in (before, after))
        added = [id_ for id_ in new if id_ not in old and id_ not in here]
        removed = [id_ for id_ in old if id_ not in new and id_ not in there]
        self.renamed = _redirected(after, added, removed) if kind is Kind.CLAIM else {}
        if kind in ENTRIES:
            self.renamed = _of_one_name(old, new, added, removed)
        self.same = {id_: id_ for id_ in old if id_ in new} | self.renamed
        taken = set(self.renamed.values())
        self.added = [id_ for id_ in added if id_ not in taken]
        self.removed = [id_ for id_ in removed if id_ not in self.renamed]


def _redirected(after: Corpus, added: list[str], removed: list[str]) -> dict[str, str]:
    gone, found = set(removed), {}
    for id_ in added:
        former = [one for one in after.claims[id_].former_ids if one in gone and one not in found]
        if former:
            found[former[-1]] = id_
    return found


def _of_one_name(
    old: Mapping[str, Any], new: Mapping[str, Any], added: list[str], removed: list[str]
) -> dict[str, str]:
    named = {name_of(new[id_]): id_ for id_ in added if name_of(new[id_])}
    found = {}
    for id_ in removed:
        if now := named.pop(name_of(old[id_]), None):
            found[id_] = now
    return found
