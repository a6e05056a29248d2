"""What became of each claim."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.changes.fields import FieldChange, compare, flat
from generator.problems import Problem, Severity
from generator.records import Claim, Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.changes.pairing import Pairs
    from generator.corpus import Corpus

# Told on their own.
_ELSEWHERE = ("verdict", "status", "excused")
# What the verdict is about, and what readers were told.
STATEMENT = ("claim", "asks", "claimant", "summary")


class Step(StrEnum):
    """How a claim went from one corpus to the other; drafts are no part of the site."""

    ADDED = "added"
    PUBLISHED = "published"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    UNPUBLISHED = "unpublished"
    REMOVED = "removed"
    DRAFT_ADDED = "draft-added"
    DRAFT_CHANGED = "draft-changed"
    DRAFT_REMOVED = "draft-removed"


@dataclass(frozen=True, kw_only=True)
class VerdictChange:
    """A verdict of a published claim that changes; labels are empty for none.

    ``logged``: a new entry of the history names the verdict before; ``note`` is what it says.
    """

    old: str
    new: str
    old_label: str
    new_label: str
    logged: bool
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ClaimChange:
    """A claim that is new, changed or gone; ``former`` is its id before, where it is another.

    ``label`` is that of its verdict. ``leads_to`` is the claim that the address of one that is
    gone leads to. ``logged``: its history has a new entry.
    """

    id: str
    step: Step
    file: str
    title: str
    claim: str
    label: str = ""
    former: str = ""
    leads_to: str = ""
    verdict: VerdictChange | None = None
    fields: tuple[FieldChange, ...] = ()
    logged: bool = False


def of(before: Corpus, after: Corpus, pairs: Pairs) -> Iterator[ClaimChange]:
    """Yield every claim that is not what it was."""
    for id_ in pairs.added:
        claim = after.claims[id_]
        step = Step.ADDED if claim.is_public else Step.DRAFT_ADDED
        withdrawn = claim.status is Status.WITHDRAWN
        yield _change(after, claim, Step.WITHDRAWN if withdrawn else step)
    for old, new in pairs.same.items():
        one, other = before.claims[old], after.claims[new]
        if one != other:
            yield _changed(before, after, one, other)
    targets = {former: c.id for c in after.claims.values() for former in c.former_ids}
    for id_ in pairs.removed:
        claim = before.claims[id_]
        step = Step.REMOVED if claim.is_public else Step.DRAFT_REMOVED
        yield replace(_change(before, claim, step), leads_to=targets.get(id_, ""))


def _changed(before: Corpus, after: Corpus, one: Claim, other: Claim) -> ClaimChange:
    return replace(
        _change(after, other, _step(one, other)),
        former=one.id if one.id != other.id else "",
        verdict=_verdict(before, after, one, other),
        fields=compare(flat(one), flat(other), _ELSEWHERE),
        logged=bool(_new_entries(one, other)),
    )


def _change(corpus: Corpus, claim: Claim, step: Step) -> ClaimChange:
    return ClaimChange(
        id=claim.id,
        step=step,
        file=corpus.file_of(Kind.CLAIM, claim.id),
        title=claim.title,
        claim=claim.claim,
        label=_label(corpus, claim.verdict),
    )


def _step(one: Claim, other: Claim) -> Step:
    if not other.is_public:
        return Step.UNPUBLISHED if one.is_public else Step.DRAFT_CHANGED
    if one.status is other.status:
        return Step.CHANGED
    return Step.WITHDRAWN if other.status is Status.WITHDRAWN else Step.PUBLISHED


def _verdict(before: Corpus, after: Corpus, one: Claim, other: Claim) -> VerdictChange | None:
    if one.verdict == other.verdict or not one.is_public:
        return None
    notes = [note for _, note, verdict in _new_entries(one, other) if verdict == one.verdict]
    return VerdictChange(
        old=one.verdict or "",
        new=other.verdict or "",
        old_label=_label(before, one.verdict),
        new_label=_label(after, other.verdict),
        logged=bool(notes),
        note=" ".join(notes),
    )


def _new_entries(one: Claim, other: Claim) -> Counter[tuple[str, str, str]]:
    """Return date and kind, note and former verdict of the entries that the history gains."""
    old, new = (
        Counter((f"{e.date} {e.kind}", e.note, e.verdict_before or "") for e in claim.history)
        for claim in (one, other)
    )
    return new - old


def _label(corpus: Corpus, verdict: str | None) -> str:
    if not verdict:
        return ""
    return corpus.ratings[verdict].label if verdict in corpus.ratings else verdict


def unlogged(after: Corpus, change: ClaimChange) -> Problem | None:
    """Return the problem that what readers were told changes and the history does not say so."""
    return _silent_verdict(after, change) or _silent_statement(after, change)


def _silent_statement(after: Corpus, change: ClaimChange) -> Problem | None:
    """Tell of another statement under the same verdict; a slip of the pen may be mended so."""
    turned = [field.name for field in change.fields if field.name in STATEMENT]
    if change.step is not Step.CHANGED or change.logged or not turned:
        return None
    said = f"what readers were told changes ({', '.join(turned)}), and the history does not say so"
    hint = "add an entry to 'history', unless this mends a slip; another statement is another claim"
    at = after.at(Kind.CLAIM, change.id, turned[0])
    return Problem("verdict-history", at, said, hint, Severity.WARNING)


def _silent_verdict(after: Corpus, change: ClaimChange) -> Problem | None:
    verdict = change.verdict
    if verdict is None or verdict.logged:
        return None
    said = (
        f"the verdict was '{verdict.old}' and is '{verdict.new or 'none'}', and no new entry of "
        f"the history says so"
    )
    hint = f"add to 'history': date, kind: verdict-change, note, verdict_before: {verdict.old}"
    at = after.at(Kind.CLAIM, change.id, "verdict")
    return Problem("verdict-history", at, said, hint)
