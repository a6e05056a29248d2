"""The rows of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.changes import Step
from generator.review.parts import Part, Row, Style, changed, code, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.changes import ClaimChange

DRAFTS = (Step.DRAFT_ADDED, Step.DRAFT_CHANGED, Step.DRAFT_REMOVED)
_STEPS = {
    Step.ADDED: "added",
    Step.PUBLISHED: "published",
    Step.WITHDRAWN: "withdrawn",
    Step.UNPUBLISHED: "a draft again",
    Step.REMOVED: "removed",
    Step.DRAFT_ADDED: "added",
    Step.DRAFT_CHANGED: "changed",
    Step.DRAFT_REMOVED: "removed",
}


def verdict_row(change: ClaimChange) -> Row:
    """Tell which verdict changes, and what the history says of it."""
    verdict = change.verdict
    if verdict is None:
        return ()
    old, new = verdict.old_label or "none", verdict.new_label or "none"
    if old == new:
        old, new = f"{old} ({verdict.old})", f"{new} ({verdict.new})"
    said = f"(history: {verdict.note})" if verdict.logged else "(the history does not say so)"
    row = code(change.id), Part(Style.OLD, old), Part(Style.NEW, new)
    return *row, plain(said), plain(change.claim)


def claim_row(change: ClaimChange) -> Row:
    """Tell that a claim comes or goes."""
    label = f" ({change.label})" if change.label else ""
    said = f"{_STEPS[change.step]}{label}: {change.claim}"
    row = code(change.id), plain(said)
    if not change.leads_to:
        return row
    return *row, plain("whose address leads to"), code(change.leads_to)


def renamed_row(change: ClaimChange) -> Row:
    """Tell the new id of a claim."""
    row = code(change.former), plain("is now"), code(change.id)
    return (*row, plain("and its address leads on")) if change.step not in DRAFTS else row


def field_rows(change: ClaimChange) -> Iterator[Row]:
    """Tell each text that changes, word by word."""
    said = () if change.logged else (plain("(its history has no new entry)"),)
    for number, field in enumerate(change.fields):
        more = said if not number and change.step is Step.CHANGED else ()
        yield code(change.id), plain(f"{field.name}:"), *changed(field), *more


def draft_row(change: ClaimChange) -> Row:
    """Name a draft and what changes in it."""
    names = ", ".join(field.name for field in change.fields)
    row = code(change.id), plain(_STEPS[change.step])
    return (*row, plain(f"({names})")) if names else row
