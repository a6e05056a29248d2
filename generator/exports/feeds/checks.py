"""The entries of claims: new checks, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import words
from generator.exports.feeds.entry import Entry, Line
from generator.records import HistoryKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.exports.feeds.telling import Telling
    from generator.records import Claim

# What a reader of the check must know before anything else, as on its page.
TOLD = (HistoryKind.WITHDRAWN, HistoryKind.VERDICT_CHANGE, HistoryKind.CORRECTION)


def newest(claims: Iterable[Claim], limit: int) -> list[Claim]:
    """Return the public claims that appeared last; of one day, what was said last stands first.

    What happens to a claim later does not move it.
    """
    by_id = sorted((claim for claim in claims if claim.is_public), key=lambda claim: claim.id)
    return sorted(by_id, key=_newness, reverse=True)[:limit]


def _newness(claim: Claim) -> tuple[str, str]:
    # sorted() keeps the order of equal ones when it goes backwards too.
    return str(claim.published_on), str(claim.said_on or "")


def entry(to: Telling, claim: Claim) -> Entry:
    """Make the entry of a public claim.

    One that was withdrawn keeps its entry, which says so: a reader that has it already is told,
    where an entry that vanishes would leave it standing. Raises ValueError for a draft.
    """
    if claim.published_on is None or claim.changed_on is None:
        raise ValueError(claim.id)
    return Entry(
        id=to.id(claim),
        address=to.page(claim),
        title=title(to, claim),
        title_language=to.language(claim, "title"),
        summary=claim.withdrawal or claim.summary or claim.claim,
        summary_language=_summary_language(to, claim),
        lines=(*_changes(to, claim), *to.lines(claim)),
        author=to.author(claim),
        published=claim.published_on,
        updated=claim.changed_on,
        tags=tuple(to.tags(claim)),
        facts={
            "claim": claim.id,
            "status": claim.status,
            "verdict": {"id": claim.verdict, "label": to.verdict(claim.verdict)},
        },
    )


def _summary_language(to: Telling, claim: Claim) -> str:
    if claim.withdrawal:
        return to.rest
    return to.language(claim, "summary" if claim.summary else "claim")


def title(to: Telling, claim: Claim) -> str:
    """Return the title of a claim; a mark stands before that of a withdrawn one."""
    if claim.status is Status.PUBLISHED:
        return claim.title
    mark = to.say.t(words.STATUS[claim.status])
    return to.say.t("{what}: {title}", what=mark, title=claim.title)


def _changes(to: Telling, claim: Claim) -> Iterator[Line]:
    say = to.say
    for change in reversed(claim.history):
        if change.kind in TOLD:
            what = say.t(words.HISTORY[change.kind])
            label = say.t("{what} on {date}", what=what, date=say.day(change.date))
            yield Line(label=label, text=change.note, language=to.rest)
