"""What the records and pages of the site show of each item, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.records import Kind
from generator.transparency.model import Found, Shown
from generator.words import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.transparency.model import Site


def _counted(part: int, whole: int, sentence: str, page: str) -> Found:
    shown = Shown.YES if part == whole and whole else Shown.PARTLY if part else Shown.NO
    return Found(shown=shown, sentence=sentence, part=part, whole=whole, page=page)


def page(path: str, yes: str, no: str) -> Callable[[Site], Found]:
    """Return what looks for a hand-written page."""

    def find(site: Site) -> Found:
        if path in site.pages:
            return Found(shown=Shown.YES, sentence=yes, page=path)
        return Found(shown=Shown.NO, sentence=no)

    return find


def standard(site: Site) -> Found:
    """Count the checks, and those that a rule does not hold for."""
    excused = sum(bool(claim.excused) for claim in site.published)
    whole = sum(1 for _ in site.published)
    sentence = message(
        "One rating scale and one set of rules hold for all {whole} checks, whoever made the "
        "claim; a machine applies them. No check is excused from a rule."
    )
    if excused:
        sentence = message(
            "One rating scale and one set of rules hold for all {whole} checks, whoever made the "
            "claim; a machine applies them. {part} checks are excused from a rule, each with a "
            "reason and a last day."
        )
    shown = Shown.YES if whole else Shown.NO
    return Found(shown=shown, sentence=sentence, part=excused, whole=whole, page=urls.RULES)


def sides(site: Site) -> Found:
    """Count the checks of the claimant who is checked most."""
    made = [len(ids) for ids in site.corpus.links.claims_by_claimant.values()]
    sentence = message(
        "Whose claims are checked is counted on the pages of people and bodies: {part} of {whole} "
        "checks with a claimant are of the one checked most. Whether that is fair, a person has to "
        "judge."
    )
    return Found(
        shown=Shown.PEOPLE,
        sentence=sentence,
        part=max(made, default=0),
        whole=sum(made),
        page=urls.index(Kind.PERSON),
    )


def advocacy(_: Site) -> Found:
    """Say that no record can show it."""
    sentence = message("No record can show this. A person has to judge it by the checks.")
    return Found(shown=Shown.PEOPLE, sentence=sentence)


def interest(_: Site) -> Found:
    """Say that the topics have to be judged."""
    sentence = message("A person has to judge it by the topics.")
    return Found(shown=Shown.PEOPLE, sentence=sentence, page=urls.index(Kind.TOPIC))


def evidence(site: Site) -> Found:
    """Count the checks that show evidence."""
    claims = list(site.published)
    sentence = message("{part} of {whole} published checks show the evidence they rest on.")
    page = urls.index(Kind.CLAIM)
    return _counted(sum(bool(claim.evidence) for claim in claims), len(claims), sentence, page)


def addresses(site: Site) -> Found:
    """Count the sources that can be found."""
    sources = site.corpus.sources.values()
    known = sum(bool(source.url or source.archive_url) for source in sources)
    sentence = message("{part} of {whole} captured sources have an address where they can be read.")
    return _counted(known, len(sources), sentence, urls.index(Kind.SOURCE))


def repeatable(site: Site) -> Found:
    """Count the quotations that hold."""
    results = site.corpus.verified.values()
    sentence = message(
        "{part} of {whole} quotations were compared word for word with their source; anyone can "
        "repeat that."
    )
    return _counted(
        sum(result.state.holds for result in results), len(results), sentence, urls.VERIFICATION
    )


def funding(site: Site) -> Found:
    """Look whether the publisher says who pays."""
    if site.corpus.publisher.funding:
        sentence = message("The site says who pays for it.")
        return Found(shown=Shown.YES, sentence=sentence, page=site.about)
    return Found(shown=Shown.NO, sentence=message("The site does not say who pays for it."))


def organisation(site: Site) -> Found:
    """Look whether the publisher says who is answerable."""
    if site.corpus.publisher.organisation:
        sentence = message("The site says who is legally answerable and how it is organised.")
        return Found(shown=Shown.YES, sentence=sentence, page=site.about)
    sentence = message("The site does not say who is legally answerable.")
    return Found(shown=Shown.NO, sentence=sentence)


def people(site: Site) -> Found:
    """Count the staff of whom it is said what they do."""
    staff = site.corpus.publisher.staff.values()
    sentence = message(
        "{part} of {whole} names behind the checks come with what the person or desk does. Whether "
        "that tells their professional background, a person has to judge."
    )
    told = sum(bool(one.role) for one in staff)
    return Found(
        shown=Shown.PARTLY if told else Shown.NO,
        sentence=sentence,
        part=told,
        whole=len(staff),
        page=site.about,
    )


def contact(_: Site) -> Found:
    """Say where a reader writes: the footer of each page has the address."""
    sentence = message("Every page has a link that writes to the newsroom.")
    return Found(shown=Shown.YES, sentence=sentence)


def two_people(site: Site) -> Found:
    """Count the checks that a second person read."""
    claims = list(site.published)
    sentence = message("{part} of {whole} published checks were read by a second person.")
    return _counted(
        sum(bool(claim.reviewed_by) for claim in claims), len(claims), sentence, urls.QUALITY
    )


def reply(site: Site) -> Found:
    """Count the checks that tell of a right of reply."""
    claims = list(site.published)
    sentence = message(
        "{part} of {whole} published checks say whether the claimant was asked, or why not."
    )
    told = sum(claim.response is not None for claim in claims)
    return _counted(told, len(claims), sentence, urls.index(Kind.CLAIM))


def log(site: Site) -> Found:
    """Count the corrections."""
    number = sum(len(claim.corrections) for claim in site.corpus.claims.values())
    sentence = message(
        "A log made from the histories of the checks lists every correction; there are {part}."
    )
    return Found(shown=Shown.YES, sentence=sentence, part=number, page=urls.CORRECTIONS)


def kept(site: Site) -> Found:
    """Count the checks of which a frozen version is kept."""
    claims = list(site.published)
    sentence = message("{part} of {whole} published checks are kept as they were published.")
    kept = sum(bool(site.corpus.versions.get(claim.id)) for claim in claims)
    return _counted(kept, len(claims), sentence, urls.CORRECTIONS)
