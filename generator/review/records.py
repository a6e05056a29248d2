"""The rows of quotations, sources, people, topics and events, and of what is about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.changes import Turn
from generator.review.parts import Part, Row, changed, code, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.changes import AddressChange, EntryChange, Excused, QuotationChange
    from generator.passages.quotation import State
    from generator.references import Key


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
