"""Resolves every id that one record names in another, once."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator import mends, reading, slips
from generator.fields import id_fault, is_open
from generator.problems import Problem, Suggestion, listed, suggest
from generator.records import Claim, Kind, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from generator.records import Publisher, Rating, Source
    from generator.yamltext import Data, Document
    from generator.yamltext import Path as YamlPath

Key = tuple[Kind, str]

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
# Looking for the nearest of ten thousand ids takes 40 ms: this many ids get a suggestion.
MAX_SUGGESTIONS = 20

_NO_ID = frozenset({"not-an-id", "empty-text"})  # what a field says of a text that is no id
_PUBLIC = frozenset(status.value for status in Status if status is not Status.DRAFT)


@dataclass(kw_only=True)
class Resolver:
    """All that exists, broken records too, and what of it is named wrongly.

    ``publisher`` and ``ratings`` are None when their file is broken: staff and verdicts are
    then not looked up, and everything else is.
    """

    documents: Mapping[Key, Document]
    broken: set[Key]
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    publisher: Publisher | None
    ratings: Mapping[str, Rating] | None
    known: dict[Kind, set[str]] = field(init=False)
    suggested: dict[Key, Suggestion] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.known = defaultdict(set)
        for kind, id_ in (*self.documents, *self.broken):
            self.known[kind].add(id_)
        self.known[Kind.RATING] = set(self.ratings or ())
        self.known[Kind.STAFF] = set(self.publisher.staff if self.publisher else ())

    def problems(self) -> Iterator[tuple[Key, Problem]]:
        """Yield every wrong reference with the record that holds it."""
        for (kind, id_), document in self.documents.items():
            for pattern, target in REFERENCES.get(kind, ()):
                for path, text in values_at(document.data, pattern):
                    if not self._is_fine(target, text):
                        yield (kind, id_), self._unknown(document, path, target, text)
            if kind is Kind.CLAIM:
                yield from (((kind, id_), problem) for problem in self._byline(document))
        for claim in self.claims.values():
            for problem in _self_reference(self.documents[Kind.CLAIM, claim.id], claim):
                yield (Kind.CLAIM, claim.id), problem
        yield from self._former_ids()

    def _is_fine(self, kind: Kind, text: str) -> bool:
        """Whether the id exists, or the reader of the value said already what is wrong."""
        if kind is Kind.PASSAGE:
            source, mark, passage = text.partition("#")
            if not mark or id_fault(source) or id_fault(passage):
                return True
            # The passages of a broken source cannot be known until it is mended.
            is_broken = source in self.known[Kind.SOURCE] and source not in self.sources
            return is_broken or (
                source in self.sources and passage in self.sources[source].passages
            )
        if (kind is Kind.RATING and self.ratings is None) or (
            kind is Kind.STAFF and self.publisher is None
        ):
            return True
        return text in self.known[kind] or bool(id_fault(text))

    def _unknown(self, document: Document, path: YamlPath, kind: Kind, id_: str) -> Problem:
        at = document.at(path)
        if kind is not Kind.PASSAGE:
            near = self._named(kind, id_)
            named = near is not None
            near = near or self._nearest(kind, id_, self._choices(kind, document))
            hint = near.hint if named or kind is Kind.RATING else ""
            hint = hint or _add_it(near, _place(kind, id_))
            said, mend = f"there is no {kind} '{id_}'", mends.word(document, path, near.word)
            return Problem("unknown-reference", at, said, hint, mend=mend)
        source, _, passage = id_.partition("#")
        if source not in self.sources:
            near = self._nearest(Kind.SOURCE, source, self.known[Kind.SOURCE])
            hint = _add_it(near, _place(Kind.SOURCE, source))
            mend = mends.word(document, path, f"{near.word}#{passage}") if near.word else None
            said = f"there is no source '{source}'"
            return Problem("unknown-reference", at, said, hint, mend=mend)
        said = f"the source '{source}' has no passage '{passage}'"
        file = self.documents[Kind.SOURCE, source].file
        near = self._nearest(Kind.PASSAGE, id_, self.sources[source].passages)
        hint = near.hint or f"add it to {file}"
        mend = mends.word(document, path, f"{source}#{near.word}") if near.word else None
        return Problem("unknown-reference", at, said, hint, mend=mend)

    def told_by_name(self, problems: Sequence[Problem]) -> list[Problem]:
        """Say of each value that is no id at all which id it may mean."""
        if all(problem.code not in _NO_ID for problem in problems):
            return [*problems]
        places = {
            document.at(path): (document, path, target, text)
            for (kind, _), document in self.documents.items()
            for pattern, target in REFERENCES.get(kind, ())
            if target is not Kind.PASSAGE
            for path, text in values_at(document.data, pattern)
            if id_fault(text)
        }
        return [
            self._by_name(problem, *places[problem.position])
            if problem.code in _NO_ID and problem.position in places
            else problem
            for problem in problems
        ]

    def _by_name(
        self, problem: Problem, document: Document, path: YamlPath, kind: Kind, text: str
    ) -> Problem:
        choices = self._choices(kind, document)
        slug = slips.as_id(text)
        id_ = slug.value if slug else text
        if is_open(text):
            near = suggest("", choices)
        elif named := self._named(kind, text):
            near = named
        elif id_ in self.known[kind]:
            near = Suggestion(f"write the id: '{id_}'", id_)
        else:
            near = self._nearest(kind, id_, choices)
        hint = (
            near.hint or f"write the id of a record that exists, or add one: {_place(kind, 'ID')}"
        )
        return replace(problem, hint=hint, mend=mends.word(document, path, near.word))

    def _named(self, kind: Kind, text: str) -> Suggestion | None:
        """Return the id of what has ``text`` as a name; all ids where several have it."""
        ids = sorted(self.named[kind].get(_folded(text), ()))
        if len(ids) > 1:
            return Suggestion(f"did you mean {listed(ids, 'or')}?")
        return Suggestion(f"'{ids[0]}' is the id of what has this name", ids[0]) if ids else None

    @cached_property
    def named(self) -> Mapping[Kind, Mapping[str, set[str]]]:
        """The ids of each kind by every name that a record has, read without case."""
        named: dict[Kind, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for (kind, id_), document in self.documents.items():
            for key in (("name",), ("variants", EACH)):
                for _, name in values_at(document.data, key):
                    named[kind][_folded(name)].add(id_)
        for id_, rating in (self.ratings or {}).items():
            named[Kind.RATING][_folded(rating.label)].add(id_)
        for id_, member in (self.publisher.staff if self.publisher else {}).items():
            named[Kind.STAFF][_folded(member.name)].add(id_)
        return named

    def _choices(self, kind: Kind, document: Document) -> Collection[str]:
        """Return the ids that may stand in a record: of verdicts, those that answer the claim."""
        asks = document.data.get("asks")
        ratings = self.ratings or {}
        fitting = [rating.id for rating in ratings.values() if rating.asks == asks]
        return fitting if kind is Kind.RATING and fitting else self.known[kind]

    def _nearest(self, kind: Kind, id_: str, known: Collection[str]) -> Suggestion:
        """Look for what was meant, once for all places that name the same."""
        if kind is Kind.RATING:  # a handful, and others for each question
            return suggest(id_, known)
        if (kind, id_) not in self.suggested:
            if len(self.suggested) >= MAX_SUGGESTIONS:
                return Suggestion()
            self.suggested[kind, id_] = suggest(id_.rpartition("#")[2], known)
        return self.suggested[kind, id_]

    def _byline(self, document: Document) -> Iterator[Problem]:
        """Ask for a second pair of eyes, in a claim with other problems too."""
        status, reviewer = str(document.data.get("status")), document.data.get("reviewed_by")
        if status not in _PUBLIC or not self.publisher or not self.publisher.review.two_people:
            return
        if reviewer is None:
            is_written = "reviewed_by" in document.data
            at = document.at(("reviewed_by",) if is_written else ("status",))
            said = f"a {status} claim needs 'reviewed_by': the two-person rule is on"
            hint = "name somebody else than in 'checked_by', or set 'status: draft'"
            mend = None if is_written else mends.keys(document, (), Claim, ["reviewed_by"])
            yield Problem("missing-field", at, said, hint, mend=mend)
        elif reviewer == document.data.get("checked_by") and not id_fault(str(reviewer)):
            at = document.at(("reviewed_by",))
            said = "checker and reviewer are the same: the two-person rule is on"
            yield Problem("inconsistent", at, said, "let somebody else review the claim")

    def _former_ids(self) -> Iterator[tuple[Key, Problem]]:
        taken = {id_: self.documents[Kind.CLAIM, id_].file for id_ in self.claims}
        for claim in self.claims.values():
            document = self.documents[Kind.CLAIM, claim.id]
            for index, former in enumerate(claim.former_ids):
                if former in taken:
                    said = f"the former id '{former}' is in use by {taken[former]}"
                    at = document.at(("former_ids", index))
                    hint = "keep it where the page was, and delete it here"
                    yield (Kind.CLAIM, claim.id), Problem("duplicate-id", at, said, hint)
                taken.setdefault(former, document.file)


def values_at(data: Data, pattern: tuple[str | None, ...]) -> Iterator[tuple[YamlPath, str]]:
    """Yield every text at ``pattern`` with its path; what has another shape is passed over.

    References are looked up in the data and not in the record, so that one run reports them
    in a file that has other problems too.
    """
    found: list[tuple[YamlPath, Data]] = [((), data)]
    for step in pattern:
        found = [((*path, key), value) for path, at in found for key, value in _below(at, step)]
    return ((path, text.strip()) for path, text in found if isinstance(text, str))


def _below(data: Data, step: str | None) -> Iterable[tuple[str | int, Data]]:
    if isinstance(data, dict):
        return data.items() if step is EACH else ((step, data.get(step)),)
    return enumerate(data) if isinstance(data, list) and step is EACH else ()


def _folded(name: str) -> str:
    return " ".join(re.split(r"[\s_-]+", name.casefold().strip()))


def _add_it(near: Suggestion, place: str) -> str:
    return near.hint if near.is_guess else "; ".join(filter(None, [f"add it: {place}", near.hint]))


def _place(kind: Kind, id_: str) -> str:
    in_one_file = {Kind.RATING: reading.RATINGS, Kind.STAFF: f"'staff' in {reading.PUBLISHER}"}
    return in_one_file.get(kind) or f"{reading.FOLDERS[kind]}/{id_}.yml"


def _self_reference(document: Document, claim: Claim) -> Iterator[Problem]:
    for index, related in enumerate(claim.related):
        if related.claim == claim.id:
            at = document.at(("related", index, "claim"))
            yield Problem("inconsistent", at, "the claim is related to itself", "delete the entry")
