"""The evidence of a claim as cards, grouped by what it says of the claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape, urls, words
from generator.escape import Safe
from generator.pages.proof import proof_line
from generator.pages.views import EvidenceCard, EvidenceGroup
from generator.records import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.linking import Linker
    from generator.records import Claim, Evidence, Passage, Reference


def groups(to: Linker, claim: Claim) -> Iterator[EvidenceGroup]:
    """Make the cards of a claim: for it, against it, context."""
    for stance in Stance:
        cards = tuple(_card(to, item) for item in claim.evidence if item.stance is stance)
        if cards:
            yield EvidenceGroup(
                heading=to.words.t(words.STANCE_HEADING[stance]),
                style=Safe(f"fc-{stance}"),
                anchor=Safe(f"_{stance}"),
                cards=cards,
            )


def sides(claim: Claim) -> Safe:
    """Say in a class whether there is evidence for and against, to stand side by side."""
    stances = {item.stance for item in claim.evidence}
    return Safe("fc-both" if {Stance.SUPPORTS, Stance.REFUTES} <= stances else "fc-one")


def _card(to: Linker, item: Evidence) -> EvidenceCard:
    if item.reference:
        return _referred(to, item, item.reference)
    return _quoted(to, item, item.passage or "")


def _quoted(to: Linker, item: Evidence, reference: str) -> EvidenceCard:
    """Make the card of a passage, which was compared with its source."""
    source, passage = to.corpus.passage(reference)
    cite = [to.source_short(source, reference.partition("#")[2])]
    if source.publisher is None:
        cite.append(escape.text(to.words.day(source.published)))
    return EvidenceCard(
        style=Safe(f"fc-{item.stance}"),
        label="",
        quotes=(passage.quote,),
        language=to.foreign(source),
        by=_by(to, passage),
        cite=escape.join(cite, " · "),
        proof=proof_line(to, reference),
        address=source.url or "",
        note=item.note or "",
        why_counts=to.own(item.why_counts),
    )


def _referred(to: Linker, item: Evidence, reference: Reference) -> EvidenceCard:
    """Make the card of a public reference, whose words nobody compared."""
    kind = to.words.t("public reference, not captured")
    day = to.words.day(reference.accessed)
    mark = to.to(to.words.t(words.NOT_COMPARED), urls.VERIFICATION, "_limits", "fc-state")
    return EvidenceCard(
        style=Safe(f"fc-{item.stance} fc-reference"),
        label=kind[0].upper() + kind[1:],
        quotes=reference.quote,
        language=Safe(to.rest),
        by=Safe(""),
        cite=escape.in_language(escape.link(reference.title, reference.url), to.rest),
        proof=to.words.safe("{not_compared}, read on {date}", not_compared=mark, date=day),
        address=reference.url,
        note=item.note or "",
        why_counts=to.own(item.why_counts),
    )


def _by(to: Linker, passage: Passage) -> Safe:
    """Name the speaker and how the source has the words; or whose own words they are."""
    kind = to.words.t(words.PASSAGE_KIND[passage.kind])
    if not passage.speaker:
        return escape.text(kind[0].upper() + kind[1:])
    return escape.join([Safe(f"**{to.person(passage.speaker)}**"), kind])
