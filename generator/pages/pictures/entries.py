"""What stands on a timeline: claims, events and reports, each at its date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import urls
from generator.charts.table import Link
from generator.charts.timeline import Known, Sign
from generator.pages.linking import source_label
from generator.pages.pictures.framed import claim_link
from generator.records import Kind

if TYPE_CHECKING:
    from generator.fields import PartialDate
    from generator.pages.linking import Linker
    from generator.records import Claim, Event, Source


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Something that has a date and a page.

    ``sort`` is its verdict, or what kind of thing it is; ``part`` is the part of a bar in which
    it is counted. ``says`` tells it in a sentence or two, with its date; ``other`` marks what
    somebody else said.
    """

    key: str
    day: PartialDate
    link: Link
    sort: Sign
    part: Sign
    says: str
    other: bool = False


def of_claim(
    to: Linker, claim: Claim, day: PartialDate, *, owner: str = "", part: Sign | None = None
) -> Entry:
    """Make the entry of a claim; on a page of ``owner``, others' claims are marked and named."""
    say, sort, link = to.words, sort_of(to, claim), claim_link(to, claim)
    values = {"date": say.day(day), "claim": link.text, "verdict": sort.text}
    if claim.claimant and claim.claimant != owner:
        who = to.corpus.people[claim.claimant].name
        says = say.t("{date}, {who}: {claim} ({verdict})", who=who, **values)
    else:
        says = say.t("{date}: {claim} ({verdict})", **values)
    return Entry(
        key=claim.id,
        day=day,
        link=link,
        sort=sort,
        part=part or sort,
        says=says,
        other=bool(owner) and claim.claimant != owner,
    )


def sort_of(to: Linker, claim: Claim) -> Sign:
    """Return the sign of a claim's verdict."""
    if claim.verdict is None:
        return Sign("", "fc-grey", to.words.t("not rated yet"))
    rating = to.corpus.ratings[claim.verdict]
    return Sign(str(rating.icon), f"fc-{rating.colour}", rating.label)


def of_event(to: Linker, event: Event, day: PartialDate) -> Entry:
    """Make the entry of an event."""
    link = Link(event.name, to.final(urls.page(Kind.EVENT, event.id)))
    sort = Sign("event", "fc-violet", to.words.t("Event"))
    return _plain(to, f"event/{event.id}", day, link, sort, parts(to)[0])


def of_source(to: Linker, source: Source, day: PartialDate) -> Entry:
    """Make the entry of a report."""
    label = source_label(source, to.words)
    link = Link(label, to.final(urls.page(Kind.SOURCE, source.id)))
    sort = Sign("report", "fc-grey", to.words.t("Report published"))
    return _plain(to, f"source/{source.id}", day, link, sort, parts(to)[1])


def parts(to: Linker) -> tuple[Sign, ...]:
    """Return what is counted on the timeline of the site: events, reports and statements."""
    return (
        Sign("event", "fc-violet", to.words.t("Events")),
        Sign("report", "fc-grey", to.words.t("Reports")),
        Sign("", "fc-teal", to.words.t("Checked statements")),
    )


def _plain(to: Linker, key: str, day: PartialDate, link: Link, sort: Sign, part: Sign) -> Entry:
    says = to.words.t(
        "{date}: {name} ({kind})", date=to.words.day(day), name=link.text, kind=sort.text
    )
    return Entry(key=key, day=day, link=link, sort=sort, part=part, says=says)


def known(day: PartialDate) -> Known:
    """Say how much of a date is known."""
    if day.day:
        return Known.DAY
    return Known.MONTH if day.month else Known.YEAR
