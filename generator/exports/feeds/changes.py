"""The entries of what happened to claims after their publication, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator import words
from generator.exports.feeds.entry import Entry, Line
from generator.records import HistoryKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.exports.feeds.telling import Telling
    from generator.records import Claim, HistoryEntry


class Change(NamedTuple):
    """An entry of a history, and its number there."""

    claim: Claim
    number: int
    entry: HistoryEntry


def newest(claims: Iterable[Claim], limit: int) -> list[Change]:
    """Return the last changes of public claims: what is in histories but first publications."""
    found = [
        Change(claim, number, entry)
        for claim in sorted(claims, key=lambda claim: claim.id)
        for number, entry in enumerate(claim.history)
        if claim.is_public and entry.kind is not HistoryKind.PUBLISHED
    ]
    return sorted(found, key=lambda one: (one.entry.date, one.number), reverse=True)[:limit]


def entry(to: Telling, change: Change) -> Entry:
    """Make the entry of a change.

    Its id is that of the claim with its number in the history, to which entries are only added.
    """
    claim, number, told = change
    what = to.say.t(words.HISTORY[told.kind])
    return Entry(
        id=f"{to.id(claim)}#change-{number}",
        address=f"{to.page(claim)}#_history",
        title=to.say.t("{what}: {title}", what=what, title=claim.title),
        title_language=to.language(claim, "title"),
        summary=told.note,
        summary_language=to.rest,
        lines=(*_lines(to, told), *to.lines(claim)),
        author=to.author(claim),
        published=told.date,
        updated=told.date,
        tags=tuple(to.tags(claim)),
        facts={
            "claim": claim.id,
            "kind": told.kind,
            "verdict": {"id": claim.verdict, "label": to.verdict(claim.verdict)},
        }
        | _before(to, told),
    )


def _lines(to: Telling, told: HistoryEntry) -> Iterator[Line]:
    say = to.say
    what = say.t(words.HISTORY[told.kind])
    label = say.t("{what} on {date}", what=what, date=say.day(told.date))
    yield Line(label=label, text=told.note, language=to.rest)
    if told.verdict_before:
        yield Line(label=say.t("Verdict before"), text=to.verdict(told.verdict_before))


def _before(to: Telling, told: HistoryEntry) -> dict[str, object]:
    if told.verdict_before is None:
        return {}
    label = to.verdict(told.verdict_before)
    return {"verdict_before": {"id": told.verdict_before, "label": label}}
