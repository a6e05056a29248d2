"""The view of the quality page: what the site can count of its own work."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator import evidence, rules, urls, words
from generator.pages.linking import Linker
from generator.pages.lists import paged
from generator.pages.views import EntryRow, Fact, QualityPage
from generator.passages.quotation import State
from generator.records import SealKind, SourceStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from generator.corpus import Corpus
    from generator.pages.views import Listing, Row, View
    from generator.problems import Problem
    from generator.records import Claim
    from generator.rules import Rule

TITLE = "Quality"


def quality_pages(
    corpus: Corpus, known: Mapping[str, Rule], found: Sequence[Problem]
) -> list[View]:
    """Make the page and what continues its lists; ``found`` is what the rules found."""
    single, more_single = _single(corpus)
    sources, more_sources = _sources(corpus)
    page = QualityPage(
        path=urls.QUALITY,
        title=TITLE,
        description="Quotations by state, claims on one source, stale reviews, rules and excuses.",
        intro=f"What this site can count of its own work, as of {words.day(corpus.as_of)}.",
        quotations=tuple(_quotations(corpus)),
        claims=tuple(_claims(corpus)),
        sources=sources,
        rules=tuple(_rules(corpus, known, found)),
        single=single,
    )
    return [page, *more_single, *more_sources]


def _quotations(corpus: Corpus) -> Iterator[Fact]:
    states = Counter(result.state for result in corpus.verified.values())
    yield Fact(label="All quotations", value=f"{len(corpus.verified):,}")
    for state in State:
        if states[state] or state.holds:
            yield Fact(label=words.STATE[state].lstrip("✓✗ "), value=f"{states[state]:,}")
    signed = sum(
        len(source.passages) for source in corpus.sources.values() if source.id in corpus.signed
    )
    yield Fact(label="On a seal with a signature", value=f"{signed:,}")


def _claims(corpus: Corpus) -> Iterator[Fact]:
    statuses = Counter(claim.status for claim in corpus.claims.values())
    yield Fact(label="Published", value=f"{statuses[Status.PUBLISHED]:,}")
    yield Fact(label="Withdrawn", value=f"{statuses[Status.WITHDRAWN]:,}")
    published = [c for c in corpus.claims.values() if c.status is Status.PUBLISHED]
    looks = [claim.reviewed_on for claim in published if claim.reviewed_on]
    if looks:
        yield Fact(label="Oldest last look", value=words.day(min(looks)))
    days = corpus.rules.review_after_days
    stale = sum(_is_older(day, corpus.as_of, days) for day in looks)
    label = f"Looks older than {days:,} days"
    yield Fact(label=label, value=f"{stale:,}")
    single = sum(1 for claim in published if _is_single(corpus, claim))
    value = Linker(corpus, urls.QUALITY).to(f"{single:,}", urls.QUALITY, "_single")
    yield Fact(
        label="Verdict on one origin",
        value=value if single else "0",
        note="All its sources go back to one, and the claim says why that is enough.",
    )
    corrected = sum(bool(claim.corrections) for claim in published)
    yield Fact(label="Corrected, or with a changed verdict", value=f"{corrected:,}")
    asked = sum(claim.response is not None and bool(claim.response.asked_on) for claim in published)
    yield Fact(label="A reply was asked for", value=f"{asked:,}")


def _is_older(day: date, newest: date | None, days: int) -> bool:
    return newest is not None and (newest - day).days > days


def _is_single(corpus: Corpus, claim: Claim) -> bool:
    return claim.status is Status.PUBLISHED and len(evidence.origins(corpus, claim)) == 1


def _single(corpus: Corpus) -> tuple[Listing, list[View]]:
    ids = sorted(
        (id_ for id_, claim in corpus.claims.items() if _is_single(corpus, claim)),
        key=corpus.rank.__getitem__,
    )

    def row(to: Linker, id_: str) -> Row:
        claim: Claim = corpus.claims[id_]
        return EntryRow(
            link=to.claim(claim), meta=to.verdict_of(claim), text=claim.single_source_reason or ""
        )

    stem = urls.sub_list(urls.QUALITY, "single")
    return paged(corpus, urls.QUALITY, "Verdicts on one origin", ids, row, list_first=stem)


def _sources(corpus: Corpus) -> tuple[Listing, list[View]]:
    def row(to: Linker, id_: str) -> Row:
        source = corpus.sources[id_]
        parts = [words.count(len(source.passages), "quotation")]
        seal = corpus.seals.get(id_)
        if seal is not None and source.seal is SealKind.CLOSED:
            share = words.share(len(corpus.quoted_tokens(source)), seal.tokens)
            limit = words.share(round(corpus.rules.quotation_limit * 100), 100)
            parts.append(f"{share} of its words and marks quoted, {limit} at most")
        if source.status is not SourceStatus.LIVE:
            status = words.SOURCE_STATUS[source.status] if source.status else "not looked up"
            parts.append(f"status: {status}")
        return EntryRow(link=to.source(source), meta=" · ".join(parts))

    stem = urls.sub_list(urls.QUALITY, "sources")
    ids = sorted(corpus.sources)
    return paged(corpus, urls.QUALITY, "Sources", ids, row, "source", list_first=stem)


def _rules(corpus: Corpus, known: Mapping[str, Rule], found: Sequence[Problem]) -> Iterator[Fact]:
    breaking = Counter(problem.code for problem in found)
    excused = Counter(h.excuse.rule for h in rules.excuses(corpus) if h.holds(corpus))
    to = Linker(corpus, urls.QUALITY)
    for rule in known.values():
        number = words.count(breaking[rule.code], "finding")
        # These look into the captured texts, which no build has.
        said = "only with the captured texts" if rule.by_text else number
        if excused[rule.code]:
            said += f", {excused[rule.code]:,} excused"
        yield Fact(
            label=words.of_code(rule.code), value=to.to(said, urls.rule(rule.code)), note=rule.title
        )
