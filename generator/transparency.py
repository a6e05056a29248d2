"""What the site can show of the transparency that the codes of fact-checkers ask for.

Each item is worked out from the records and pages of the site. Nothing here claims membership:
who signs a code is assessed by people.

Sources: International Fact-Checking Network, "The commitments of the code of principles",
https://ifcncodeofprinciples.poynter.org/know-more/the-commitments-of-the-code-of-principles (its
five commitments, told in our own words); European Fact-Checking Standards Network, "Code of
Standards", https://efcsn.com/code-of-standards (the aims that its opening names, not each of its
criteria).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from generator import urls
from generator.records import Kind, Status
from generator.words import message

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from generator.corpus import Corpus
    from generator.records import Claim

IFCN = (
    "https://ifcncodeofprinciples.poynter.org/know-more/the-commitments-of-the-code-of-principles"
)
EFCSN = "https://efcsn.com/code-of-standards"


class Shown(Enum):
    """How far the data of the site shows that an item is fulfilled."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    PEOPLE = "people"


@dataclass(frozen=True, kw_only=True)
class Found:
    """What was found for an item: a sentence with ``{part}`` and ``{whole}``, and where to look.

    ``page`` is a page of the site, empty where there is none to look at.
    """

    shown: Shown
    sentence: str
    part: int = 0
    whole: int = 0
    page: str = ""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that a code asks for, in our own words."""

    asks: str
    find: Callable[[Site], Found]


@dataclass(frozen=True, kw_only=True)
class Code:
    """A part of a code: its heading, its address, and what it asks for."""

    heading: str
    url: str
    items: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class Site:
    """What the items look at: the records, and the hand-written pages by path."""

    corpus: Corpus
    pages: Collection[str]

    @property
    def about(self) -> str:
        """The page that says who answers for the site, if there is one."""
        return "about.md" if "about.md" in self.pages else ""

    @property
    def published(self) -> Iterator[Claim]:
        """The published claims."""
        return (c for c in self.corpus.claims.values() if c.status is Status.PUBLISHED)


def _counted(part: int, whole: int, sentence: str, page: str) -> Found:
    shown = Shown.YES if part == whole and whole else Shown.PARTLY if part else Shown.NO
    return Found(shown=shown, sentence=sentence, part=part, whole=whole, page=page)


def _page(path: str, yes: str, no: str) -> Callable[[Site], Found]:
    def find(site: Site) -> Found:
        if path in site.pages:
            return Found(shown=Shown.YES, sentence=yes, page=path)
        return Found(shown=Shown.NO, sentence=no)

    return find


def _standard(site: Site) -> Found:
    excused = sum(bool(claim.excused) for claim in site.published)
    whole = sum(1 for _ in site.published)
    sentence = message(
        "One rating scale and one set of rules hold for all {whole} checks, whoever made the "
        "claim; a machine applies them. {part} checks are excused from a rule, each with a reason "
        "and a last day."
    )
    return Found(
        shown=Shown.YES if whole else Shown.NO,
        sentence=sentence,
        part=excused,
        whole=whole,
        page=urls.RULES,
    )


def _sides(site: Site) -> Found:
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


def _advocacy(_: Site) -> Found:
    sentence = message("No record can show this. A person has to judge it by the checks.")
    return Found(shown=Shown.PEOPLE, sentence=sentence)


def _interest(_: Site) -> Found:
    sentence = message("A person has to judge it by the topics.")
    return Found(shown=Shown.PEOPLE, sentence=sentence, page=urls.index(Kind.TOPIC))


def _evidence(site: Site) -> Found:
    claims = list(site.published)
    sentence = message("{part} of {whole} published checks show the evidence they rest on.")
    page = urls.index(Kind.CLAIM)
    return _counted(sum(bool(claim.evidence) for claim in claims), len(claims), sentence, page)


def _addresses(site: Site) -> Found:
    sources = site.corpus.sources.values()
    known = sum(bool(source.url or source.archive_url) for source in sources)
    sentence = message("{part} of {whole} captured sources have an address where they can be read.")
    return _counted(known, len(sources), sentence, urls.index(Kind.SOURCE))


def _repeatable(site: Site) -> Found:
    results = site.corpus.verified.values()
    sentence = message(
        "{part} of {whole} quotations were compared word for word with their source; anyone can "
        "repeat that."
    )
    return _counted(
        sum(result.state.holds for result in results), len(results), sentence, urls.VERIFICATION
    )


def _funding(site: Site) -> Found:
    if site.corpus.publisher.funding:
        sentence = message("The site says who pays for it.")
        return Found(shown=Shown.YES, sentence=sentence, page=site.about)
    return Found(shown=Shown.NO, sentence=message("The site does not say who pays for it."))


def _organisation(site: Site) -> Found:
    if site.corpus.publisher.organisation:
        sentence = message("The site says who is legally answerable and how it is organised.")
        return Found(shown=Shown.YES, sentence=sentence, page=site.about)
    sentence = message("The site does not say who is legally answerable.")
    return Found(shown=Shown.NO, sentence=sentence)


def _people(site: Site) -> Found:
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


def _contact(_: Site) -> Found:
    sentence = message("Every page has a link that writes to the newsroom.")
    return Found(shown=Shown.YES, sentence=sentence)


def _two_people(site: Site) -> Found:
    claims = list(site.published)
    sentence = message("{part} of {whole} published checks were read by a second person.")
    return _counted(
        sum(bool(claim.reviewed_by) for claim in claims), len(claims), sentence, urls.QUALITY
    )


def _reply(site: Site) -> Found:
    claims = list(site.published)
    sentence = message(
        "{part} of {whole} published checks say whether the claimant was asked, or why not."
    )
    told = sum(claim.response is not None for claim in claims)
    return _counted(told, len(claims), sentence, urls.index(Kind.CLAIM))


def _log(site: Site) -> Found:
    number = sum(len(claim.corrections) for claim in site.corpus.claims.values())
    sentence = message(
        "A log made from the histories of the checks lists every correction; there are {part}."
    )
    return Found(shown=Shown.YES, sentence=sentence, part=number, page=urls.CORRECTIONS)


def _kept(site: Site) -> Found:
    claims = list(site.published)
    sentence = message("{part} of {whole} published checks are kept as they were published.")
    kept = sum(bool(site.corpus.versions.get(claim.id)) for claim in claims)
    return _counted(kept, len(claims), sentence, urls.CORRECTIONS)


CODES = (
    Code(
        heading=message("IFCN 1: non-partisanship and fairness"),
        url=IFCN,
        items=(
            Item(asks=message("The same standard for every check"), find=_standard),
            Item(asks=message("No concentration on one side"), find=_sides),
            Item(asks=message("No advocacy on what is checked"), find=_advocacy),
        ),
    ),
    Code(
        heading=message("IFCN 2: transparency of sources"),
        url=IFCN,
        items=(
            Item(asks=message("Evidence is shown"), find=_evidence),
            Item(asks=message("Sources in enough detail to find them"), find=_addresses),
            Item(asks=message("Readers can repeat the work"), find=_repeatable),
        ),
    ),
    Code(
        heading=message("IFCN 3: transparency of funding and organisation"),
        url=IFCN,
        items=(
            Item(asks=message("Funding is told"), find=_funding),
            Item(asks=message("Organisation and legal status are told"), find=_organisation),
            Item(asks=message("The background of key people is told"), find=_people),
            Item(asks=message("A way to reach the newsroom"), find=_contact),
        ),
    ),
    Code(
        heading=message("IFCN 4: transparency of methodology"),
        url=IFCN,
        items=(
            Item(
                asks=message("The method of choosing, researching and rating is told"),
                find=_page(
                    "method.md",
                    message("A page explains the method."),
                    message("No page explains the method."),
                ),
            ),
            Item(
                asks=message("Readers are invited to send claims"),
                find=_page(
                    "contribute.md",
                    message("A page says how to suggest a claim."),
                    message("No page says how to suggest a claim."),
                ),
            ),
        ),
    ),
    Code(
        heading=message("IFCN 5: open and honest corrections"),
        url=IFCN,
        items=(
            Item(
                asks=message("A corrections policy is published"),
                find=_page(
                    "corrections.md",
                    message("The corrections policy has a page."),
                    message("No page tells the corrections policy."),
                ),
            ),
            Item(asks=message("Corrections are clear to readers"), find=_log),
            Item(asks=message("Former versions can be read"), find=_kept),
        ),
    ),
    Code(
        heading=message("EFCSN: methodology, ethics and transparency"),
        url=EFCSN,
        items=(
            Item(
                asks=message("An evidence-based method to verify public claims"),
                find=_repeatable,
            ),
            Item(asks=message("Accurate information"), find=_two_people),
            Item(asks=message("Information given ethically"), find=_reply),
            Item(asks=message("No bias or prejudice"), find=_sides),
            Item(asks=message("Matters of public interest"), find=_interest),
        ),
    ),
)
