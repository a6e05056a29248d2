"""The corrections log: every correction, changed verdict and withdrawal, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape, urls, words
from generator.escape import Safe
from generator.pages.following import follow
from generator.pages.linking import Linker
from generator.pages.lists import paged
from generator.pages.views import CorrectionRow, ListPage
from generator.records import HistoryKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.pages.views import View
    from generator.records import HistoryEntry

KINDS = (HistoryKind.CORRECTION, HistoryKind.VERDICT_CHANGE, HistoryKind.WITHDRAWN)


def corrections_pages(edition: Edition) -> Iterator[View]:
    """Make the log and the pages that continue it."""
    say = edition.words
    entries = {f"{claim}/{number}": entry for claim, number, entry in _entries(edition)}

    def row(to: Linker, key: str) -> CorrectionRow:
        return _row(to, key.partition("/")[0], entries[key])

    title = say.t("Corrections log")
    total = say.n("{n} correction", "{n} corrections", len(entries))
    listing, more = paged(edition, urls.CORRECTIONS, title, list(entries), row, total)
    intro = say.t(
        "Every correction, changed verdict and withdrawal of a published check, newest first. "
        "This list is made from the histories of the checks."
    )
    if not entries:
        intro = say.t(
            "No published check was corrected, changed or withdrawn so far. This list is made "
            "from the histories of the checks; the first correction will stand here."
        )
    yield ListPage(
        path=urls.CORRECTIONS,
        title=title,
        description=intro,
        intro=intro,
        follow=follow(Linker(edition, urls.CORRECTIONS), urls.CHANGES),
        listing=listing,
    )
    yield from more


def _entries(edition: Edition) -> list[tuple[str, int, HistoryEntry]]:
    found = [
        (claim.id, number, entry)
        for claim in edition.corpus.claims.values()
        for number, entry in enumerate(claim.history)
        if entry.kind in KINDS
    ]
    found.sort(key=lambda one: (one[0], one[1]))
    found.sort(key=lambda one: one[2].date, reverse=True)
    return found


def _row(to: Linker, claim_id: str, entry: HistoryEntry) -> CorrectionRow:
    claim, say = to.corpus.claims[claim_id], to.words
    change = Safe("")
    if entry.verdict_before:
        before = to.verdict(to.corpus.ratings[entry.verdict_before])
        change = say.safe("{before} before, now {after}", before=before, after=to.verdict_of(claim))
    what = say.t(words.HISTORY[entry.kind])
    return CorrectionRow(
        when=say.day(entry.date),
        link=to.claim(claim),
        what=escape.join([part for part in (what, change) if part], " · "),
        note=to.own(entry.note),
    )
