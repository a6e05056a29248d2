"""What every export is made of: the public records, in each language of the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import urls

if TYPE_CHECKING:
    from datetime import date

    from generator.corpus import Corpus
    from generator.edition import Edition
    from generator.records import Kind


@dataclass(frozen=True, kw_only=True)
class Published:
    """The site without drafts; the first of the editions is in the language of the checks.

    ``pages`` are all that were made but those of records that a preview alone shows.
    """

    editions: tuple[Edition, ...]
    pages: tuple[Page, ...] = ()

    @property
    def first(self) -> Edition:
        """The edition in the language of the checks, at the root of the site."""
        return self.editions[0]

    @property
    def corpus(self) -> Corpus:
        """The public records in the language of the checks."""
        return self.first.corpus

    def address(self, path: str) -> str:
        """Return the whole address of a page or file; ``path`` is from the root of the site."""
        return urls.published(self.corpus.publisher.url, path)


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page in whose head exports can say something. ``path`` is within its tree.

    ``kind`` and ``record_id`` name the record that the page is of; pages that continue the lists
    of a record have neither. ``is_indexed``: search engines may show it. ``written``: the paths
    of the hand-written pages, told to each of them. ``modified`` is the day on which what it
    shows last changed, None where the records do not say.
    """

    edition: Edition
    path: str
    title: str
    description: str
    kind: Kind | None = None
    record_id: str = ""
    is_indexed: bool = True
    written: frozenset[str] = frozenset()
    modified: date | None = None

    @property
    def facts(self) -> tuple[object, ...]:
        """All that is said of it, without the records that it is made of."""
        named = (self.title, self.description, self.kind, self.record_id)
        return (self.place, *named, self.is_indexed, self.modified)

    @property
    def is_public(self) -> bool:
        """Whether the published site has the record that the page is of."""
        return self.kind is not None and self.edition.is_public(self.kind, self.record_id)

    @property
    def place(self) -> str:
        """The path from the root of the site."""
        return self.edition.prefix + self.path

    @property
    def address(self) -> str:
        """The whole address, which is the canonical one."""
        return urls.published(self.edition.corpus.publisher.url, self.place)
