"""A corpus that tells what was read of it, and by which digest a later build judges each read.

What is made from one corpus may be kept for another if every read of it has the same digest
there. A digest may be coarser than the value (the whole file of a record, where one field was
read): then something is made again and comes out the same. It may never be finer.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from generator.corpus import Corpus
from generator.corpus.whole import newness
from generator.links import Links
from generator.reads import Recorded, RecordedSet, note
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping
    from datetime import date

    from generator.collation import Lexicon
    from generator.modified import Days
    from generator.passages.quotation import Result
    from generator.reads import Read
    from generator.records import Claim
    from generator.references import Key
    from generator.yamltext import Document

# Fields of the corpus that are asked for by id, and the kind of record behind each.
_RECORDS = {
    "claims": Kind.CLAIM,
    "sources": Kind.SOURCE,
    "people": Kind.PERSON,
    "topics": Kind.TOPIC,
    "events": Kind.EVENT,
}
_MAPS = (*_RECORDS, "seals", "documents", "versions")
_SETS = ("signed", "broken", "unread")
_INDICES = tuple(f.name for f in fields(Links))
_DIGEST_BYTES = 16  # no two of some million values share 128 bits by chance


def digest(*texts: str) -> str:
    """Return the digest of some texts, in their order."""
    return _digest_of(map(_measured, texts))


def _measured(text: str) -> str:
    # The lengths keep ("ab", "c") and ("a", "bc") apart.
    return f"{len(text)}:{text}"


def _digest_of(measured: Iterable[str]) -> str:
    return blake2b("".join(measured).encode(), digest_size=_DIGEST_BYTES).hexdigest()


class Watched(Corpus):
    """Hands out what the corpus below it has, and notes each read (``reads``).

    Publisher, ratings, rules and the mark are not noted: they are read for every page, so
    whoever keeps results counts them as part of the whole site (``Digests.settings``).
    """

    below: Corpus

    @property
    def links(self) -> Links:
        """Every link back."""
        return self._links

    @cached_property
    def _links(self) -> Links:
        found = self.below.links
        return Links(**{n: Recorded(f"links.{n}", getattr(found, n)) for n in _INDICES})

    @cached_property
    def verified(self) -> Mapping[str, Result]:
        """Every passage compared with the seal of its source."""
        return Recorded("verified", self.below.verified)

    @property
    def newest_claims(self) -> tuple[Claim, ...]:
        """Claims, newest check first."""
        note("claims")
        return self.below.newest_claims

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of each claim in ``newest_claims``, to sort any list of claims by."""
        return Recorded("rank", self.below.rank)

    @cached_property
    def spellings(self) -> Mapping[str, tuple[str, ...]]:
        """The passages in which each spelling of a name stands."""
        return Recorded("spellings", self.below.spellings)

    @property
    def is_filtered(self) -> bool:
        """Whether a browser is sent a row of every claim, to filter lists by."""
        note("is_filtered")
        return self.below.is_filtered

    @property
    def lexicon(self) -> Lexicon:
        """What wordings are compared by."""
        note("lexicon")
        return self.below.lexicon

    @property
    def as_of(self) -> date | None:
        """The newest date in the records."""
        note("as_of")
        return self.below.as_of

    @cached_property
    def modified(self) -> Days:
        """The day on which what the page of each record shows last changed."""
        return Recorded("modified", self.below.modified)

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The digest of each claim that was frozen, as its record stands today."""
        return Recorded("digests", self.below.digests)

    @cached_property
    def drafts_named(self) -> Mapping[Key, tuple[str, ...]]:
        """The claims that are not shown and that the text of a record's file names somewhere."""
        return Recorded("drafts_named", self.below.drafts_named)

    @property
    def named(self) -> frozenset[Key]:
        """All that any file names, files with problems too."""
        note("documents")
        return self.below.named


def watched(corpus: Corpus) -> Watched:
    """Return a corpus that hands out the same and notes what is read."""
    values = {f.name: getattr(corpus, f.name) for f in fields(corpus)}
    values |= {name: Recorded(name, values[name]) for name in _MAPS}
    values |= {name: RecordedSet(name, values[name]) for name in _SETS}
    told = Watched(**values)
    object.__setattr__(told, "below", corpus)
    return told


@dataclass(frozen=True, kw_only=True)
class Digests:
    """The digest of whatever was read of a corpus; each is computed once."""

    corpus: Corpus
    _known: dict[Read, str] = field(default_factory=dict, repr=False)
    _measured: dict[Read, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_measured", _Measured(self.of))

    def of(self, read: Read) -> str:
        """Return the digest of one read; that of what is not there is empty."""
        known = self._known.get(read)
        if known is None:
            place, key = read
            known = self._known[read] = self._all(place) if key is None else self._one(place, key)
        return known

    def of_all(self, reads: Iterable[Read]) -> str:
        """Return one digest of many reads, in their order."""
        # Thirty reads a page, most of them those of other pages too: each is a look-up, no call.
        return _digest_of(map(self._measured.__getitem__, reads))

    @cached_property
    def settings(self) -> str:
        """The digest of what every page may show: publisher, ratings, rules and mark."""
        corpus = self.corpus
        ratings = corpus.rating_document
        return digest(
            repr(corpus.publisher),
            repr(dict(corpus.ratings)),
            ratings.text if ratings else "",
            repr(corpus.rules),
            corpus.mark,
            str(corpus.today),
        )

    def _one(self, place: str, key: Hashable) -> str:
        if place in _RECORDS:
            return self._record(place, str(key))
        index = place.removeprefix("links.")
        if index != place:
            return _told(getattr(self.corpus.links, index), key)
        return _KEYED[place](self, key)

    def _all(self, place: str) -> str:
        if place in _WHOLE:
            return _WHOLE[place](self)
        index = place.removeprefix("links.")
        values = getattr(self.corpus.links, index) if index != place else None
        if values is None:
            values = getattr(self.corpus, place)
        return digest(*(f"{key} {self.of((place, key))}" for key in values))

    def _record(self, place: str, record_id: str) -> str:
        record = getattr(self.corpus, place).get(record_id)
        if record is None:
            return ""
        # The public corpus may have fewer passages of a source than its file.
        shown = ",".join(record.passages) if place == "sources" else ""
        return digest(self.of(("documents", (_RECORDS[place], record_id))), shown)

    def _quotation(self, reference: str) -> str:
        source = reference.partition("#")[0]
        if reference not in self.corpus.verified:
            return ""
        return digest(self.of(("sources", source)), self.of(("seals", source)))

    def _seal(self, source: str) -> str:
        # Its repr tells the same, and takes pydantic four times as long.
        seal = self.corpus.seals.get(source)
        return digest(seal.model_dump_json()) if seal else ""

    def _versions(self, claim_id: str) -> str:
        versions = self.corpus.versions.get(claim_id, ())
        return digest(*(text for v in versions for text in _written(v.document)))

    def _lexicon(self) -> str:
        people, sources = self.corpus.people.values(), self.corpus.sources.values()
        names = [(person.name, *person.variants) for person in people]
        return digest(repr(names), repr(sorted({source.language for source in sources})))

    def _document(self, key: tuple[Kind, str]) -> str:
        document = self.corpus.documents.get(key)
        return digest(*_written(document)) if document else ""

    def _newness(self, claim_id: str) -> str:
        # Not the number: the order of two claims depends on the two alone.
        claim = self.corpus.claims.get(claim_id)
        return repr(newness(claim)) if claim else ""


class _Measured(dict["Read", str]):
    """The digest of each read as ``digest`` takes it, made when it is first asked for."""

    def __init__(self, of: Callable[[Read], str]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, read: Read) -> str:
        measured = self[read] = _measured(self._of(read))
        return measured


_KEYED: dict[str, Callable[[Digests, Any], str]] = {
    "documents": Digests._document,  # noqa: SLF001 - the table of its own methods
    "verified": Digests._quotation,  # noqa: SLF001
    "versions": Digests._versions,  # noqa: SLF001
    "rank": Digests._newness,  # noqa: SLF001
    "seals": Digests._seal,  # noqa: SLF001
    "spellings": lambda self, key: _told(self.corpus.spellings, key),
    "modified": lambda self, key: _told(self.corpus.modified, key),
    "drafts_named": lambda self, key: _told(self.corpus.drafts_named, key),
    "digests": lambda self, key: self.corpus.digests.get(key, ""),
    "signed": lambda self, key: str(key in self.corpus.signed),
    "broken": lambda self, key: str(key in self.corpus.broken),
    "unread": lambda self, key: str(key in self.corpus.unread),
}
_WHOLE: dict[str, Callable[[Digests], str]] = {
    "as_of": lambda self: str(self.corpus.as_of),
    "is_filtered": lambda self: str(self.corpus.is_filtered),
    "lexicon": Digests._lexicon,  # noqa: SLF001
    "signed": lambda self: repr(sorted(self.corpus.signed)),
    "broken": lambda self: repr(sorted(self.corpus.broken)),
    "unread": lambda self: repr(sorted(self.corpus.unread)),
}


def _written(document: Document) -> tuple[str, str]:
    return document.file, document.text


def _told(values: Mapping[Any, object], key: object) -> str:
    """Return the digest of a value that tells all of itself, in one order, as text."""
    return digest(repr(values[key])) if key in values else ""
