"""The view of the page that explains how quotations are verified."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator import escape, urls, words
from generator.escape import Safe
from generator.pages.views import Fact, VerificationPage
from generator.passages.quotation import State
from generator.records import SealKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus

TITLE = "How we verify quotations"


def verification_page(corpus: Corpus) -> VerificationPage:
    """Make the page."""
    states = Counter(result.state for result in corpus.verified.values())
    others = states[State.TYPOGRAPHY]
    lead = (
        f"{words.count(len(corpus.verified), 'quotation')} from "
        f"{words.count(len(corpus.sources), 'source')}: {states[State.VERBATIM]:,} verbatim"
        + (f", {others:,} with the same words in other typography." if others else ".")
    )
    if not corpus.signed:
        lead += " Nobody has signed yet that the captured texts are the reports as published."
    return VerificationPage(
        path=urls.VERIFICATION,
        title=TITLE,
        description=f"How every quotation is compared with its source, word for word. {lead}",
        lead=lead,
        limit=_limit(corpus),
        clone=_clone(corpus),
        facts=tuple(_facts(corpus, states)),
    )


def _limit(corpus: Corpus) -> str:
    share = words.share(round(corpus.rules.quotation_limit * 100), 100)
    return f"At most {share} of the words and marks of a report may be quoted."


def _clone(corpus: Corpus) -> Safe:
    address = corpus.publisher.repository
    where = escape.link(address, address) if address else escape.text("the project of this site")
    ending = escape.text(f"{words.count(len(corpus.verified), 'quotation')}: … 0 failed, 0 skipped")
    return Safe(
        f"Get {where}, then run `python3 noxfile.py` once and `.nox/site/bin/factcheck verify`. "
        f"It must end with: *{ending}*."
    )


def _facts(corpus: Corpus, states: Counter[State]) -> Iterator[Fact]:
    yield Fact(label="Quotations", value=f"{len(corpus.verified):,}")
    yield Fact(label="Verbatim", value=f"{states[State.VERBATIM]:,}")
    yield Fact(
        label="Same words, other typography",
        value=f"{states[State.TYPOGRAPHY]:,}",
        note="Other kinds of quotation marks, apostrophes, dashes, ellipses or spaces.",
    )
    kinds = Counter(corpus.sources[id_].seal for id_ in corpus.seals)
    names = {SealKind.CLOSED: "that keep the text private", SealKind.OPEN: "of published texts"}
    parts = [f"{kinds[kind]:,} {names[kind]}" for kind in SealKind if kinds[kind]]
    yield Fact(label="Seals", value=", ".join(parts) or "none")
    resting = sum(
        len(source.passages) for source in corpus.sources.values() if source.id not in corpus.signed
    )
    yield Fact(
        label="Quotations on a seal that nobody has signed",
        value=f"{resting:,}",
        note="Their words agree with the seal; that it was made from the report is on trust.",
    )
