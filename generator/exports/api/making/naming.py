"""The addresses of records, and records as others name them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
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
    from generator.exports.published import Published


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
    """Names records of the public site."""

    site: Published

    @cached_property
    def corpus(self) -> Corpus:
        """The records, in the language of the checks."""
        return self.site.corpus

    def named(self, kind: Kind, record_id: str) -> Named:
        """Return the id and the addresses of a record."""
        return Named(
            id=record_id,
            url=self.site.address(urls.page(kind, record_id)),
            json_url=self.site.address(urls.resource(kind, record_id)),
        )

    def headed(self, kind: Kind, record_id: str) -> Headed:
        """Return what the file of a record begins with."""
        return Headed(
            **self.named(kind, record_id),
            described_by=self.schema(RECORDS[kind].__name__.lower()),
            yaml_url=self.site.address(urls.raw(kind, record_id)),
            licence_url=self.corpus.publisher.licence.url,
        )

    def schema(self, name: str) -> str:
        """Return the address of the schema of a kind of file."""
        return self.site.address(urls.answer_schema(name))

    def person(self, person_id: str | None) -> PersonReference | None:
        """Name a person or body."""
        return self._people[person_id] if person_id else None

    def verdict(self, rating_id: str | None) -> VerdictReference | None:
        """Name a verdict."""
        return self._verdicts[rating_id] if rating_id else None

    def source(self, source_id: str) -> SourceReference:
        """Name a source."""
        return self._sources[source_id]

    def staff(self, staff_id: str | None) -> StaffReference | None:
        """Name somebody of the staff."""
        if staff_id is None:
            return None
        return StaffReference(id=staff_id, name=self.corpus.publisher.staff[staff_id].name)

    def newest_first(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of claims in the order of the site."""
        return tuple(sorted(claims, key=self.corpus.rank.__getitem__))

    # What many claims name is made once.

    @cached_property
    def _people(self) -> dict[str, PersonReference]:
        return {
            id_: PersonReference(**self.named(Kind.PERSON, id_), name=person.name)
            for id_, person in self.corpus.people.items()
        }

    @cached_property
    def _verdicts(self) -> dict[str, VerdictReference]:
        return {
            id_: VerdictReference(
                **self.named(Kind.RATING, id_),
                label=rating.label,
                value=rating.value,
                question=rating.asks.value,
            )
            for id_, rating in self.corpus.ratings.items()
        }

    @cached_property
    def _sources(self) -> dict[str, SourceReference]:
        return {
            id_: SourceReference(
                **self.named(Kind.SOURCE, id_),
                title=source.title,
                publisher=source.publisher,
                published=written(source.published),
                language=source.language,
                original_url=source.url,
            )
            for id_, source in self.corpus.sources.items()
        }


def written(value: object) -> str | None:
    """Write a date as far as it is known."""
    return None if value is None else str(value)
