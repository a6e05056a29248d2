"""What became of sources, people, topics and events."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.changes.fields import FieldChange, compare, flat
from generator.changes.pairing import name_of, records
from generator.changes.quoted import WORDS
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.changes.pairing import Pairs
    from generator.corpus import Corpus


class Turn(StrEnum):
    """How a thing went from one corpus to the other."""

    NONE = "none"  # it is in neither
    SAME = "same"
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, kw_only=True)
class EntryChange:
    """A source, person, topic or event; ``former`` is its id before, where it is another.

    Of a source, ``fields`` holds all but the words of its quotations, its ``seal`` is that in the
    file beside it, and ``signature`` the file beside that.
    """

    kind: Kind
    id: str
    turn: Turn
    file: str
    name: str
    former: str = ""
    fields: tuple[FieldChange, ...] = ()
    seal: Turn = Turn.NONE
    signature: Turn = Turn.NONE


def of(before: Corpus, after: Corpus, kind: Kind, pairs: Pairs) -> Iterator[EntryChange]:
    """Yield every record of a kind that is not what it was."""
    for id_ in pairs.added:
        yield _change(before, after, kind, "", id_)
    for old, new in pairs.same.items():
        change = _change(before, after, kind, old, new)
        quiet = (Turn.NONE, Turn.SAME)
        if change.former or change.fields or {change.seal, change.signature} - set(quiet):
            yield change
    for id_ in pairs.removed:
        yield _change(before, after, kind, id_, "")


def _change(before: Corpus, after: Corpus, kind: Kind, old: str, new: str) -> EntryChange:
    corpus = after if new else before
    is_both = bool(old and new)
    is_source = kind is Kind.SOURCE
    return EntryChange(
        kind=kind,
        id=new or old,
        turn=Turn.CHANGED if is_both else Turn.ADDED if new else Turn.REMOVED,
        file=corpus.file_of(kind, new or old),
        name=name_of(records(corpus, kind)[new or old]),
        former=old if is_both and old != new else "",
        fields=_fields(before, after, kind, old, new) if is_both else (),
        seal=_turn(before.seals.get(old), after.seals.get(new)) if is_source else Turn.NONE,
        signature=_turn(old in before.signed or None, new in after.signed or None)
        if is_source
        else Turn.NONE,
    )


def _fields(
    before: Corpus, after: Corpus, kind: Kind, old: str, new: str
) -> tuple[FieldChange, ...]:
    one, other = records(before, kind)[old], records(after, kind)[new]
    if one == other:
        return ()
    if kind is not Kind.SOURCE:
        return compare(flat(one), flat(other), ("excused",))
    both = one.passages.keys() & other.passages.keys()
    return tuple(
        change
        for change in compare(flat(one), flat(other), ("excused",))
        if not change.name.startswith("passages.") or _is_about(change.name, both)
    )


def _is_about(name: str, both: set[str]) -> bool:
    """Whether a value says something about a quotation that was there and still is."""
    _, passage, field = name.split(".", 2)
    return passage in both and field not in WORDS and not field.startswith("excused.")


def _turn(old: object, new: object) -> Turn:
    if old is None:
        return Turn.NONE if new is None else Turn.ADDED
    if new is None:
        return Turn.REMOVED
    return Turn.SAME if old == new else Turn.CHANGED
