"""Answers to what ``factcheck new`` asks, looked at as soon as they are given."""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from generator import corpus, drafting, naming, reading, taken
from generator.characters import collapse
from generator.fields import id_fault
from generator.problems import nearest, suggest
from generator.records import CLAIM_SHORT_LIMIT, Kind

if TYPE_CHECKING:
    from pathlib import Path

    from generator.commands.dialogue.questions import Asked


class RefusedError(Exception):
    """An answer that cannot be used, with the reason as one sentence."""


class UnknownError(RefusedError):
    """An answer that names no record."""


class Desk:
    """What a project has already; each part is read once, when it is asked for."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._ids: dict[Kind, dict[str, str]] = {}

    def ids(self, kind: Kind) -> dict[str, str]:
        """Return the ids of a kind in use, with the file that holds each."""
        if kind not in self._ids:
            self._ids[kind] = taken.ids(self.root, kind)
        return self._ids[kind]

    @cached_property
    def spellings(self) -> dict[str, frozenset[str]]:
        """Every spelling of every person's name, by id."""
        return corpus.names(self.root)

    @cached_property
    def language(self) -> str:
        """The language of the site; empty when its file does not say."""
        document, _ = reading.read(self.root, reading.PUBLISHER)
        found = document.data.get("language") if document else None
        return found if isinstance(found, str) else ""

    def check_id(self, kind: Kind, id_: str) -> str:
        """Return an id that a new record can have, or raise RefusedError."""
        if not id_:
            raise RefusedError("none can be made of the title or name: give one")
        if said := id_fault(id_):
            raise RefusedError(said)
        if holder := self.ids(kind).get(id_):
            free = naming.free(id_, self.ids(kind))
            raise RefusedError(f"the id '{id_}' is taken by {holder}; '{free}' is free")
        return id_


def value_of(desk: Desk, kind: Kind, asked: Asked, text: str) -> str:
    """Return an answer as its field holds it, or raise RefusedError."""
    # Some keyboards type an accent as a character of its own: the same text, canonically.
    cleaned = unicodedata.normalize("NFC", collapse(text))
    if not cleaned:
        raise RefusedError("it is empty")
    if cleaned == "null" and asked.key not in ("name", "claimant"):
        raise RefusedError("'null' is no answer: write the words, or nothing")
    if asked.names:
        return _id_of(desk, asked.names, cleaned)
    if asked.key == "claim_short" and len(cleaned) > CLAIM_SHORT_LIMIT:
        said = f"it has {len(cleaned)} characters; at most {CLAIM_SHORT_LIMIT}"
        raise RefusedError(said)
    said, hint = drafting.fault_of(kind, asked.key, cleaned)
    if said:
        raise RefusedError(f"{said}; {hint}" if hint else said)
    return cleaned


def _id_of(desk: Desk, kind: Kind, text: str) -> str:
    """Return the id that a text is, or that has it as one of its names."""
    if text in desk.ids(kind):
        return text
    if kind is Kind.PERSON:
        named = [id_ for id_, names in desk.spellings.items() if text in names]
        if len(named) == 1:
            return named[0]
        if named:
            raise RefusedError(f"'{text}' is a name of {' and '.join(named)}; give the id")
    hint = _nearest_person(desk, text) if kind is Kind.PERSON else ""
    hint = hint or nearest(naming.id_from(text) or text, desk.ids(kind))
    said = f"there is no {kind} '{text}'"
    raise UnknownError(f"{said}; {hint}" if hint else said)


def _nearest_person(desk: Desk, text: str) -> str:
    """Return a hint that names whoever has a name like the one that is given."""
    names = {name: id_ for id_, spellings in desk.spellings.items() for name in spellings}
    near = suggest(text, names).word
    return f"did you mean '{near}' ({names[near]})?" if near else ""
