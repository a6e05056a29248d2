"""What all records have in common."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import CoreSchema


class Fault(NamedTuple):
    """What one record says against itself: where in it, code, sentence, hint, absent keys.

    ``lines`` are the keys of a list entry that belongs behind the entry at ``behind``.
    """

    path: tuple[str | int, ...]
    code: str
    message: str
    hint: str = ""
    keys: tuple[str, ...] = ()  # that the record lacks
    lines: tuple[str, ...] = ()
    behind: tuple[str | int, ...] = ()

    def below(self, *path: str | int) -> Fault:
        """Return the fault of an inner model as one of the model that holds it at ``path``."""
        behind = (*path, *self.behind) if self.behind else ()
        return self._replace(path=(*path, *self.path), behind=behind)


_SHARED: dict[frozenset[str], set[str]] = {}


class Model(BaseModel):
    """Base of all records: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, context: object, /) -> None:  # noqa: ARG002
        """Share the set of keys that were given with all that have the same.

        A set of its own is a fifth of the memory of a record. Nobody adds to one: a copy gets its
        own first.
        """
        keys = self.__pydantic_fields_set__
        shared = _SHARED.setdefault(frozenset(keys), keys)
        object.__setattr__(self, "__pydantic_fields_set__", shared)

    def faults(self) -> Iterator[Fault]:
        """Yield contradictions between fields that are each valid alone."""
        yield from ()


class Record(Model):
    """A record with a file of its own. ``id`` is put in by the reader of the file."""

    id: str

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Leave out ``id``, which no file holds: an editor would mark its absence."""
        found = handler.resolve_ref_schema(handler(schema))
        found.get("properties", {}).pop("id", None)
        if "required" in found:
            found["required"] = [name for name in found["required"] if name != "id"]
        return found


class Kind(StrEnum):
    """The kinds of record, and what one of each is called in a sentence."""

    SOURCE = "source"
    PERSON = "person"
    TOPIC = "topic"
    EVENT = "event"
    CLAIM = "claim"
    RATING = "rating"
    STAFF = "member of staff"
    PASSAGE = "passage"

    @property
    def with_article(self) -> str:
        """The kind with its article, for a sentence."""
        return f"{'an' if self is Kind.EVENT else 'a'} {self.value}"
