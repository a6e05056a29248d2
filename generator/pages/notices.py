"""The notices on a claim's page: what its reader must know before the verdict, and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import words
from generator.escape import Safe
from generator.evidence import sources
from generator.pages.views import Banner
from generator.records import HistoryKind, SourceStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.linking import Linker
    from generator.records import Claim


def notices(to: Linker, claim: Claim) -> Iterator[Banner]:
    """Say what stands above the claim: that it is a draft, or withdrawn."""
    say = to.words
    if claim.status is Status.DRAFT:
        text = say.t("This check is a draft. It is shown in previews, not on the published site.")
        yield Banner(style=Safe("fc-draft"), title=say.t("Draft"), text=text)
    yield from _entries(to, claim, HistoryKind.WITHDRAWN)


def changes(to: Linker, claim: Claim) -> Iterator[Banner]:
    """Say what stands below the verdict: changes, what became of sources, what is translated."""
    yield from _entries(to, claim, HistoryKind.VERDICT_CHANGE, HistoryKind.CORRECTION)
    for id_ in sources(claim):
        source = to.corpus.sources[id_]
        if source.status not in (None, SourceStatus.LIVE):
            status = to.words.t(words.SOURCE_STATUS[source.status])
            title = to.words.t("The status of a source of this check: {status}", status=status)
            yield Banner(style=Safe("fc-status"), title=title, text=to.source(source))
    if text := _told(to, claim):
        title = to.words.t("Languages of this page")
        yield Banner(style=Safe("fc-told"), title=title, text=text)


def _entries(to: Linker, claim: Claim, *kinds: HistoryKind) -> Iterator[Banner]:
    """Tell the entries of the history that are of these kinds, newest first."""
    for entry in reversed(claim.history):
        if entry.kind in kinds:
            what = to.words.t(words.HISTORY[entry.kind])
            title = to.words.t("{what} on {date}", what=what, date=to.words.day(entry.date))
            yield Banner(style=Safe(f"fc-{entry.kind}"), title=title, text=to.own(entry.note))


def _told(to: Linker, claim: Claim) -> str:
    """Say what is a translation and what is shown in the language of the record."""
    own, say = to.corpus.publisher.language, to.words
    if say.language == own:
        return ""
    spoken = say.language_name(own)
    made = claim.translations.get(say.language)
    if made is None:
        return say.t(
            "This check was written in another language and is not translated yet: {language}.",
            language=spoken,
        )
    return say.t(
        "Title, claim and answer were translated by {by} on {date}. The rest of the check is "
        "shown as it was written: {language}.",
        by=made.by,
        date=say.day(made.date),
        language=spoken,
    )
