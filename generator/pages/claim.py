"""The view of a claim's page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator import escape, prose, urls, words
from generator.escape import Safe
from generator.pages import answer, cards, facets, notices
from generator.pages.citing import citing
from generator.pages.linking import Linker
from generator.pages.views import ClaimPage, Fact, Languages, RelatedRow
from generator.pages.wordings import wordings
from generator.permalinks import made_by, permalinks
from generator.records import Kind, Status
from generator.rules import Held, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.records import Claim, Response


def claim_page(edition: Edition, claim: Claim) -> ClaimPage:
    """Make the page of a claim."""
    to = Linker(edition, urls.page(Kind.CLAIM, claim.id))
    narrowed = facets.of_claim(edition, claim)
    return replace(shown(to, claim), facets=narrowed, citing=citing(to, claim))


def shown(to: Linker, claim: Claim) -> ClaimPage:
    """Make what the page of a claim, or of a version of it, shows of the record."""
    corpus, say = to.corpus, to.words
    rating = corpus.ratings[claim.verdict] if claim.verdict else None
    return ClaimPage(
        path=to.path,
        title=claim.title,
        # Lists of other sites show these two without the notice on the page.
        named=_named(to, claim),
        description=claim.withdrawal or claim.summary or claim.claim,
        noindex=not claim.is_public,
        notices=tuple(notices.notices(to, claim)),
        changes=tuple(notices.changes(to, claim)),
        languages=_languages(to, claim),
        record=_record(to),
        claim=claim.claim,
        who=_who(to, claim),
        who_note=to.own(claim.claimant_note),
        carried_by=escape.join(
            (to.source_short(corpus.sources[s]) for s in claim.appearances), " · "
        ),
        answer_style=Safe(f"fc-{rating.colour}" if rating else "fc-grey"),
        question=say.t(words.QUESTION[claim.asks]),
        verdict=to.verdict(rating),
        before=answer.before(to, claim),
        scale=answer.scale(to, rating),
        summary=claim.summary or "",
        sides=cards.sides(claim),
        evidence=tuple(cards.groups(to, claim)),
        wordings=tuple(wordings(to, claim)),
        analysis=_analysis(to, claim),
        single_source_reason=to.own(claim.single_source_reason),
        related=tuple(_related(to, claim)),
        subjects=tuple(_subjects(to, claim)),
        about=(*_about(to, claim), *_excused(to, claim)),
        history=tuple(_history(to, claim)),
        spellings=_other_spellings(to, claim),
        actions=to.actions(
            corpus.file_of(Kind.CLAIM, claim.id), claim.title, (Kind.CLAIM, claim.id)
        ),
    )


def _named(to: Linker, claim: Claim) -> str:
    """Name a withdrawn check as one; empty for any other."""
    if claim.status is not Status.WITHDRAWN:
        return ""
    mark = to.words.t(words.STATUS[claim.status])
    return to.words.t("{what}: {title}", what=mark, title=claim.title)


def _languages(to: Linker, claim: Claim) -> Languages:
    """Say which texts are in another language than the page."""
    return Languages(
        title=Safe(to.language_of(claim, "title")),
        claim=Safe(to.language_of(claim, "claim")),
        summary=Safe(to.language_of(claim, "summary")),
        rest=Safe(to.rest),
    )


def _record(to: Linker) -> Safe:
    """Say on paper whose page this is, where it stands, and of which day it is."""
    publisher = to.corpus.publisher
    return escape.text(
        to.words.t(
            "{publisher}, {page}, as of {date}",
            publisher=publisher.name,
            page=urls.published(publisher.url, to.edition.prefix + to.path),
            date=to.words.day(to.corpus.as_of),
        )
    )


def _analysis(to: Linker, claim: Claim) -> Safe:
    if not claim.analysis:
        return Safe("")
    return prose.render(claim.analysis, to.rest)


def _who(to: Linker, claim: Claim) -> Safe:
    say = to.words
    nobody = escape.text(say.t("No claimant named"))
    parts = [to.person(claim.claimant) if claim.claimant else nobody]
    if claim.said_in:
        parts.append(escape.in_own(claim.said_in, to.language_of(claim, "said_in")))
    if claim.said_on:
        parts.append(escape.text(say.day(claim.said_on)))
    elif claim.claimant:
        parts.append(escape.text(say.t("day not known")))
    return escape.join(parts, " · ")


def _related(to: Linker, claim: Claim) -> Iterator[RelatedRow]:
    for relation in to.corpus.links.relations.get(claim.id, ()):
        other = to.corpus.claims[relation.other]
        label = escape.text(to.words.t(words.RELATION[relation.how, relation.derived]))
        yield RelatedRow(how=label, link=to.claim(other), verdict=to.verdict_of(other))


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
    if claim.claim_short:
        yield Fact(label=say.t("The claim in short"), value=to.own(claim.claim_short))
    if claim.checked_by:
        yield Fact(label=say.t("Checked by"), value=publisher.staff[claim.checked_by].name)
    if claim.reviewed_by:
        yield Fact(label=say.t("Reviewed by"), value=publisher.staff[claim.reviewed_by].name)
    elif claim.is_public:
        reason = to.own(publisher.review.reason)
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
        return Fact(label=label, value=to.own(response.none_because))
    day = say.day(response.asked_on)
    if response.answer is None:
        value = say.t("Asked on {date}; no answer so far", date=day)
    else:
        value = say.t("Asked on {date}, and answered", date=day)
    return Fact(label=label, value=value, note=to.own(response.answer or response.none_because))


def _excused(to: Linker, claim: Claim) -> Iterator[Fact]:
    say = to.words
    for number, excuse in enumerate(claim.excused):
        if Held(Place(Kind.CLAIM, claim.id), number, excuse).holds(to.corpus):
            rule = to.manual(words.of_code(excuse.rule), urls.rule(excuse.rule))
            value = say.safe("{rule} until {date}", rule=rule, date=say.day(excuse.until))
            yield Fact(label=say.t("Excused from"), value=value, note=to.own(excuse.reason))


def _history(to: Linker, claim: Claim) -> Iterator[Fact]:
    say = to.words
    versions = permalinks(to.corpus, claim.id)
    for number, entry in enumerate(claim.history):
        what = say.t(words.HISTORY[entry.kind])
        value = escape.join([f"{what}.", to.own(entry.note)], " ")
        if entry.verdict_before:
            chip = to.rating(entry.verdict_before, "fc-former")
            value = escape.join([value, say.safe("Before: {verdict}", verdict=chip)], " ")
        if (made := made_by(versions, number)) and made.path != to.path:
            value = escape.join([value, to.to(say.t("Read this version"), made.path)], " ")
        yield Fact(label=say.day(entry.date), value=value)


def _other_spellings(to: Linker, claim: Claim) -> str:
    """List how else the people of a claim are written, so that the search finds them so too.

    The words stand hidden in the page: the search matches whole words, and "Zelensky" is none of
    those in "Zelenskyy".
    """
    named = dict.fromkeys([*([claim.claimant] if claim.claimant else []), *claim.people])
    known = (to.corpus.people[id_] for id_ in named if id_ in to.corpus.people)
    return ", ".join(dict.fromkeys(word for person in known for word in person.variants))
