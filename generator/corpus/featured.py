"""The claims that the publisher features, looked up among all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import mends
from generator.fields import id_fault
from generator.problems import Problem, suggest
from generator.records import Kind, Status
from generator.references import EACH, values_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from generator.records import Claim
    from generator.references import Key
    from generator.yamltext import Document


def problems(
    written: Document | None, claims: Mapping[str, Claim], keys: Collection[Key]
) -> Iterator[Problem]:
    """Find featured claims that do not exist, or that the home page does not show.

    ``keys`` are those of all records, broken ones too; ``claims`` are the sound ones.
    """
    if written is None:
        return
    known = [id_ for kind, id_ in keys if kind is Kind.CLAIM]
    for path, id_ in values_at(written.data, ("featured", EACH)):
        at = written.at(path)
        if id_fault(id_):
            continue
        if id_ not in known:
            near = suggest(id_, known)
            said, mend = f"there is no claim '{id_}'", mends.word(written, path, near.word)
            yield Problem("unknown-reference", at, said, near.hint, mend=mend)
        elif id_ in claims and claims[id_].status is not Status.PUBLISHED:
            said = f"the claim '{id_}' is {claims[id_].status}"
            yield Problem("inconsistent", at, said, "feature claims that stand; remove the line")
