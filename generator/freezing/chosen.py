"""The claims that a command names, and the problems that concern them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import reading
from generator.problems import Position, Problem, nearest
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.corpus import Corpus
    from generator.records import Claim


def public(corpus: Corpus) -> list[Claim]:
    """Return all claims that are published or withdrawn, by id."""
    return sorted((c for c in corpus.claims.values() if c.is_public), key=lambda c: c.id)


def named(corpus: Corpus, ids: Iterable[str]) -> tuple[list[Claim], list[Problem]]:
    """Return the published claims of these ids; one that is broken has problems already."""
    claims, problems = [], []
    for id_ in dict.fromkeys(ids):
        claim = corpus.claims.get(id_)
        if claim is not None and claim.is_public:
            claims.append(claim)
        elif claim is not None:
            at = corpus.at(Kind.CLAIM, id_, "status")
            said = "the claim is a draft; only what is published is frozen"
            problems.append(Problem("not-frozen", at, said, "write 'status: published' first"))
        elif (Kind.CLAIM, id_) not in corpus.broken:
            at = Position(f"{reading.FOLDERS[Kind.CLAIM]}/{id_}.yml")
            hint = nearest(id_, corpus.claims)
            problems.append(Problem("unknown-reference", at, f"there is no claim '{id_}'", hint))
    return claims, problems


def is_of(problem: Problem, corpus: Corpus, claim_id: str) -> bool:
    """Whether a problem stands in the claim, in its versions or in a source that it leans on."""
    path = PurePosixPath(problem.position.file)
    claim = corpus.claims.get(claim_id)
    if path.is_relative_to(reading.VERSIONS):
        # The folder of all versions, that of one claim, or a file in it.
        folder = path.relative_to(reading.VERSIONS).parts[:1]
        return not folder or folder[0] in (claim_id, *(claim.former_ids if claim else ()))
    if path.is_relative_to(reading.FOLDERS[Kind.CLAIM]):
        return path.stem == claim_id
    if claim is None or not path.is_relative_to(reading.FOLDERS[Kind.SOURCE]):
        return False
    passages = (item.passage.partition("#")[0] for item in claim.evidence if item.passage)
    return path.name.partition(".")[0] in {*claim.appearances, *passages}
