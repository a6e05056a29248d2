"""The view of a claim's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape, prose, urls, words
from generator.escape import Safe
from generator.evidence import sources
from generator.pages.linking import Linker
from generator.pages.proof import proof_line
from generator.pages.views import Banner, ClaimPage, EntryRow, EvidenceCard, EvidenceGroup, Fact
from generator.records import HistoryKind, Kind, SourceStatus, Stance, Status
from generator.rules import Held, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.records import Claim, Evidence, Source


def claim_page(corpus: Corpus, claim: Claim) -> ClaimPage:
    """Make the page of a claim."""
    path = urls.page(Kind.CLAIM, claim.id)
    to = Linker(corpus, path)
    rating = corpus.ratings[claim.verdict] if claim.verdict else None
    return ClaimPage(
        path=path,
        title=claim.title,
        description=claim.summary or claim.claim,
        noindex=not claim.is_public,
        banners=tuple(_banners(corpus, claim)),
        claim=claim.claim,
        who=_who(to, claim),
        who_note=claim.claimant_note or "",
        carried_by=escape.join(
            (to.source_short(corpus.sources[s]) for s in claim.appearances), " · "
        ),
        answer_style=Safe(f"fc-{rating.colour}" if rating else "fc-grey"),
        question=words.QUESTION[claim.asks],
        verdict=to.verdict(rating),
        summary=claim.summary or "",
        evidence=tuple(_evidence(to, claim)),
        analysis=prose.render(claim.analysis) if claim.analysis else Safe(""),
        single_source_reason=claim.single_source_reason or "",
        related=tuple(_related(to, claim)),
        subjects=tuple(_subjects(to, claim)),
        about=(*_about(corpus, claim), *_excused(to, claim)),
        history=tuple(_history(to, claim)),
        actions=to.actions(corpus.file_of(Kind.CLAIM, claim.id), claim.title, "claim"),
    )


def _banners(corpus: Corpus, claim: Claim) -> Iterator[Banner]:
    if claim.status is Status.DRAFT:
        text = "This check is a draft. It is shown in previews, not on the published site."
        yield Banner(style=Safe("fc-draft"), title="Draft", text=text)
    for entry in reversed(claim.history):
        if entry.kind in (
            HistoryKind.WITHDRAWN,
            HistoryKind.VERDICT_CHANGE,
            HistoryKind.CORRECTION,
        ):
            title = f"{words.HISTORY[entry.kind]} on {words.day(entry.date)}"
            yield Banner(style=Safe(f"fc-{entry.kind}"), title=title, text=entry.note)
    for source in _sources(corpus, claim):
        if source.status not in (None, SourceStatus.LIVE):
            title = f"A source of this check is {words.SOURCE_STATUS[source.status]}"
            text = Linker(corpus, urls.page(Kind.CLAIM, claim.id)).source(source)
            yield Banner(style=Safe("fc-status"), title=title, text=text)


def _sources(corpus: Corpus, claim: Claim) -> list[Source]:
    return [corpus.sources[id_] for id_ in sources(claim)]


def _who(to: Linker, claim: Claim) -> Safe:
    parts = [to.person(claim.claimant) if claim.claimant else escape.text("No claimant named")]
    if claim.said_in:
        parts.append(escape.text(claim.said_in))
    if claim.said_on:
        parts.append(escape.text(words.day(claim.said_on)))
    elif claim.claimant:
        parts.append(escape.text("day not known"))
    return escape.join(parts, " · ")


def _evidence(to: Linker, claim: Claim) -> Iterator[EvidenceGroup]:
    for stance in Stance:
        cards = tuple(_card(to, item) for item in claim.evidence if item.stance is stance)
        if cards:
            heading = words.STANCE_HEADING[stance]
            yield EvidenceGroup(heading=heading, anchor=Safe(f"_{stance}"), cards=cards)


def _card(to: Linker, item: Evidence) -> EvidenceCard:
    quotes: tuple[str, ...] = item.reference.quote if item.reference else ()
    proof = _not_compared(to) if quotes else Safe("")
    if item.passage:
        quote, what, cite = _passage(to, item.passage)
        quotes, proof = (quote,), proof_line(to, item.passage)
    else:
        what, cite = "public reference, not captured", _reference(item)
    return EvidenceCard(
        style=Safe(f"fc-{item.stance}"),
        label=f"{words.STANCE[item.stance]} · {what}",
        quotes=quotes,
        proof=proof,
        cite=cite,
        note=item.note or "",
        why_counts=item.why_counts or "",
    )


def _not_compared(to: Linker) -> Safe:
    mark = to.to(words.NOT_COMPARED, urls.VERIFICATION, "_limits", "fc-state")
    return Safe(f"{mark}: this reference was not captured")


def _passage(to: Linker, reference: str) -> tuple[str, str, Safe]:
    source, passage = to.corpus.passage(reference)
    anchor = reference.partition("#")[2]
    parts = [to.person(passage.speaker)] if passage.speaker else []
    parts.append(to.source_short(source, anchor))
    if source.publisher is None:
        parts.append(escape.text(words.day(source.published)))
    return passage.quote, words.PASSAGE_KIND[passage.kind], escape.join(parts, " · ")


def _reference(item: Evidence) -> Safe:
    if item.reference is None:
        return Safe("")
    read = escape.text(f"read on {words.day(item.reference.accessed)}")
    return escape.join([escape.link(item.reference.title, item.reference.url), read], " · ")


def _related(to: Linker, claim: Claim) -> Iterator[EntryRow]:
    for relation in to.corpus.links.relations.get(claim.id, ()):
        other = to.corpus.claims[relation.other]
        label = escape.text(words.RELATION[relation.how, relation.derived])
        meta = Safe(f"{label} · {to.verdict_of(other)}")
        yield EntryRow(link=to.claim(other), meta=meta)


def _subjects(to: Linker, claim: Claim) -> Iterator[Fact]:
    lists = (
        ("Topics", [to.topic(id_) for id_ in claim.topics]),
        ("People and bodies", [to.person(id_) for id_ in claim.people]),
        ("Events", [to.event(id_) for id_ in claim.events]),
    )
    for label, links in lists:
        if links:
            yield Fact(label=label, value=escape.join(links))


def _about(corpus: Corpus, claim: Claim) -> Iterator[Fact]:
    staff = corpus.publisher.staff
    if claim.checked_by:
        yield Fact(label="Checked by", value=staff[claim.checked_by].name)
    if claim.reviewed_by:
        yield Fact(label="Reviewed by", value=staff[claim.reviewed_by].name)
    elif claim.is_public:
        reason = corpus.publisher.review.reason or ""
        yield Fact(label="Reviewed by", value="nobody else yet", note=reason)
    if claim.published_on:
        yield Fact(label="First published", value=words.day(claim.published_on))
    if claim.reviewed_on:
        yield Fact(label="Last looked at", value=words.day(claim.reviewed_on))
    if claim.response:
        yield from _response(claim)


def _response(claim: Claim) -> Iterator[Fact]:
    response = claim.response
    if response is None:
        return
    if response.asked_on is None:
        yield Fact(label="Right of reply", value=response.none_because or "")
        return
    if response.answer is None:
        value = f"Asked on {words.day(response.asked_on)}; no answer so far"
    else:
        value = f"Asked on {words.day(response.asked_on)}, and answered"
    note = response.answer or response.none_because or ""
    yield Fact(label="Right of reply", value=value, note=note)


def _excused(to: Linker, claim: Claim) -> Iterator[Fact]:
    for number, excuse in enumerate(claim.excused):
        if Held(Place(Kind.CLAIM, claim.id), number, excuse).holds(to.corpus):
            rule = to.to(words.of_code(excuse.rule), urls.rule(excuse.rule))
            until = escape.text(f"until {words.day(excuse.until)}")
            yield Fact(label="Excused from", value=Safe(f"{rule} {until}"), note=excuse.reason)


def _history(to: Linker, claim: Claim) -> Iterator[Fact]:
    for entry in claim.history:
        value = escape.text(f"{words.HISTORY[entry.kind]}. {entry.note}")
        if entry.verdict_before:
            before = to.verdict(to.corpus.ratings[entry.verdict_before])
            value = Safe(f"{value} Before: {before}")
        yield Fact(label=words.day(entry.date), value=value)
