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

    from generator.edition import Edition
    from generator.records import Claim, Evidence, Response, Source


def claim_page(edition: Edition, claim: Claim) -> ClaimPage:
    """Make the page of a claim."""
    path = urls.page(Kind.CLAIM, claim.id)
    to = Linker(edition, path)
    corpus, say = to.corpus, to.words
    rating = corpus.ratings[claim.verdict] if claim.verdict else None
    return ClaimPage(
        path=path,
        title=claim.title,
        description=claim.summary or claim.claim,
        noindex=not claim.is_public,
        banners=tuple(_banners(to, claim)),
        claim=claim.claim,
        who=_who(to, claim),
        who_note=claim.claimant_note or "",
        carried_by=escape.join(
            (to.source_short(corpus.sources[s]) for s in claim.appearances), " · "
        ),
        answer_style=Safe(f"fc-{rating.colour}" if rating else "fc-grey"),
        question=say.t(words.QUESTION[claim.asks]),
        verdict=to.verdict(rating),
        summary=claim.summary or "",
        evidence=tuple(_evidence(to, claim)),
        analysis=prose.render(claim.analysis) if claim.analysis else Safe(""),
        single_source_reason=claim.single_source_reason or "",
        related=tuple(_related(to, claim)),
        subjects=tuple(_subjects(to, claim)),
        about=(*_about(to, claim), *_excused(to, claim)),
        history=tuple(_history(to, claim)),
        actions=to.actions(corpus.file_of(Kind.CLAIM, claim.id), claim.title),
    )


def _banners(to: Linker, claim: Claim) -> Iterator[Banner]:
    say = to.words
    if claim.status is Status.DRAFT:
        text = say.t("This check is a draft. It is shown in previews, not on the published site.")
        yield Banner(style=Safe("fc-draft"), title=say.t("Draft"), text=text)
    if text := _told(to, claim):
        yield Banner(style=Safe("fc-told"), title=say.t("Languages of this page"), text=text)
    for entry in reversed(claim.history):
        if entry.kind in (
            HistoryKind.WITHDRAWN,
            HistoryKind.VERDICT_CHANGE,
            HistoryKind.CORRECTION,
        ):
            what = say.t(words.HISTORY[entry.kind])
            title = say.t("{what} on {date}", what=what, date=say.day(entry.date))
            yield Banner(style=Safe(f"fc-{entry.kind}"), title=title, text=entry.note)
    for source in _sources(to, claim):
        if source.status not in (None, SourceStatus.LIVE):
            status = say.t(words.SOURCE_STATUS[source.status])
            title = say.t("The status of a source of this check: {status}", status=status)
            yield Banner(style=Safe("fc-status"), title=title, text=to.source(source))


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


def _sources(to: Linker, claim: Claim) -> list[Source]:
    return [to.corpus.sources[id_] for id_ in sources(claim)]


def _who(to: Linker, claim: Claim) -> Safe:
    say = to.words
    nobody = escape.text(say.t("No claimant named"))
    parts = [to.person(claim.claimant) if claim.claimant else nobody]
    if claim.said_in:
        parts.append(escape.text(claim.said_in))
    if claim.said_on:
        parts.append(escape.text(say.day(claim.said_on)))
    elif claim.claimant:
        parts.append(escape.text(say.t("day not known")))
    return escape.join(parts, " · ")


def _evidence(to: Linker, claim: Claim) -> Iterator[EvidenceGroup]:
    for stance in Stance:
        cards = tuple(_card(to, item) for item in claim.evidence if item.stance is stance)
        if cards:
            heading = to.words.t(words.STANCE_HEADING[stance])
            yield EvidenceGroup(heading=heading, anchor=Safe(f"_{stance}"), cards=cards)


def _card(to: Linker, item: Evidence) -> EvidenceCard:
    quotes: tuple[str, ...] = item.reference.quote if item.reference else ()
    proof = _not_compared(to) if quotes else Safe("")
    if item.passage:
        quote, what, cite = _passage(to, item.passage)
        quotes, proof = (quote,), proof_line(to, item.passage)
    else:
        what, cite = to.words.t("public reference, not captured"), _reference(to, item)
    return EvidenceCard(
        style=Safe(f"fc-{item.stance}"),
        label=f"{to.words.t(words.STANCE[item.stance])} · {what}",
        quotes=quotes,
        proof=proof,
        cite=cite,
        note=item.note or "",
        why_counts=item.why_counts or "",
    )


def _not_compared(to: Linker) -> Safe:
    mark = to.to(to.words.t(words.NOT_COMPARED), urls.VERIFICATION, "_limits", "fc-state")
    return to.words.safe("{mark}: this reference was not captured", mark=mark)


def _passage(to: Linker, reference: str) -> tuple[str, str, Safe]:
    source, passage = to.corpus.passage(reference)
    anchor = reference.partition("#")[2]
    parts = [to.person(passage.speaker)] if passage.speaker else []
    parts.append(to.source_short(source, anchor))
    if source.publisher is None:
        parts.append(escape.text(to.words.day(source.published)))
    return passage.quote, to.words.t(words.PASSAGE_KIND[passage.kind]), escape.join(parts, " · ")


def _reference(to: Linker, item: Evidence) -> Safe:
    if item.reference is None:
        return Safe("")
    day = to.words.day(item.reference.accessed)
    read = escape.text(to.words.t("read on {date}", date=day))
    return escape.join([escape.link(item.reference.title, item.reference.url), read], " · ")


def _related(to: Linker, claim: Claim) -> Iterator[EntryRow]:
    for relation in to.corpus.links.relations.get(claim.id, ()):
        other = to.corpus.claims[relation.other]
        label = escape.text(to.words.t(words.RELATION[relation.how, relation.derived]))
        meta = Safe(f"{label} · {to.verdict_of(other)}")
        yield EntryRow(link=to.claim(other), meta=meta)


def _subjects(to: Linker, claim: Claim) -> Iterator[Fact]:
    say = to.words
    lists = (
        (say.t("Topics"), [to.topic(id_) for id_ in claim.topics]),
        (say.t("People and bodies"), [to.person(id_) for id_ in claim.people]),
        (say.t("Events"), [to.event(id_) for id_ in claim.events]),
    )
    for label, links in lists:
        if links:
            yield Fact(label=label, value=escape.join(links))


def _about(to: Linker, claim: Claim) -> Iterator[Fact]:
    publisher, say = to.corpus.publisher, to.words
    if claim.checked_by:
        yield Fact(label=say.t("Checked by"), value=publisher.staff[claim.checked_by].name)
    if claim.reviewed_by:
        yield Fact(label=say.t("Reviewed by"), value=publisher.staff[claim.reviewed_by].name)
    elif claim.is_public:
        reason = publisher.review.reason or ""
        yield Fact(label=say.t("Reviewed by"), value=say.t("nobody else yet"), note=reason)
    if claim.published_on:
        yield Fact(label=say.t("First published"), value=say.day(claim.published_on))
    if claim.reviewed_on:
        yield Fact(label=say.t("Last looked at"), value=say.day(claim.reviewed_on))
    if claim.response:
        yield _response(to, claim.response)


def _response(to: Linker, response: Response) -> Fact:
    say = to.words
    label = say.t("Right of reply")
    if response.asked_on is None:
        return Fact(label=label, value=response.none_because or "")
    day = say.day(response.asked_on)
    if response.answer is None:
        value = say.t("Asked on {date}; no answer so far", date=day)
    else:
        value = say.t("Asked on {date}, and answered", date=day)
    return Fact(label=label, value=value, note=response.answer or response.none_because or "")


def _excused(to: Linker, claim: Claim) -> Iterator[Fact]:
    say = to.words
    for number, excuse in enumerate(claim.excused):
        if Held(Place(Kind.CLAIM, claim.id), number, excuse).holds(to.corpus):
            rule = to.to(words.of_code(excuse.rule), urls.rule(excuse.rule))
            value = say.safe("{rule} until {date}", rule=rule, date=say.day(excuse.until))
            yield Fact(label=say.t("Excused from"), value=value, note=excuse.reason)


def _history(to: Linker, claim: Claim) -> Iterator[Fact]:
    say = to.words
    for entry in claim.history:
        value = escape.text(f"{say.t(words.HISTORY[entry.kind])}. {entry.note}")
        if entry.verdict_before:
            before = to.verdict(to.corpus.ratings[entry.verdict_before])
            value = Safe(f"{value} {say.safe('Before: {verdict}', verdict=before)}")
        yield Fact(label=say.day(entry.date), value=value)
