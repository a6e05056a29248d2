"""Reads the folders, validates everything, resolves every reference once.

The corpus owns the records; what points from one to another is kept as ids, and the links
back are computed once, when the corpus is made.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from generator import reading
from generator.fields import id_fault
from generator.links import Links
from generator.problems import Position, Problem, nearest
from generator.records import (
    Claim,
    Event,
    Kind,
    Passage,
    Person,
    Publisher,
    Rating,
    Record,
    Source,
    Topic,
)
from generator.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from generator.yamltext import Data, Document
    from generator.yamltext import Path as YamlPath

MODELS: dict[Kind, type[Record]] = {
    Kind.SOURCE: Source,
    Kind.PERSON: Person,
    Kind.TOPIC: Topic,
    Kind.EVENT: Event,
    Kind.CLAIM: Claim,
}

Key = tuple[Kind, str]


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """All valid records, each by its id, and where each was written.

    ``broken`` names records that exist and have problems: they are in none of the maps,
    and a reference to one is not reported again.
    """

    publisher: Publisher
    ratings: Mapping[str, Rating]
    sources: Mapping[str, Source]
    people: Mapping[str, Person]
    topics: Mapping[str, Topic]
    events: Mapping[str, Event]
    claims: Mapping[str, Claim]
    documents: Mapping[Key, Document] = field(repr=False)
    broken: frozenset[Key] = frozenset()

    @cached_property
    def links(self) -> Links:
        """Every link back, computed once."""
        return Links.of(self.sources, self.claims)

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
        found: dict[str, dict[str, None]] = {name: {} for name in names}
        if names:
            longest_first = sorted(names, key=lambda name: (-len(name), name))
            spelling = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
            for source in self.sources.values():
                for passage_id, passage in source.passages.items():
                    for name in spelling.findall(passage.quote):
                        found[name][f"{source.id}#{passage_id}"] = None
        return {name: tuple(passages) for name, passages in found.items()}

    @cached_property
    def as_of(self) -> date | None:
        """The newest date in the records: the site's only clock."""
        days = [claim.changed_on for claim in self.claims.values()]
        days += [claim.reviewed_on for claim in self.claims.values()]
        days += [source.accessed for source in self.sources.values()]
        return max((day for day in days if day), default=None)

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

    def without_drafts(self) -> Corpus:
        """Return the corpus as the public sees it."""
        public = {id_: claim for id_, claim in self.claims.items() if claim.is_public}
        return self if len(public) == len(self.claims) else replace(self, claims=public)


def _publication(claim: Claim) -> tuple[bool, str]:
    return not claim.is_public, str(claim.published_on or "")


def load(root: Path) -> tuple[Corpus | None, list[Problem]]:
    """Read all records below ``root``; report every problem of every file.

    Returns None when publisher or ratings cannot be read: no page can be made without.
    """
    found, problems = reading.find(root)
    records: dict[Kind, dict[str, Any]] = {kind: {} for kind in MODELS}
    documents: dict[Key, Document] = {}
    first: dict[Key, str] = {}
    broken: set[Key] = set()
    for item in found:
        key = (item.kind, item.id)
        if key in first:
            problems.append(_duplicate(item.file, first[key]))
            continue
        first[key] = item.file
        document, trouble = reading.read(root, item.file)
        if document is not None:
            documents[key] = document
            record, trouble = _record(item.kind, item.id, document)
            if record is not None:
                records[item.kind][item.id] = record
        if trouble:
            broken.add(key)
            problems += trouble
    publisher, ratings, trouble = _site_config(root)
    problems += trouble
    if publisher is None or ratings is None:
        return None, problems
    corpus = Corpus(
        publisher=publisher,
        ratings=ratings,
        sources=records[Kind.SOURCE],
        people=records[Kind.PERSON],
        topics=records[Kind.TOPIC],
        events=records[Kind.EVENT],
        claims=records[Kind.CLAIM],
        documents=documents,
        broken=frozenset(broken),
    )
    unresolved = list(_resolve(corpus))
    broken |= {key for key, _ in unresolved}
    return replace(corpus, broken=frozenset(broken)), [*problems, *(p for _, p in unresolved)]


def _duplicate(file: str, first: str) -> Problem:
    said = f"the id is taken by {first}"
    return Problem("duplicate-id", Position(file), said, "rename one of the two files")


def _record(kind: Kind, id_: str, document: Document) -> tuple[Record | None, list[Problem]]:
    other = _better_kind(kind, document.data)
    if other is not None:
        said = f"this looks like {other.with_article} and lies where {kind} records are read"
        hint = f"move it to {reading.FOLDERS[other]}/"
        return None, [Problem("wrong-folder", Position(document.file), said, hint)]
    return validate(MODELS[kind], document.data, document, id=id_)


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
    if not (root / reading.SITE_CONFIG).is_dir():
        said = f"there is no folder {reading.SITE_CONFIG}/ here"
        hint = "run this where claims/, content/ and site_config/ lie, or name that folder: --root"
        return None, None, [Problem("unreadable-file", Position(reading.SITE_CONFIG), said, hint)]
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


# --- references -------------------------------------------------------------------------

EACH = None  # in a path: every entry of a list or mapping
REFERENCES: dict[Kind, tuple[tuple[tuple[str | None, ...], Kind], ...]] = {
    Kind.CLAIM: (
        (("claimant",), Kind.PERSON),
        (("verdict",), Kind.RATING),
        (("checked_by",), Kind.STAFF),
        (("reviewed_by",), Kind.STAFF),
        (("appearances", EACH), Kind.SOURCE),
        (("topics", EACH), Kind.TOPIC),
        (("people", EACH), Kind.PERSON),
        (("events", EACH), Kind.EVENT),
        (("related", EACH, "claim"), Kind.CLAIM),
        (("evidence", EACH, "passage"), Kind.PASSAGE),
        (("history", EACH, "verdict_before"), Kind.RATING),
    ),
    Kind.SOURCE: ((("passages", EACH, "speaker"), Kind.PERSON),),
}


def _values(data: Data, pattern: tuple[str | None, ...]) -> Iterator[tuple[YamlPath, str]]:
    """Yield every text at ``pattern`` with its path; what has another shape is passed over.

    References are looked up in the data and not in the record, so that one run reports them
    in a file that has other problems too.
    """
    if not pattern:
        if isinstance(data, str):
            yield (), data.strip()
        return
    head, *rest = pattern
    steps: Iterable[tuple[str | int, Data]] = ()
    if isinstance(data, dict):
        steps = data.items() if head is EACH else [(head, data.get(head))]
    elif isinstance(data, list) and head is EACH:
        steps = enumerate(data)
    for key, value in steps:
        yield from (((key, *path), text) for path, text in _values(value, tuple(rest)))


def _resolve(corpus: Corpus) -> Iterator[tuple[Key, Problem]]:
    known = _known(corpus)
    for (kind, id_), document in corpus.documents.items():
        for pattern, target in REFERENCES.get(kind, ()):
            for path, text in _values(document.data, pattern):
                if text in known[target] or _is_reported(corpus, target, text):
                    continue
                yield (kind, id_), _unknown(document, path, target, text, known)
    for claim in corpus.claims.values():
        document = corpus.documents[Kind.CLAIM, claim.id]
        for problem in (*_byline(corpus, claim), *_self_reference(document, claim)):
            yield (Kind.CLAIM, claim.id), problem
    yield from _former_ids(corpus)


def _known(corpus: Corpus) -> dict[Kind, set[str]]:
    """Collect the ids that exist, those of broken records too."""
    known: dict[Kind, set[str]] = defaultdict(set)
    for kind, id_ in (*corpus.documents, *corpus.broken):
        known[kind].add(id_)
    known[Kind.RATING] = set(corpus.ratings)
    known[Kind.STAFF] = set(corpus.publisher.staff)
    for source in corpus.sources.values():
        known[Kind.PASSAGE] |= {f"{source.id}#{passage}" for passage in source.passages}
    return known


def _is_reported(corpus: Corpus, kind: Kind, text: str) -> bool:
    """Whether the reader of the value said already what is wrong with it."""
    if kind is not Kind.PASSAGE:
        return bool(id_fault(text))
    source, mark, passage = text.partition("#")
    malformed = not mark or id_fault(source) or id_fault(passage)
    # The passages of a broken source cannot be known until it is mended.
    return bool(malformed) or (Kind.SOURCE, source) in corpus.broken


def _unknown(
    document: Document, path: YamlPath, kind: Kind, id_: str, known: Mapping[Kind, Iterable[str]]
) -> Problem:
    choices = known[kind]
    if kind is Kind.PASSAGE:
        source, _, passage = id_.partition("#")
        if source not in known[Kind.SOURCE]:
            said = f"there is no source '{source}'"
            hint = nearest(source, known[Kind.SOURCE])
            return Problem("unknown-reference", document.at(path), said, hint)
        said = f"the source '{source}' has no passage '{passage}'"
        own = [c.partition("#")[2] for c in choices if c.startswith(f"{source}#")]
        return Problem("unknown-reference", document.at(path), said, nearest(passage, own))
    hint = nearest(id_, choices) or f"add it: {_place(kind, id_)}"
    said = f"there is no {kind} '{id_}'"
    return Problem("unknown-reference", document.at(path), said, hint)


def _place(kind: Kind, id_: str) -> str:
    in_one_file = {Kind.RATING: reading.RATINGS, Kind.STAFF: f"'staff' in {reading.PUBLISHER}"}
    return in_one_file.get(kind) or f"{reading.FOLDERS[kind]}/{id_}.yml"


def _byline(corpus: Corpus, claim: Claim) -> Iterator[Problem]:
    if not claim.is_public or not corpus.publisher.review.two_people:
        return
    at = corpus.at(Kind.CLAIM, claim.id, "reviewed_by")
    if claim.reviewed_by is None:
        said = f"a {claim.status} claim needs 'reviewed_by': the two-person rule is on"
        yield Problem("missing-field", at, said, "or set 'status: draft'")
    elif claim.reviewed_by == claim.checked_by:
        said = "checker and reviewer are the same: the two-person rule is on"
        yield Problem("inconsistent", at, said, "let somebody else review the claim")


def _self_reference(document: Document, claim: Claim) -> Iterator[Problem]:
    for index, related in enumerate(claim.related):
        if related.claim == claim.id:
            at = document.at(("related", index, "claim"))
            yield Problem("inconsistent", at, "the claim is related to itself")


def _former_ids(corpus: Corpus) -> Iterator[tuple[Key, Problem]]:
    taken = {id_: corpus.file_of(Kind.CLAIM, id_) for id_ in corpus.claims}
    for claim in corpus.claims.values():
        for index, former in enumerate(claim.former_ids):
            if former in taken:
                said = f"the former id '{former}' is in use by {taken[former]}"
                at = corpus.at(Kind.CLAIM, claim.id, "former_ids", index)
                yield (Kind.CLAIM, claim.id), Problem("duplicate-id", at, said)
            taken.setdefault(former, corpus.file_of(Kind.CLAIM, claim.id))
