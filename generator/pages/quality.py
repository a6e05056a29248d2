"""The view of the quality page: what the site can count of its own work."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from generator import escape, evidence, rules, urls, words
from generator.catalogue import SOURCE
from generator.charts.share import share
from generator.escape import Safe
from generator.pages.leaf import Leaf, rest
from generator.pages.linking import Linker
from generator.pages.pictures import verdicts
from generator.pages.stretch import stretches
from generator.pages.views import EntryRow, Fact, QualityPage, named
from generator.passages.quotation import State
from generator.records import SealKind, SourceStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from generator.corpus import Corpus
    from generator.edition import Edition
    from generator.pages.stretch import Stretch
    from generator.problems import Problem
    from generator.records import Claim, Source
    from generator.rules import Rule


def quality_pages(
    edition: Edition, known: Mapping[str, Rule], found: Sequence[Problem]
) -> Iterator[Leaf]:
    """Find the page and what continues its lists; ``found`` is what the rules found."""
    single, sources = _single(edition), _sources(edition)
    make = partial(_first, known=known, found=found)
    yield Leaf(path=urls.QUALITY, make=make, stretches=(single[0], sources[0]))
    yield from rest(single, sources)


def _first(
    edition: Edition,
    single: Stretch,
    sources: Stretch,
    known: Mapping[str, Rule],
    found: Sequence[Problem],
) -> QualityPage:
    say = edition.words
    return QualityPage(
        path=urls.QUALITY,
        title=say.t("Quality"),
        description=say.t(
            "Quotations by state, claims on one source, stale reviews, rules and excuses."
        ),
        intro=say.t(
            "What this site can count of its own work, as of {date}.",
            date=say.day(edition.corpus.as_of),
        ),
        pictures=named(verdicts.of_site(Linker(edition, urls.QUALITY))),
        quotations=tuple(_quotations(edition)),
        claims=tuple(_claims(edition)),
        sources=sources.listing(edition),
        rules=tuple(_rules(edition, known, found)),
        single=single.listing(edition),
    )


def _quotations(edition: Edition) -> Iterator[Fact]:
    corpus, say = edition.corpus, edition.words
    states = Counter(result.state for result in corpus.verified.values())
    yield Fact(label=say.t("All quotations"), value=say.number(len(corpus.verified)))
    for state in State:
        if states[state] or state.holds:
            label = say.t(words.STATE[state]).lstrip("✗ ")
            yield Fact(label=label, value=say.number(states[state]))
    signed = sum(
        len(source.passages) for source in corpus.sources.values() if source.id in corpus.signed
    )
    yield Fact(label=say.t("On a seal with a signature"), value=say.number(signed))


def _claims(edition: Edition) -> Iterator[Fact]:
    corpus, say = edition.corpus, edition.words
    statuses = Counter(claim.status for claim in corpus.claims.values())
    for status in (Status.PUBLISHED, Status.WITHDRAWN):
        yield Fact(label=say.t(words.STATUS[status]), value=say.number(statuses[status]))
    published = [c for c in corpus.claims.values() if c.status is Status.PUBLISHED]
    looks = [claim.reviewed_on for claim in published if claim.reviewed_on]
    if looks:
        yield Fact(label=say.t("Oldest last look"), value=say.day(min(looks)))
    days = corpus.rules.review_after_days
    stale = sum(_is_older(day, corpus.as_of, days) for day in looks)
    label = say.n("Looks older than {n} day", "Looks older than {n} days", days)
    yield Fact(label=label, value=say.number(stale))
    single = sum(1 for claim in published if _is_single(corpus, claim))
    value = Linker(edition, urls.QUALITY).to(say.number(single), urls.QUALITY, "_single")
    yield Fact(
        label=say.t("Verdict on one origin"),
        value=value if single else say.number(single),
        note=say.t("All its sources go back to one, and the claim says why that is enough."),
    )
    corrected = sum(bool(claim.corrections) for claim in published)
    yield Fact(label=say.t("Corrected, or with a changed verdict"), value=say.number(corrected))
    asked = sum(claim.response is not None and bool(claim.response.asked_on) for claim in published)
    yield Fact(label=say.t("A reply was asked for"), value=say.number(asked))


def _is_older(day: date, newest: date | None, days: int) -> bool:
    return newest is not None and (newest - day).days > days


def _is_single(corpus: Corpus, claim: Claim) -> bool:
    return claim.status is Status.PUBLISHED and len(evidence.origins(corpus, claim)) == 1


def _single(edition: Edition) -> tuple[Stretch, ...]:
    corpus, say = edition.corpus, edition.words
    ids = sorted(
        (id_ for id_, claim in corpus.claims.items() if _is_single(corpus, claim)),
        key=corpus.rank.__getitem__,
    )
    stem = urls.sub_list(urls.QUALITY, "single")
    total = say.n("{n} claim", "{n} claims", len(ids))
    title = say.t("Verdicts on one origin")
    return stretches(urls.QUALITY, title, ids, _on_one, total, list_first=stem)


def _on_one(to: Linker, claim_id: str) -> EntryRow:
    claim = to.corpus.claims[claim_id]
    reason = to.own(claim.single_source_reason)
    return EntryRow(link=to.claim(claim), meta=to.verdict_of(claim), text=reason)


def _sources(edition: Edition) -> tuple[Stretch, ...]:
    ids, say = sorted(edition.corpus.sources), edition.words
    stem = urls.sub_list(urls.QUALITY, "sources")
    total = say.n("{n} source", "{n} sources", len(ids))
    return stretches(urls.QUALITY, say.t("Sources"), ids, _source, total, list_first=stem)


def _source(to: Linker, source_id: str) -> EntryRow:
    source, say = to.corpus.sources[source_id], to.words
    parts = [say.n("{n} quotation", "{n} quotations", len(source.passages))]
    parts += _share(to.edition, source)
    if source.status is not SourceStatus.LIVE:
        status = words.SOURCE_STATUS[source.status] if source.status else None
        told = say.t(status) if status else say.t("not looked up")
        parts.append(say.t("status: {status}", status=told))
    return EntryRow(link=to.source(source), meta=escape.join(parts, " · "))


def _share(edition: Edition, source: Source) -> Iterator[Safe]:
    """Say how much of a closed text is quoted, beside a small picture of it."""
    corpus, say = edition.corpus, edition.words
    seal = corpus.seals.get(source.id)
    if seal is None or source.seal is not SealKind.CLOSED:
        return
    quoted, limit = len(corpus.quoted_tokens(source)), corpus.rules.quotation_limit
    text = say.t(
        "{share} of its words and marks quoted, {limit} at most",
        share=say.share(quoted, seal.tokens),
        limit=say.share(round(limit * 100), 100),
    )
    drawn = share(quoted / seal.tokens if seal.tokens else 0, limit)
    yield Safe(f"{drawn}{escape.text(text)}")


def _rules(edition: Edition, known: Mapping[str, Rule], found: Sequence[Problem]) -> Iterator[Fact]:
    corpus, say = edition.corpus, edition.words
    breaking = Counter(problem.code for problem in found)
    excused = Counter(h.excuse.rule for h in rules.excuses(corpus) if h.holds(corpus))
    to = Linker(edition, urls.QUALITY)
    for rule in known.values():
        said = say.n("{n} finding", "{n} findings", breaking[rule.code])
        if rule.by_text:  # these look into the captured texts, which no build has
            said = say.t("only with the captured texts")
        if excused[rule.code]:
            said = say.n(
                "{said}, {n} excused", "{said}, {n} excused", excused[rule.code], said=said
            )
        yield Fact(
            label=to.told(words.of_code(rule.code), SOURCE),
            value=to.to(said, urls.rule(rule.code)),
            note=to.told(rule.title, SOURCE),
        )
