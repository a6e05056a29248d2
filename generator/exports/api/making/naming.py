"""The addresses of records, and records as others name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from generator import urls
from generator.exports.api.contract import RECORDS
from generator.exports.api.contract.references import (
    PersonReference,
    SourceReference,
    StaffReference,
    VerdictReference,
)
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.corpus import Corpus
    from generator.edition import Edition


class Named(TypedDict):
    """The fields of every reference to a record."""

    id: str
    url: str
    json_url: str


class Headed(Named):
    """The fields with which every file of a record begins."""

    described_by: str
    yaml_url: str
    licence_url: str


@dataclass(frozen=True)
class Namer:
    """Names records of the public site, in the language of the checks."""

    edition: Edition

    @property
    def corpus(self) -> Corpus:
        """The records."""
        return self.edition.corpus

    def address(self, path: str) -> str:
        """Return the whole address of a page or file; ``path`` is from the root of the site."""
        return urls.published(self.corpus.publisher.url, path)

    def named(self, kind: Kind, record_id: str) -> Named:
        """Return the id and the addresses of a record."""
        return Named(
            id=record_id,
            url=self.address(urls.page(kind, record_id)),
            json_url=self.address(urls.resource(kind, record_id)),
        )

    def headed(self, kind: Kind, record_id: str) -> Headed:
        """Return what the file of a record begins with."""
        return Headed(
            **self.named(kind, record_id),
            described_by=self.schema(RECORDS[kind].__name__.lower()),
            yaml_url=self.address(urls.raw(kind, record_id)),
            licence_url=self.corpus.publisher.licence.url,
        )

    def schema(self, name: str) -> str:
        """Return the address of the schema of a kind of file."""
        return self.address(urls.answer_schema(name))

    def person(self, person_id: str | None) -> PersonReference | None:
        """Name a person or body."""
        if person_id is None:
            return None
        named = self.named(Kind.PERSON, person_id)
        return PersonReference(**named, name=self.corpus.people[person_id].name)

    def verdict(self, rating_id: str | None) -> VerdictReference | None:
        """Name a verdict."""
        if rating_id is None:
            return None
        rating = self.corpus.ratings[rating_id]
        return VerdictReference(
            **self.named(Kind.RATING, rating_id),
            label=rating.label,
            value=rating.value,
            question=rating.asks.value,
        )

    def source(self, source_id: str) -> SourceReference:
        """Name a source."""
        source = self.corpus.sources[source_id]
        return SourceReference(
            **self.named(Kind.SOURCE, source_id),
            title=source.title,
            publisher=source.publisher,
            published=written(source.published),
            language=source.language,
            original_url=source.url,
        )

    def staff(self, staff_id: str | None) -> StaffReference | None:
        """Name somebody of the staff."""
        if staff_id is None:
            return None
        return StaffReference(id=staff_id, name=self.corpus.publisher.staff[staff_id].name)

    def newest_first(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of claims in the order of the site."""
        return tuple(sorted(claims, key=self.corpus.rank.__getitem__))


def written(value: object) -> str | None:
    """Write a date as far as it is known."""
    return None if value is None else str(value)
