"""Links back, from what is pointed at to what points: computed once, kept as ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.records import Kind

if TYPE_CHECKING:
    from generator.records import Claim, RelatedAs, Source

Index = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Relation:
    """A link between two claims, seen from one of them.

    ``derived`` is true on the side that the record does not write: B is repeated by A.
    """

    how: RelatedAs
    derived: bool
    other: str


@dataclass(frozen=True, kw_only=True)
class Links:
    """Ids of claims by what they point at; passages by who speaks in them."""

    claims_of_source: Index
    claims_of_passage: Index
    claims_by_claimant: Index
    claims_naming_person: Index
    claims_of_topic: Index
    claims_of_event: Index
    claims_of_verdict: Index
    passages_of_speaker: Index
    sources_of_origin: Index
    relations: Mapping[str, tuple[Relation, ...]]

    def claims_on(self, kind: Kind, record_id: str) -> tuple[str, ...]:
        """Return the claims of a topic, or those that a person made or is named in."""
        if kind is Kind.TOPIC:
            return self.claims_of_topic.get(record_id, ())
        made = self.claims_by_claimant.get(record_id, ())
        return tuple(dict.fromkeys((*made, *self.claims_naming_person.get(record_id, ()))))

    @classmethod
    def of(cls, sources: Mapping[str, Source], claims: Mapping[str, Claim]) -> Links:
        """Walk all records once."""
        by: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
        relations: dict[str, list[Relation]] = defaultdict(list)
        for source in sources.values():
            by["origin"][source.origin][source.id] = None
            for passage_id, passage in source.passages.items():
                if passage.speaker:
                    by["speaker"][passage.speaker][f"{source.id}#{passage_id}"] = None
        for claim in claims.values():
            for relation, targets in _targets(claim).items():
                for target in targets:
                    by[relation][target][claim.id] = None
            for related in claim.related:
                if related.claim not in claims:
                    continue  # a draft, which the public corpus leaves out
                how = related.how
                relations[claim.id].append(Relation(how=how, derived=False, other=related.claim))
                relations[related.claim].append(Relation(how=how, derived=True, other=claim.id))

        def index(name: str) -> Index:
            return {target: tuple(ids) for target, ids in by[name].items()}

        return cls(
            claims_of_source=index("source"),
            claims_of_passage=index("passage"),
            claims_by_claimant=index("claimant"),
            claims_naming_person=index("person"),
            claims_of_topic=index("topic"),
            claims_of_event=index("event"),
            claims_of_verdict=index("verdict"),
            passages_of_speaker=index("speaker"),
            sources_of_origin=index("origin"),
            relations={id_: tuple(dict.fromkeys(found)) for id_, found in relations.items()},
        )


def _targets(claim: Claim) -> dict[str, list[str]]:
    passages = [item.passage for item in claim.evidence if item.passage]
    leaning = [passage.partition("#")[0] for passage in passages]
    return {
        "source": [*leaning, *claim.appearances],
        "passage": passages,
        "claimant": [claim.claimant] if claim.claimant else [],
        "person": list(claim.people),
        "topic": list(claim.topics),
        "event": list(claim.events),
        "verdict": [claim.verdict] if claim.verdict else [],
    }
