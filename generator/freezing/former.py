"""Claims frozen as a revision of git has them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import reading, yamltext
from generator.freezing.chosen import is_of, named, public
from generator.freezing.freeze import freeze
from generator.problems import Problem
from generator.records import Kind
from generator.versions.frozen import as_record
from generator.versions.history import departure, rewritten

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from generator.corpus import Corpus
    from generator.freezing.freeze import Freeze
    from generator.records import Claim
    from generator.revisions import Revision
    from generator.yamltext import Document


def former(
    corpus: Corpus, found: Iterable[Problem], revision: Revision, ids: Collection[str] = ()
) -> tuple[list[Freeze], list[Problem]]:
    """Freeze the claims of ``ids``, or all, as a revision of git has them.

    What the revision does not have, or has as a draft, is a problem for a claim that is named.
    """
    claims, problems = named(corpus, ids) if ids else (public(corpus), [])
    sound = {claim.id for claim in claims}
    problems += [p for p in found for id_ in ids if id_ not in sound and is_of(p, corpus, id_)]
    files = {
        PurePosixPath(file).stem: file
        for file in revision.files(reading.FOLDERS[Kind.CLAIM])
        if file.endswith(".yml") and not file.startswith(reading.VERSIONS)
    }
    frozen: list[Freeze] = []
    for claim in claims:
        made, trouble = _former(corpus, claim, revision, files)
        problems += [p for p in trouble if ids or p.code != "not-frozen"]
        frozen += [made] if made else []
    return frozen, problems


def _former(
    corpus: Corpus, claim: Claim, revision: Revision, files: Mapping[str, str]
) -> tuple[Freeze | None, list[Problem]]:
    file = next((files[id_] for id_ in (claim.id, *claim.former_ids) if id_ in files), "")
    raw = revision.read(file) if file else None
    if raw is None:
        at = corpus.at(Kind.CLAIM, claim.id)
        said = f"{revision.name} has no claim of this id or of a former one"
        return None, [Problem("not-frozen", at, said, "name a revision that has it")]
    name = f"{revision.name}:{file}"
    document, record, problems = _parsed(raw, name, claim.id)
    if record is None or document is None:
        hint = "nobody can mend what git has: name a revision in which the claim is sound"
        return None, [replace(problem, hint=hint) for problem in problems]
    if not record.is_public:
        said = f"the claim was a draft in {revision.name}; only what is published is frozen"
        at = document.at(("status",))
        return None, [Problem("not-frozen", at, said, "name a revision that published it")]
    if (number := departure(claim, record)) is not None:
        at = corpus.at(Kind.CLAIM, claim.id, "history", number)
        return None, [Problem("history-rewritten", at, rewritten(claim, number, name))]
    return freeze(corpus, record, document)


def _parsed(
    raw: bytes, name: str, claim_id: str
) -> tuple[Document | None, Claim | None, list[Problem]]:
    text, problems = yamltext.decode(raw, name)
    if problems:
        return None, None, problems
    document, problems = yamltext.parse(text, name)
    return (
        (None, None, problems) if document is None else (document, *as_record(document, claim_id))
    )
