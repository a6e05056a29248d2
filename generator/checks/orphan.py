"""Every record is part of a check.

A person, topic or event that no other record names has a page which nothing leads to, and a
source of which no passage is used supports nothing. Drafts count, and so do records with other
problems. While a record cannot be read at all, nothing is called an orphan.

Name the record where it belongs, or delete its file. Can be excused, on the record: for one that
is kept for a check to come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.finding import Finding, is_whole, sources
from generator.problems import Problem, Severity
from generator.records import Kind
from generator.rules import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.records import Source

CODE = "orphan"
SEVERITY = Severity.WARNING
EXCUSABLE = True


def check(corpus: Corpus) -> Iterator[Finding]:
    """Look for records that nothing names."""
    if not is_whole(corpus):
        return
    named = {Kind.PERSON: corpus.people, Kind.TOPIC: corpus.topics, Kind.EVENT: corpus.events}
    for kind, records in named.items():
        for id_ in records:
            if (kind, id_) not in corpus.named:
                yield _finding(corpus, kind, id_, f"nothing names {kind.with_article} '{id_}'")
    for source in sources(corpus):
        if not source.passages:
            said = "no passage is quoted from this source yet"
            hint = f'add one: factcheck quote {source.id} "some words" prints it'
            yield _finding(corpus, Kind.SOURCE, source.id, said, hint)
        elif not _is_used(corpus, source):
            said = f"no claim uses the source '{source.id}'"
            yield _finding(corpus, Kind.SOURCE, source.id, said)


def _is_used(corpus: Corpus, source: Source) -> bool:
    return (Kind.SOURCE, source.id) in corpus.named or any(
        (Kind.PASSAGE, f"{source.id}#{passage_id}") in corpus.named
        for passage_id in source.passages
    )


def _finding(corpus: Corpus, kind: Kind, id_: str, said: str, hint: str = "") -> Finding:
    problem = Problem(CODE, corpus.at(kind, id_), said, hint, SEVERITY)
    return Finding(Place(kind, id_), problem)
