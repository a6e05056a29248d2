"""Reads the folders, validates everything, resolves every reference once.

The corpus owns the records; what points from one to another is kept as ids, and the links
back are computed once, when the corpus is made.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from generator import confirmation, migrations, quotations, reading
from generator.fields import id_fault
from generator.links import Links
from generator.problems import Position, Problem
from generator.records import (
    Claim,
    Event,
    Kind,
    Passage,
    Person,
    Publisher,
    Rating,
    Record,
    Rules,
    Source,
    Topic,
)
from generator.references import REFERENCES, Key, Resolver, values_at
from generator.validation import validate
from generator.versions import frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from generator.passages.quotation import Result
    from generator.passages.seal import Seal
    from generator.versions.frozen import Version
    from generator.yamltext import Data, Document

MODELS: dict[Kind, type[Record]] = {
    Kind.SOURCE: Source,
    Kind.PERSON: Person,
    Kind.TOPIC: Topic,
    Kind.EVENT: Event,
    Kind.CLAIM: Claim,
}

_FIRST_WORD = re.compile(r"\w+|\S")


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """All valid records, each by its id, and where each was written.

    ``broken`` names records that exist and have problems: they are in none of the maps,
    and a reference to one is not reported again. ``today`` is the day of a check; a build has
    none, so that it is the same on every day.
    """

    publisher: Publisher
    ratings: Mapping[str, Rating]
    sources: Mapping[str, Source]
    people: Mapping[str, Person]
    topics: Mapping[str, Topic]
    events: Mapping[str, Event]
    claims: Mapping[str, Claim]
    seals: Mapping[str, Seal] = field(repr=False)
    signed: frozenset[str] = field(repr=False)  # sources whose seal has a signature
    documents: Mapping[Key, Document] = field(repr=False)
    broken: frozenset[Key] = frozenset()
    rules: Rules = field(default_factory=Rules)
    today: date | None = None
    # As published, oldest first; of an unread claim one could not be read.
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict, repr=False)
    unread: frozenset[str] = frozenset()

    @cached_property
    def links(self) -> Links:
        """Every link back, computed once."""
        return Links.of(self.sources, self.claims)

    @cached_property
    def verified(self) -> dict[str, Result]:
        """Every passage compared with the seal of its source, by ``<source>#<passage>``."""
        return quotations.compare_all(self.sources, self.seals, self.rules.shortest_quotation)

    def quoted_tokens(self, source: Source) -> set[int]:
        """Return the numbers of a source's tokens that are published, prefix and suffix too."""
        found = (self.verified[f"{source.id}#{key}"].covered for key in source.passages)
        return {number for spans in found for span in spans for number in range(*span)}

    @cached_property
    def newest_claims(self) -> tuple[Claim, ...]:
        """Claims by day of first publication, newest first; drafts stand before all."""
        by_id = sorted(self.claims.values(), key=lambda claim: claim.id)
        return tuple(sorted(by_id, key=_publication, reverse=True))

    @cached_property
    def rank(self) -> dict[str, int]:
        """The place of each claim in ``newest_claims``, to sort any list of claims by."""
        return {claim.id: place for place, claim in enumerate(self.newest_claims)}

    @cached_property
    def spellings(self) -> dict[str, tuple[str, ...]]:
        """The passages in which each spelling of a name stands, found in one pass over all."""
        names = {name for p in self.people.values() for name in (p.name, *p.variants)}
        found: dict[str, dict[str, None]] = {name: {} for name in sorted(names)}
        starting: dict[str, list[str]] = defaultdict(list)
        for name in sorted(names, key=lambda name: (-len(name), name)):
            starting[_FIRST_WORD.findall(name + " -")[0]].append(name)
        for source in self.sources.values():
            for passage_id, passage in source.passages.items():
                for name in _names_in(passage.quote, starting):
                    found[name][f"{source.id}#{passage_id}"] = None
        return {name: tuple(passages) for name, passages in found.items()}

    @cached_property
    def as_of(self) -> date | None:
        """The newest date in the records: the site's only clock."""
        days = [claim.changed_on for claim in self.claims.values()]
        days += [claim.reviewed_on for claim in self.claims.values()]
        days += [source.accessed for source in self.sources.values()]
        return max((day for day in days if day), default=None)

    @property
    def clock(self) -> date | None:
        """The day by which what grows old is judged."""
        return self.today or self.as_of

    @cached_property
    def named(self) -> frozenset[Key]:
        """All that any file names, files with problems too."""
        return frozenset(
            (target, text)
            for (kind, _), document in self.documents.items()
            for pattern, target in REFERENCES.get(kind, ())
            for _, text in values_at(document.data, pattern)
        )

    def passage(self, reference: str) -> tuple[Source, Passage]:
        """Return the source and the passage that ``<source>#<passage>`` names."""
        source_id, _, passage_id = reference.partition("#")
        source = self.sources[source_id]
        return source, source.passages[passage_id]

    def file_of(self, kind: Kind, record_id: str) -> str:
        """Return the path of a record's file from the root of the project."""
        return self.documents[kind, record_id].file

    @property
    def rating_file(self) -> str:
        """The file of the rating scale, which holds all ratings."""
        return reading.RATINGS

    def at(self, kind: Kind, record_id: str, *path: str | int) -> Position:
        """Return the position of a value in a record's file."""
        return self.documents[kind, record_id].at(path)


def _names_in(text: str, starting: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the longest name that stands at each word of ``text``; each word is looked up once."""
    end = 0
    for word in _FIRST_WORD.finditer(text):
        for name in starting.get(word.group(), ()):
            stop = word.start() + len(name)
            if word.start() >= end and text.startswith(name, word.start()):
                if text[stop : stop + 1].isalnum():
                    continue
                end = stop
                yield name
                break


def _publication(claim: Claim) -> tuple[bool, str]:
    return not claim.is_public, str(claim.published_on or "")


def load(root: Path, instead: Corpus | None = None) -> tuple[Corpus | None, list[Problem]]:
    """Read all records below ``root``; report every problem of every file.

    Returns None when publisher or ratings cannot be read: no page can be made without. To look
    at the records all the same, those of the corpus ``instead`` are taken.
    """
    records, documents, broken, problems = _read_records(root)
    publisher, ratings, trouble = _site_config(root)
    problems += trouble
    seals, trouble = quotations.read_seals(root, records[Kind.SOURCE])
    problems += trouble
    rules, trouble = _rules(root)
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
    problems += [problem for _, problem in unresolved]
    if instead is not None:
        publisher, ratings = publisher or instead.publisher, ratings or dict(instead.ratings)
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
            broken=frozenset(broken | {key for key, _ in unresolved}),
            rules=rules,
            versions=published.versions,
            unread=published.unread,
        ),
        problems,
    )


def names(root: Path) -> dict[str, frozenset[str]]:
    """Return every spelling of every person's name, by id; broken records are passed over."""
    people = _read_records(root, (Kind.PERSON,))[0][Kind.PERSON]
    return {id_: frozenset((person.name, *person.variants)) for id_, person in people.items()}


@dataclass(frozen=True, kw_only=True)
class SourceSet:
    """The sound sources alone, with their seals: what comparing quotations needs."""

    sources: Mapping[str, Source]
    seals: Mapping[str, Seal] = field(repr=False)
    documents: Mapping[Key, Document] = field(repr=False)
    rules: Rules = field(default_factory=Rules)

    @cached_property
    def verified(self) -> dict[str, Result]:
        """Every passage compared with the seal of its source, by ``<source>#<passage>``."""
        shortest = self.rules.shortest_quotation
        return quotations.compare_all(self.sources, self.seals, shortest)


def load_sources(root: Path, ids: Collection[str] | None = None) -> tuple[SourceSet, list[Problem]]:
    """Read the sources of ``ids``, or all, and their seals, and no other record."""
    records, documents, _, problems = _read_records(root, (Kind.SOURCE,), ids)
    seals, trouble = quotations.read_seals(root, records[Kind.SOURCE])
    rules, more = _rules(root)
    found = SourceSet(
        sources=records[Kind.SOURCE],
        seals=seals,
        documents=documents,
        rules=rules,
    )
    return found, [*problems, *trouble, *more]


def _read_records(
    root: Path, kinds: Collection[Kind] = frozenset(MODELS), ids: Collection[str] | None = None
) -> tuple[dict[Kind, dict[str, Any]], dict[Key, Document], set[Key], list[Problem]]:
    """Read the record files of ``kinds``: the sound, all documents, the broken ones' keys."""
    found, problems = reading.find(root)
    records: dict[Kind, dict[str, Any]] = {kind: {} for kind in MODELS}
    documents: dict[Key, Document] = {}
    first: dict[Key, str] = {}
    broken: set[Key] = set()
    for item in found:
        if item.kind not in kinds or (ids is not None and item.id not in ids):
            continue
        key = (item.kind, item.id)
        document, trouble = reading.read(root, item.file)
        record = None
        if document is not None:
            record, trouble = _record(item.kind, item.id, document)
        problems += trouble
        if key in first:
            problems.append(_duplicate(item.file, first[key]))
            continue
        first[key] = item.file
        if document is not None:
            documents[key] = document
        if record is not None:
            records[item.kind][item.id] = record
        if trouble:
            broken.add(key)
    return records, documents, broken, problems


def _duplicate(file: str, first: str) -> Problem:
    said = f"the id is taken by {first}"
    return Problem("duplicate-id", Position(file), said, "rename one of the two files")


def _record(kind: Kind, id_: str, document: Document) -> tuple[Record | None, list[Problem]]:
    if problem := misplaced(kind, document):
        return None, [problem]
    if kind is not Kind.CLAIM:
        return validate(MODELS[kind], document.data, document, id=id_)
    claim, problems = frozen.as_record(document, id_)
    if problem := migrations.older(document):
        # What else is wrong is told too, at the places of the file as it is.
        return None, [problem, *problems]
    return claim, problems


def misplaced(kind: Kind, document: Document) -> Problem | None:
    """Return the problem that a file holds a record of another kind; None when it does not."""
    other = _better_kind(kind, document.data)
    if other is None:
        return None
    said = f"this looks like {other.with_article} and lies where {kind} records are read"
    hint = f"move it to {reading.FOLDERS[other]}/"
    return Problem("wrong-folder", Position(document.file), said, hint)


def _better_kind(kind: Kind, data: Mapping[str, Data]) -> Kind | None:
    """Name the kind whose keys these are, when they are clearly not those of ``kind``."""
    keys = set(data)

    def fit(model: type[Record]) -> tuple[int, int]:
        fields = model.model_fields.items()
        known = {f.alias or name for name, f in fields}
        required = {f.alias or name for name, f in fields if f.is_required()} - {"id"}
        return len(keys & known) - len(keys - known), len(required - keys)

    own, _ = fit(MODELS[kind])
    for other, model in MODELS.items():
        score, missing = fit(model)
        if other is not kind and own <= 0 < score and not missing:
            return other
    return None


def _site_config(
    root: Path,
) -> tuple[Publisher | None, dict[str, Rating] | None, list[Problem]]:
    publisher: Publisher | None = None
    ratings: dict[str, Rating] | None = None
    if problem := reading.not_a_project(root):
        return None, None, [problem]
    document, problems = reading.read(root, reading.PUBLISHER)
    if document is not None:
        publisher, trouble = validate(Publisher, document.data, document)
        problems += trouble
    document, trouble = reading.read(root, reading.RATINGS)
    problems += trouble
    if document is not None:
        ratings, trouble = _ratings(document)
        problems += trouble
    return publisher, ratings, problems


def _rules(root: Path) -> tuple[Rules, list[Problem]]:
    """Read the limits of the rules; what is not written has its default."""
    if not os.path.lexists(root / reading.RULES):
        return Rules(), []
    document, problems = reading.read(root, reading.RULES)
    if document is None:
        return Rules(), problems
    rules, problems = validate(Rules, document.data, document)
    return rules or Rules(), problems


def _ratings(document: Document) -> tuple[dict[str, Rating] | None, list[Problem]]:
    """Read the scale, in the order in which it is written."""
    ratings: dict[str, Rating] = {}
    problems: list[Problem] = []
    for id_, value in document.data.items():
        at = document.at((id_,), key=True)
        if said := id_fault(id_):
            problems.append(Problem("not-an-id", at, said))
        elif not isinstance(value, dict):
            said = f"'{id_}' needs its fields on indented lines below it"
            problems.append(Problem("wrong-type", at, said))
        else:
            rating, trouble = validate(Rating, value, document, at=(id_,), id=id_)
            problems += trouble
            if rating is not None:
                ratings[id_] = rating
    return (None if problems else ratings), problems
