"""The rows of quotations, sources, people, topics and events, and of what is about them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator import words
from generator.changes import Turn
from generator.review.parts import Part, Row, changed, code, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.changes import AddressChange, EntryChange, Excused, QuotationChange
    from generator.passages.quotation import State
    from generator.references import Key


MANY = 3  # quotations of one source that are told one by one when their state alone changes


def quotations_rows(every: Sequence[QuotationChange]) -> Iterator[Row]:
    """Tell every quotation; what became of a whole source, as by another seal, in one row."""
    alike = Counter(map(_whole, every))
    told = set()
    for change in every:
        key = _whole(change)
        if key is None or alike[key] <= MANY:
            yield from quotation_rows(change)
        elif key not in told:
            told.add(key)
            source, before, after = key
            number = words.count(alike[key], "quotation")
            yield code(source), plain(f"{number}:"), _states(before, after)


def _whole(change: QuotationChange) -> tuple[str, State | None, State | None] | None:
    """Return the source and the states of a quotation whose words are what they were."""
    if change.fields or change.old != change.new:
        return None
    return change.new.partition("#")[0], change.state_before, change.state_after


def quotation_rows(change: QuotationChange) -> Iterator[Row]:
    """Tell the words and the state of a quotation, before and now."""
    name = code(change.new or change.old)
    states = _states(change.state_before, change.state_after)
    if not change.old or not change.new:
        quote = next((field for field in change.fields if field.name == "quote"), None)
        how = plain("added:" if change.new else "removed:")
        yield name, how, *(changed(quote) if quote else ()), states
        return
    moved = [plain("is now"), code(change.new)] if change.old != change.new else []
    rows = [(plain(f"{field.name}:"), *changed(field)) for field in change.fields] or [()]
    for row in rows:
        yield (code(change.old) if moved else name), *moved, *row, states


def _states(before: State | None, after: State | None) -> Part:
    said = [str(state) for state in (before, after) if state is not None]
    return plain(f"({', then '.join(dict.fromkeys(said))})")


def entry_field_rows(change: EntryChange) -> Iterator[Row]:
    """Tell each value of an entry that changes."""
    for field in change.fields:
        yield code(change.id), plain(f"{field.name}:"), *changed(field)


def entry_rows(every: Sequence[EntryChange], others: Iterable[EntryChange]) -> Iterator[Row]:
    """Tell which of all entries come and go, and the values of ``others`` that change."""
    for one in every:
        what = plain(f"{one.kind}")
        if one.former:
            yield what, code(one.former), plain("is now"), code(one.id)
        elif one.turn is not Turn.CHANGED:
            yield what, code(one.id), plain(f"{one.turn}: {one.name}")
    for one in others:
        yield from entry_field_rows(one)


def excuse_row(how: str, one: Excused) -> Row:
    """Tell an excuse; ``how`` says whether it comes or goes."""
    place = [plain("passage"), code(one.passage)] if one.passage else []
    said = f"until {one.until}: {one.reason}"
    return code(one.file), *place, plain(f"{how} from"), code(one.rule), plain(said)


def address_row(one: AddressChange) -> Row:
    """Tell an address that is new, has moved or is gone."""
    leads = " (leads on)" if one.redirected else ""
    if not one.old:
        return plain("new:"), code(one.new)
    if not one.new:
        return plain("gone:"), code(one.old), *([plain(leads.strip())] if leads else [])
    said = "leads to" if one.redirected else "is gone, and this is new:"
    return code(one.old), plain(said), code(one.new)


def unread_rows(when: str, keys: Sequence[Key]) -> Iterator[Row]:
    """Name the records that could not be read."""
    for kind, id_ in keys:
        yield plain(f"{kind}"), code(id_), plain(when)
