"""Where a program begins, and what changed in the API."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from generator.exports.api.contract.base import Answer, Resource
from generator.exports.api.contract.words import Address, Language


class PublisherReference(Resource):
    """Who answers for the site."""

    name: str
    url: Address = Field(description="The site.")
    contact: str = Field(description="The e-mail address for errors.")


class Licence(Resource):
    """On what terms the data may be used."""

    name: str
    url: Address = Field(description="Its text.")
    covers: str = Field(description="What it is for, and what it is not for.")


class CollectionLink(Resource):
    """A collection of records."""

    name: str
    total: int = Field(ge=0, description="How many records it has.")
    url: Address = Field(description="Its first page.")
    record_pattern: str = Field(description="The address of one record, with {id} for its id.")
    yaml_pattern: str = Field(description="The address of a record as its authors wrote it.")
    schema_url: Address = Field(description="The JSON Schema of a record.")


class Entry(Answer):
    """The entry of the API."""

    version: str = Field(description="The version of the API.")
    publisher: PublisherReference
    language: Language = Field(description="The language of the checks.")
    as_of: date | None = Field(description="The newest date in the records.")
    licence: Licence
    collections: tuple[CollectionLink, ...]
    openapi_url: Address = Field(description="All addresses, as OpenAPI 3.1.")
    changes_url: Address = Field(description="What changed in the API.")


class Change(Resource):
    """One change of the API, not of the records."""

    version: str
    date: date
    text: str


class ChangeLog(Answer):
    """What changed in the API, and what will not."""

    promise: tuple[str, ...] = Field(description="What a program may rely on.")
    changes: tuple[Change, ...] = Field(description="The newest first.")
