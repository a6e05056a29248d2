"""What a page says of a quotation's state, and where its words can be read in place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator import escape, urls, words
from generator.passages.quotation import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.escape import Safe
    from generator.pages.linking import Linker
    from generator.passages.quotation import Result
    from generator.records import Passage, Source
    from generator.words import Words


def proof_line(to: Linker, reference: str) -> Safe:
    """Say how a passage was found and at which words, with links to the original and its copy."""
    source, passage = to.corpus.passage(reference)
    result = to.corpus.verified[reference]
    state = to.to(
        state_label(to.words, result), urls.VERIFICATION, "", "fc-state", f"fc-{result.state}"
    )
    return escape.join([state, *_elsewhere(to.words, source, passage)], " ")


def state_label(say: Words, result: Result) -> str:
    """Name the state: ``Verbatim, words 212-229``."""
    label = say.t(words.STATE[result.state])
    if not result.state.holds:
        return label
    spans = ", ".join(f"{start + 1}–{end}" for start, end in result.ranges)
    gap = sum(b[0] - a[1] for a, b in pairwise(result.ranges))
    if not gap:
        return say.t("{state}, words {places}", state=label, places=spans)
    return say.t(
        "{state}, words {places}; […] leaves out {gap}",
        state=label,
        places=spans,
        gap=say.number(gap),
    )


def _elsewhere(say: Words, source: Source, passage: Passage) -> Iterator[Safe]:
    parts = parts_of(passage.quote)
    around = passage.prefix or "", passage.suffix or ""
    for url, label in (
        (source.url, say.t("Find it in the original")),
        (source.archive_url, say.t("Find it in the stable copy")),
    ):
        if url:
            yield escape.link(label, urls.text_fragment(url, parts, *around))
