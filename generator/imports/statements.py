"""What one item of a file states, value by value; what cannot be used is told, not guessed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.imports.addresses import address
from generator.imports.jsontext import Node
from generator.imports.shapes import day, is_clean, many, texts

if TYPE_CHECKING:
    from generator.imports.jsontext import Json


@dataclass(kw_only=True)
class Statements:
    """Reads values; ``by_id`` are the objects of the file that others point to.

    ``base`` is the address of the page; ``left_out`` gathers what could not be used.
    """

    by_id: dict[Json, Node]
    base: str
    left_out: list[str] = field(default_factory=list)

    def claims(self, value: Json) -> list[str]:
        """Return the texts of a claim; tell when something in them cannot be seen."""
        if not is_clean(value):
            self.left_out.append("characters of the claim that nobody can see")
        return texts(value)

    def many(self, value: Json) -> list[Json]:
        """Return the values, each object that only points to another replaced by that."""
        return [self._followed(one) for one in many(value)]

    def _followed(self, value: Json) -> Json:
        if isinstance(value, Node) and value.keys() == {"@id"} and isinstance(value["@id"], str):
            return self.by_id.get(value["@id"], value)
        return value

    def names(self, value: Json) -> list[str]:
        """Return the names of people or bodies."""
        return texts(self.many(value), "name")

    def one(self, what: str, *values: Json) -> str:
        """Return the first value that states a text; of several texts, none."""
        found = next((stated for value in values if (stated := texts(value))), [])
        if len(found) > 1:
            self.left_out.append(f"{what}: {len(found)} different ones are stated")
        return found[0] if len(found) == 1 else ""

    def date(self, what: str, *values: Json) -> str:
        """Return the one date that is stated, as ISO 8601 has it."""
        stated = self.one(what, [one for value in values for one in many(value)])
        known = day(stated)
        if stated and not known:
            self.left_out.append(f"{what}: '{stated[:40]}' is no ISO 8601 date")
        return known

    def address(self, what: str, value: Json) -> str:
        """Return the one address that is stated, whole."""
        stated = self.one(what, list(texts(self.many(value), "url", "@id")))
        whole = address(stated, self.base)
        if stated and not whole:
            why = "is no web address" if self.base else "is no whole web address"
            self.left_out.append(f"{what}: '{stated[:80]}' {why}")
        return whole

    def addresses(self, values: list[Json]) -> tuple[str, ...]:
        """Return all addresses that are stated, whole."""
        stated = texts(values, "url", "@id")
        found = {text: address(text, self.base) for text in stated}
        for text in (text for text, whole in found.items() if not whole):
            self.left_out.append(f"where the claim appeared: '{text[:80]}' is no web address")
        return tuple(dict.fromkeys(whole for whole in found.values() if whole))
