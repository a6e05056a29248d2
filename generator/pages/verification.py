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

    from generator.edition import Edition


def verification_page(edition: Edition) -> VerificationPage:
    """Make the page."""
    corpus, say = edition.corpus, edition.words
    states = Counter(result.state for result in corpus.verified.values())
    lead = _lead(edition, states)
    return VerificationPage(
        path=urls.VERIFICATION,
        title=say.t("How we verify quotations"),
        description=say.t(
            "How every quotation is compared with its source, word for word. {figures}",
            figures=lead,
        ),
        lead=lead,
        limit=say.t(
            "At most {share} of the words and marks of a report may be quoted.",
            share=say.share(round(corpus.rules.quotation_limit * 100), 100),
        ),
        clone=_clone(edition),
        facts=tuple(_facts(edition, states)),
    )


def _lead(edition: Edition, states: Counter[State]) -> str:
    corpus, say = edition.corpus, edition.words
    lead = say.t(
        "{quotations} from {sources}: {verbatim} verbatim.",
        quotations=say.n("{n} quotation", "{n} quotations", len(corpus.verified)),
        sources=say.n("{n} source", "{n} sources", len(corpus.sources)),
        verbatim=say.number(states[State.VERBATIM]),
    )
    if others := states[State.TYPOGRAPHY]:
        typography = say.n(
            "{n} has the same words in other typography.",
            "{n} have the same words in other typography.",
            others,
        )
        lead = f"{lead} {typography}"
    if not corpus.signed:
        signed = say.t(
            "Nobody has signed yet that the captured texts are the reports as published."
        )
        lead = f"{lead} {signed}"
    return lead


def _clone(edition: Edition) -> Safe:
    corpus, say = edition.corpus, edition.words
    address = corpus.publisher.repository
    where = (
        escape.link(address, address) if address else escape.text(say.t("the project of this site"))
    )
    count = words.count(len(corpus.verified), "quotation")
    return say.safe(
        "Get {where}, then run {first} once and {second}. It must end with: {ending}.",
        where=where,
        first=Safe("`python3 noxfile.py`"),
        second=Safe("`.nox/site/bin/factcheck verify`"),
        ending=Safe(f"*{escape.text(f'{count}: … 0 failed, 0 skipped')}*"),
    )


def _facts(edition: Edition, states: Counter[State]) -> Iterator[Fact]:
    corpus, say = edition.corpus, edition.words
    yield Fact(label=say.t("Quotations"), value=say.number(len(corpus.verified)))
    yield Fact(label=say.t("Verbatim"), value=say.number(states[State.VERBATIM]))
    yield Fact(
        label=say.t("Same words, other typography"),
        value=say.number(states[State.TYPOGRAPHY]),
        note=say.t("Other kinds of quotation marks, apostrophes, dashes, ellipses or spaces."),
    )
    kinds = Counter(corpus.sources[id_].seal for id_ in corpus.seals)
    names = {
        SealKind.CLOSED: say.n(
            "{n} that keeps the text private",
            "{n} that keep the text private",
            kinds[SealKind.CLOSED],
        ),
        SealKind.OPEN: say.n(
            "{n} of a published text", "{n} of published texts", kinds[SealKind.OPEN]
        ),
    }
    parts = [names[kind] for kind in SealKind if kinds[kind]]
    yield Fact(label=say.t("Seals"), value=", ".join(parts) or say.t("none"))
    resting = sum(
        len(source.passages) for source in corpus.sources.values() if source.id not in corpus.signed
    )
    yield Fact(
        label=say.t("Quotations on a seal that nobody has signed"),
        value=say.number(resting),
        note=say.t(
            "Their words agree with the seal; that it was made from the report is on trust."
        ),
    )
