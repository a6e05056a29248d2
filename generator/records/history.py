"""What happened to a published claim."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pydantic import Field

from generator.fields import Choice, Day, Id, Prose
from generator.records.base import Fault, Model

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class HistoryKind(Choice):
    """What happened to a published claim."""

    PUBLISHED = "published", "it appeared; always the first entry"
    UPDATE = "update", "something was added, and nothing had been wrong"
    CORRECTION = "correction", "something was wrong and was put right"
    VERDICT_CHANGE = "verdict-change", "the verdict is another; name the former in verdict_before"
    WITHDRAWN = "withdrawn", "it was taken back; always the last entry"


_WITHDRAWAL = ("date: YYYY-MM-DD", "kind: withdrawn", "note: …")


class HistoryEntry(Model):
    """A dated change that readers see."""

    date: Day = Field(description="Day of the change.", examples=["2026-11-22"])
    kind: HistoryKind = Field(description="What happened.")
    note: Prose = Field(
        description="What changed and why, in a sentence that readers understand.",
        examples=["First check of this statement."],
    )
    verdict_before: Id | None = Field(
        None,
        description="The former verdict, for 'kind: verdict-change' and for no other.",
        examples=["unproven"],
    )

    def faults(self) -> Iterator[Fault]:
        """A changed verdict names the former one; nothing else does."""
        if (self.kind is HistoryKind.VERDICT_CHANGE) != (self.verdict_before is not None):
            said = "'verdict_before' belongs to entries of kind verdict-change, and to each"
            yield Fault(("kind",), "verdict-history", said)


def history_faults(
    history: Sequence[HistoryEntry], *, is_withdrawn: bool, verdict: str | None
) -> Iterator[Fault]:
    """Yield what the entries say against each other and against the claim as it stands."""
    yield from _order_faults(history)
    yield from _withdrawal_faults(history, is_withdrawn=is_withdrawn)
    yield from _end_faults(history)
    changes = [entry.verdict_before for entry in history if entry.verdict_before]
    if changes and changes[-1] == verdict:
        said = "the verdict before the last change is the verdict of today"
        yield Fault(("verdict",), "verdict-history", said)


def _withdrawal_faults(history: Sequence[HistoryEntry], *, is_withdrawn: bool) -> Iterator[Fault]:
    has_entry = any(entry.kind is HistoryKind.WITHDRAWN for entry in history)
    if is_withdrawn and not has_entry:
        said = "the claim is withdrawn, and no entry of 'history' tells readers when and why"
        hint = "add this entry at the end of 'history'"
        last = ("history", len(history) - 1) if history else ()
        yield Fault(("status",), "verdict-history", said, hint, lines=_WITHDRAWAL, behind=last)
    elif has_entry and not is_withdrawn:
        said = "'history' says that the claim was withdrawn, and 'status' does not"
        hint = "write 'status: withdrawn', or take back the entry if it never was on the site"
        yield Fault(("status",), "verdict-history", said, hint)


def _order_faults(history: Sequence[HistoryEntry]) -> Iterator[Fault]:
    for index, (before, after) in enumerate(pairwise(entry.date for entry in history), 1):
        if after < before:
            said = "the history is not in order: the oldest entry stands first"
            yield Fault(("history", index, "date"), "verdict-history", said)


def _end_faults(history: Sequence[HistoryEntry]) -> Iterator[Fault]:
    """A history begins with the publication, and nothing follows a withdrawal."""
    if history and history[0].kind is not HistoryKind.PUBLISHED:
        said = "the first entry does not say when the claim appeared"
        hint = "the first entry has 'kind: published'"
        yield Fault(("history", 0, "kind"), "verdict-history", said, hint)
    for index, entry in enumerate(history[:-1]):
        if entry.kind is HistoryKind.WITHDRAWN:
            said = "an entry follows the one that withdraws the claim"
            yield Fault(("history", index + 1, "kind"), "verdict-history", said)
