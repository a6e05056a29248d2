"""Reads the folders, validates everything, resolves every reference once.

The corpus owns the records; what points from one to another is kept as ids, and the links
back are computed once, when the corpus is made.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator import confirmation, quotations
from generator.corpus import featured, files, settings
from generator.corpus.files import MODELS, misplaced
from generator.corpus.sources import SourceSet, load_sources
from generator.corpus.whole import Corpus
from generator.records import Kind
from generator.references import Resolver
from generator.versions import frozen

if TYPE_CHECKING:
    from pathlib import Path

    from generator.problems import Problem

__all__ = ["MODELS", "Corpus", "SourceSet", "load", "load_sources", "misplaced", "names"]


def load(
    root: Path, instead: Corpus | None = None, before: files.Before | None = None
) -> tuple[Corpus | None, list[Problem]]:
    """Read all records below ``root``; report every problem of every file.

    Returns None when publisher or ratings cannot be read: no page can be made without. To look
    at the records all the same, those of the corpus ``instead`` are taken. ``before`` knows what
    the files of an earlier reading were made into, and learns of these.
    """
    records, documents, broken, problems = files.read(root, before=before)
    known, trouble = settings.read(root)
    publisher, ratings = known.publisher, known.ratings
    problems += trouble
    seals, trouble = quotations.read_seals(root, records[Kind.SOURCE])
    problems += trouble
    rules, trouble = settings.rules(root)
    problems += trouble
    mark, trouble = settings.mark(root)
    problems += trouble
    published, trouble = frozen.read(root, records[Kind.CLAIM], documents, broken)
    problems += trouble
    resolver = Resolver(
        documents=documents,
        broken=broken,
        sources=records[Kind.SOURCE],
        claims=records[Kind.CLAIM],
        publisher=publisher,
        ratings=ratings,
    )
    unresolved = list(resolver.problems())
    problems = resolver.told_by_name(problems)
    problems += [problem for _, problem in unresolved]
    problems += featured.problems(
        known.publisher_document, records[Kind.CLAIM], [*documents, *broken]
    )
    if instead is not None:
        publisher, ratings = publisher or instead.publisher, ratings or dict(instead.ratings)
        # What the lent ones do not have is no fault of the record; no rule can look at it.
        unresolved += replace(resolver, publisher=publisher, ratings=ratings).problems()
    if publisher is None or ratings is None:
        return None, problems
    return (
        Corpus(
            publisher=publisher,
            ratings=ratings,
            sources=records[Kind.SOURCE],
            people=records[Kind.PERSON],
            topics=records[Kind.TOPIC],
            events=records[Kind.EVENT],
            claims=records[Kind.CLAIM],
            seals=seals,
            signed=confirmation.signed(root, seals),
            documents=documents,
            rating_document=known.rating_document,
            broken=frozenset(broken | {key for key, _ in unresolved}),
            rules=rules,
            mark=mark,
            versions=published.versions,
            unread=published.unread,
        ),
        problems,
    )


def names(root: Path) -> dict[str, frozenset[str]]:
    """Return every spelling of every person's name, by id; broken records are passed over."""
    people = files.read(root, (Kind.PERSON,))[0][Kind.PERSON]
    return {id_: frozenset((person.name, *person.variants)) for id_, person in people.items()}
