"""The corrections log: every correction, changed verdict and withdrawal, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape, urls, words
from generator.escape import Safe
from generator.pages.following import follow
from generator.pages.leaf import Leaf, rest
from generator.pages.linking import Linker
from generator.pages.stretch import stretches
from generator.pages.views import CorrectionRow, ListPage
from generator.records import HistoryKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.pages.stretch import Stretch
    from generator.records import HistoryEntry

KINDS = (HistoryKind.CORRECTION, HistoryKind.VERDICT_CHANGE, HistoryKind.WITHDRAWN)


def corrections_pages(edition: Edition) -> Iterator[Leaf]:
    """Find the pages of the log."""
    say = edition.words
    entries = [f"{claim}/{number}" for claim, number, _ in _entries(edition)]
    total = say.n("{n} correction", "{n} corrections", len(entries))
    listed = stretches(urls.CORRECTIONS, say.t("Corrections log"), entries, _row, total)
    yield Leaf(path=urls.CORRECTIONS, make=_first, stretches=listed[:1])
    yield from rest(listed)


def _first(edition: Edition, entries: Stretch) -> ListPage:
    say = edition.words
    intro = say.t(
        "Every correction, changed verdict and withdrawal of a published check, newest first. "
        "This list is made from the histories of the checks."
    )
    if not entries.ids:
        intro = say.t(
            "No published check was corrected, changed or withdrawn so far. This list is made "
            "from the histories of the checks; the first correction will stand here."
        )
    return ListPage(
        path=entries.path,
        title=entries.title,
        description=intro,
        intro=intro,
        follow=follow(Linker(edition, entries.path), urls.CHANGES),
        listing=entries.listing(edition),
    )


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


def _row(to: Linker, key: str) -> CorrectionRow:
    claim_id, _, number = key.partition("/")
    claim, say = to.corpus.claims[claim_id], to.words
    entry = claim.history[int(number)]
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
