"""The fields of a record as named texts, and which of them differ between two records."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.characters import collapse
from generator.records import HistoryEntry, Model

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

ORDER = "order"
# Entries of a list are known by what they begin with: a date and a kind, else one value.
_HEAD: dict[type[Model], int] = {HistoryEntry: 2}


class FieldChange(NamedTuple):
    """A value that differs: its name, as ``response.answer``, and both texts; empty for none."""

    name: str
    old: str
    new: str


def compare(
    before: Mapping[str, str], after: Mapping[str, str], leave: Collection[str] = ()
) -> tuple[FieldChange, ...]:
    """Return what differs, what was there before first; ``leave`` are names that do not count.

    When entries only stand in another order, this is a change of the name ``order``.
    """
    names = dict.fromkeys((*before, *after))
    found = [
        FieldChange(name, before.get(name, ""), after.get(name, ""))
        for name in names
        if before.get(name) != after.get(name) and name.partition(".")[0] not in leave
    ]
    one, other = _order(before, after), _order(after, before)
    return (*found, *([FieldChange(ORDER, one, other)] if one != other else []))


def _order(names: Mapping[str, str], others: Mapping[str, str]) -> str:
    """Name the entries that both have, in the order of the one."""
    entries = (".".join(name.split(".")[:2]) for name in names if name in others)
    return ", ".join(dict.fromkeys(entries))


def flat(record: Model) -> dict[str, str]:
    """Take a record apart; what is null or empty is left out, and so is the id."""
    found: dict[str, str] = {}
    for name, text in _leaves(record, ""):
        again, number = name, 1
        while again in found:  # two entries of a list that begin alike
            number += 1
            again = f"{name} ({number})"
        found[again] = text
    found.pop("id", None)
    return found


def _leaves(value: object, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Model):
        fields = type(value).model_fields
        for key, inner in value:
            yield from _leaves(inner, _join(name, fields[key].alias or key))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, _join(name, str(key)))
    elif isinstance(value, tuple):
        yield from _listed(value, name)
    elif value is not None:
        yield name, str(value).lower() if isinstance(value, bool) else collapse(str(value))


def _listed(values: tuple[object, ...], name: str) -> Iterator[tuple[str, str]]:
    entries = [value for value in values if isinstance(value, Model)]
    for item in entries:
        head, text = _entry(item)
        yield f"{name}.{head}", text
    if values and not entries:
        yield name, ", ".join(map(str, values))


def _entry(item: Model) -> tuple[str, str]:
    texts = [text for _, text in _leaves(item, "")]
    head = _HEAD.get(type(item), 1)
    return " ".join(texts[:head]), " · ".join(texts[head:])


def _join(name: str, key: str) -> str:
    return f"{name}.{key}" if name else key
