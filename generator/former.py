"""What a former build made of each part, kept so that the next one makes only what changed.

JSON, since a cache may come from another machine: reading it runs nothing. It holds no content:
for each part the reads and their digest, which files came of it, and what the exports know of its
pages. A file that cannot be read, or is of another program, is no former build at all.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from generator import files
from generator.exports.published import Page
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Mapping
    from pathlib import Path

    from generator.edition import Edition
    from generator.reads import Read

FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    """A file that came of a part: its path, the digest of its content, whose file it is."""

    path: str
    digest: str
    origin: str

    @property
    def is_drawn(self) -> bool:
        """Whether it is drawn late, and named by all that it shows."""
        return self.digest == self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePage:
    """What exports know of a page, without the records; ``prefix`` names the edition."""

    prefix: str
    path: str
    title: str
    description: str
    kind: str
    record_id: str
    is_indexed: bool
    modified: str

    @classmethod
    def of(cls, page: Page) -> MadePage:
        """Return what is kept of a page."""
        return cls(
            prefix=page.edition.prefix,
            path=page.path,
            title=page.title,
            description=page.description,
            kind=page.kind.name if page.kind else "",
            record_id=page.record_id,
            is_indexed=page.is_indexed,
            modified=page.modified.isoformat() if page.modified else "",
        )

    def page(self, editions: Mapping[str, Edition], written: frozenset[str]) -> Page:
        """Return the page among the records of today."""
        return Page(
            edition=editions[self.prefix],
            path=self.path,
            title=self.title,
            description=self.description,
            kind=Kind[self.kind] if self.kind else None,
            record_id=self.record_id,
            is_indexed=self.is_indexed,
            written=written,
            modified=date.fromisoformat(self.modified) if self.modified else None,
        )


_PAGE = tuple(one.name for one in fields(MadePage))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What came of one part, and what a build has to find unchanged to keep it."""

    stamp: str
    reads: tuple[Read, ...]
    files: tuple[MadeFile, ...]
    pages: tuple[MadePage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """The parts of a former build by name; ``program`` is the digest of what made them."""

    program: str
    entries: Mapping[str, Entry] = field(default_factory=dict)

    def without(self, paths: Collection[str]) -> Former:
        """Return the build without the parts that made any of the files at ``paths``."""
        entries = {
            name: entry
            for name, entry in self.entries.items()
            if not any(file.path in paths for file in entry.files)
        }
        return replace(self, entries=entries)


def load(place: Path, program: str) -> Former:
    """Read the former build kept at ``place``; an empty one when it is of no use.

    Damage is noticed by the digest in front, so nothing is believed that was not written whole.
    """
    with suppress(OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        digest, _, text = place.read_bytes().partition(b"\n")
        if sha256(text).hexdigest().encode() == digest:
            data = json.loads(text)
            if (data["format"], data["program"]) == (FORMAT, program):
                return Former(program=program, entries=_entries(data))
    return Former(program=program)


def save(place: Path, former: Former) -> None:
    """Keep a build for the next one. Raises OSError."""
    text = json.dumps(_data(former), ensure_ascii=False, separators=(",", ":")).encode()
    files.write(place, sha256(text).hexdigest().encode() + b"\n" + text)


def _data(former: Former) -> dict[str, Any]:
    # Most reads are those of many parts: each is written once.
    numbers: dict[Read, int] = {}
    parts = {
        name: [
            entry.stamp,
            [numbers.setdefault(read, len(numbers)) for read in entry.reads],
            [[f.path, f.digest, f.origin] for f in entry.files],
            [[getattr(page, name) for name in _PAGE] for page in entry.pages],
        ]
        for name, entry in former.entries.items()
    }
    return {
        "format": FORMAT,
        "program": former.program,
        "reads": [[place, _written(key)] for place, key in numbers],
        "parts": parts,
    }


def _entries(data: Mapping[str, Any]) -> dict[str, Entry]:
    reads = [(place, _key(key)) for place, key in data["reads"]]
    return {
        name: Entry(
            stamp=stamp,
            reads=tuple(map(reads.__getitem__, numbers)),
            files=tuple(MadeFile(path=p, digest=d, origin=o) for p, d, o in made),
            pages=tuple(_page(row) for row in pages),
        )
        for name, (stamp, numbers, made, pages) in data["parts"].items()
    }


def _page(row: Iterable[Any]) -> MadePage:
    return MadePage(**dict(zip(_PAGE, row, strict=True)))


def _written(key: object) -> object:
    """Write the key of a read: an id, a kind and an id, or none."""
    return [key[0].name, key[1]] if isinstance(key, tuple) else key


def _key(written: Any) -> Hashable:  # noqa: ANN401 - as JSON gives it
    return (Kind[written[0]], written[1]) if isinstance(written, list) else written
