"""Reads the frozen versions, in one pass over their folder."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import migrations, reading
from generator.problems import Position, Problem
from generator.records import Claim, Kind
from generator.references import EACH, Key, values_at
from generator.validation import validate
from generator.versions import renamed
from generator.versions.canonical import digest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date
    from pathlib import Path

    from generator.reading import FoundVersion
    from generator.yamltext import Document


@dataclass(frozen=True, kw_only=True)
class Version:
    """One version of a claim, as it was published."""

    digest: str
    record: Claim
    document: Document = field(repr=False)

    @property
    def date(self) -> date:
        """The day of the newest entry of its history."""
        return max(entry.date for entry in self.record.history)

    @property
    def frozen_as(self) -> str:
        """The id of the claim when it was frozen: the folder, which no later name moves."""
        return PurePosixPath(self.document.file).parent.name

    def says(self, name: str) -> bool:
        """Whether it says what has this digest, in its own format or in the newest one.

        A claim that was only migrated says what readers saw already.
        """
        if self.digest == name:
            return True
        data, _ = migrations.data_of_today(self.document)
        return data is not None and digest(data) == name


@dataclass(frozen=True, kw_only=True)
class Frozen:
    """All versions by claim, oldest first; ``unread`` names claims with one that is spoilt."""

    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()


def read(
    root: Path,
    claims: Mapping[str, Claim],
    documents: Mapping[Key, Document],
    broken: Collection[Key],
) -> tuple[Frozen, list[Problem]]:
    """Read every frozen version below ``root``.

    ``claims`` are the sound ones, ``documents`` those of all that could be parsed, ``broken``
    the records with problems: a folder may belong to any of them.
    """
    found, problems = reading.find_versions(root)
    if not found:
        return Frozen(), problems
    owners = _owners(documents, broken)
    deleted, heirs = _without_claim(root, found, owners, documents, broken)
    problems += deleted
    versions: dict[str, dict[str, Version]] = defaultdict(dict)
    # What a claim has under an id that it does not name is not known to be its own.
    unread: set[str] = set(heirs)
    # What is frozen as it stands today was judged already.
    present = _Present(claims, documents)
    for item in found:
        if (owner := owners.get(item.claim)) is None:
            continue
        version, trouble = _read(root, item, owner, present)
        problems += trouble
        if version is None:
            unread.add(owner)
        else:
            versions[owner][version.digest] = version
    in_order = {
        owner: tuple(sorted(some.values(), key=lambda v: _place(v, present.digest(owner))))
        for owner, some in versions.items()
    }
    return Frozen(versions=in_order, unread=frozenset(unread)), problems


class _Present:
    """The claims of today, whose digests are made when they are asked for."""

    def __init__(self, claims: Mapping[str, Claim], documents: Mapping[Key, Document]) -> None:
        self._claims = claims
        self._documents = documents
        self._digests: dict[str, str] = {}

    def digest(self, claim_id: str) -> str:
        if claim_id not in self._digests:
            document = self._documents.get((Kind.CLAIM, claim_id))
            self._digests[claim_id] = digest(document.data) if document else ""
        return self._digests[claim_id]

    def same(self, claim_id: str, name: str) -> Claim | None:
        """Return the sound claim that says what the version of that digest says."""
        return self._claims.get(claim_id) if self.digest(claim_id) == name else None


def _place(version: Version, today: str) -> tuple[int, bool, str, str]:
    record = version.record
    return (
        len(record.history),
        version.digest == today,
        str(record.reviewed_on or ""),
        version.digest,
    )


def _owners(documents: Mapping[Key, Document], broken: Collection[Key]) -> dict[str, str]:
    """Return the claim of each folder: by its former ids, and first of all by its id."""
    owners = {
        former: id_
        for (kind, id_), document in documents.items()
        if kind is Kind.CLAIM
        for _, former in values_at(document.data, ("former_ids", EACH))
    }
    return owners | {id_: id_ for kind, id_ in (*documents, *broken) if kind is Kind.CLAIM}


def _without_claim(
    root: Path,
    found: list[FoundVersion],
    owners: Mapping[str, str],
    documents: Mapping[Key, Document],
    broken: Collection[Key],
) -> tuple[list[Problem], list[str]]:
    """Tell of each folder that belongs to no claim; return the claims that it may belong to."""
    if any(kind is Kind.CLAIM and (kind, id_) not in documents for kind, id_ in broken):
        return [], []  # a file that cannot be parsed may hold the former id
    without: dict[str, list[str]] = defaultdict(list)
    for item in found:
        if item.claim not in owners:
            without[item.claim].append(item.file)
    owning = {owners.get(item.claim) for item in found}
    new = {id_: d for (kind, id_), d in documents.items() if kind is Kind.CLAIM} if without else {}
    new = {id_: document for id_, document in new.items() if id_ not in owning}
    problems, heirs = [], []
    for claim, files in without.items():
        kept = [document for file in files if (document := reading.read(root, file)[0])]
        if heir := renamed.heir(kept, new):
            problems.append(renamed.unnamed(claim, new[heir]))
            heirs.append(heir)
        else:
            said = f"'{claim}' was published, and no claim has this id now or had it before"
            problems.append(Problem(renamed.CODE, Position(files[0]), said))
    return problems, heirs


def _read(
    root: Path, item: FoundVersion, owner: str, present: _Present
) -> tuple[Version | None, list[Problem]]:
    document, trouble = reading.read(root, item.file)
    if document is None:
        return None, [_spoilt(problem) for problem in trouble]
    if (found := digest(document.data)) != item.digest:
        said = f"this is not what was frozen: its digest is {found}"
        return None, [Problem("bad-version", Position(item.file), said)]
    record = present.same(owner, item.digest)
    if record is None:
        record, trouble = as_record(document, owner)
    if record is None:
        return None, [_spoilt(problem) for problem in trouble[:1]]
    if not record.is_public:
        said = "a draft was frozen; only what is published has versions"
        return None, [Problem("bad-version", document.at(("status",)), said, "delete the file")]
    return Version(digest=item.digest, record=record, document=document), []


def as_record(document: Document, claim_id: str) -> tuple[Claim | None, list[Problem]]:
    """Make a claim of a document of any known format, as the schema of today has it."""
    data, problems = migrations.data_of_today(document)
    if data is None:
        return None, problems
    return validate(Claim, data, document, id=claim_id)


def _spoilt(problem: Problem) -> Problem:
    """Tell what the problem of a record is when the record must not be mended."""
    if problem.code in ("unreadable-file", "newer-format"):
        return problem
    return Problem("bad-version", problem.position, problem.message)
