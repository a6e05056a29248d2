"""Claims frozen as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.freezing.chosen import is_of, named, public
from generator.freezing.freeze import freeze, since
from generator.problems import Problem, Severity
from generator.records import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from generator.corpus import Corpus
    from generator.freezing.freeze import Freeze


def present(
    corpus: Corpus, found: Iterable[Problem], ids: Collection[str] = ()
) -> tuple[list[Freeze], list[Problem]]:
    """Freeze the claims of ``ids``, or all that are published, as they stand.

    ``found`` are all problems of the records. The errors among them that concern these claims are
    returned: then nothing should be written.
    """
    errors = [p for p in found if p.severity is Severity.ERROR]
    if ids:
        problems = [p for p in errors if any(is_of(p, corpus, id_) for id_ in ids)]
        claims, trouble = named(corpus, ids)
        problems += trouble
    else:
        unfinished = _drafts(corpus)
        problems = [p for p in errors if p.position.file not in unfinished]
        claims = public(corpus)
    frozen: list[Freeze] = []
    for claim in claims:
        made, trouble = freeze(corpus, claim, corpus.documents[Kind.CLAIM, claim.id])
        problems += trouble
        frozen += [made] if made else []
    return frozen, problems


def _drafts(corpus: Corpus) -> set[str]:
    """Return the files of all drafts, those with problems too."""
    return {
        document.file
        for (kind, _), document in corpus.documents.items()
        if kind is Kind.CLAIM and document.data.get("status") == Status.DRAFT
    }


def not_frozen(corpus: Corpus, frozen: Iterable[Freeze]) -> Iterator[Problem]:
    """Yield a problem for each claim that is not frozen as it stands."""
    for made in frozen:
        if made.content:
            at = corpus.at(Kind.CLAIM, made.claim.id, "status")
            yield Problem("not-frozen", at, f"the claim is not frozen as it stands{since(made)}")
