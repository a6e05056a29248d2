"""The card of a claim: what its page says first, for the frames of other sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls, words
from generator.cards.card import Card
from generator.cards.html import html
from generator.pages.linking import Linker
from generator.records import Kind, Status

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.records import Claim

STYLE = "assets/stylesheets/card.css"


def claim_card(edition: Edition, claim: Claim, under: str) -> str | None:
    """Make the card of a published claim as an HTML document; None for a draft.

    It lies ``under`` the id of the claim or a former one.
    """
    rating = edition.corpus.ratings.get(claim.verdict or "")
    if rating is None or not claim.is_public:
        return None
    to, say = Linker(edition, urls.page(Kind.CLAIM, claim.id)), edition.words
    here = edition.prefix + urls.card(under)
    is_published = claim.status is Status.PUBLISHED
    return html(
        Card(
            language=edition.language,
            claim_language=to.language_of(claim, "claim") or edition.language,
            answer_language=(to.rest if claim.withdrawal else to.language_of(claim, "summary"))
            or edition.language,
            title=claim.title,
            publisher=edition.corpus.publisher.name,
            kind=say.t("Fact check"),
            claim=claim.claim,
            who=_who(edition, claim),
            question=say.t(words.QUESTION[claim.asks]),
            icon=words.ICON[rating.icon],
            # What was taken back answers nothing any more.
            verdict=rating.label if is_published else "",
            colour=rating.colour if is_published else "grey",
            mark="" if is_published else say.t(words.STATUS[claim.status]),
            answer=claim.withdrawal or claim.summary or "",
            read=say.t("Read the whole check"),
            page=urls.final(here, edition.prefix + to.path),
            canonical=to.published(to.path),
            favicon=urls.relative(here, urls.ICON),
            style=urls.relative(here, STYLE),
        )
    )


def _who(edition: Edition, claim: Claim) -> str:
    say = edition.words
    people = edition.corpus.people
    name = people[claim.claimant].name if claim.claimant else say.t("No claimant named")
    day = say.day(claim.said_on) if claim.said_on else ""
    return " · ".join(part for part in (name, claim.said_in or "", day) if part)
