"""A frozen view per page kind, every string ready.

A ``str`` is text, which the template environment encodes; a ``Safe`` is finished Markdown.
Templates only place these values: they know no dates, no verdicts and no addresses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from generator.escape import Safe

if TYPE_CHECKING:
    from collections.abc import Mapping


# What a page is of, for the theme and the search.
TEXT, LIST = Safe("text"), Safe("list")
CLAIM, SOURCE, PERSON = Safe("claim"), Safe("source"), Safe("person")
SEARCH = Safe("search")


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture as one HTML block, and the file of its data, to which a link leads."""

    name: str
    block: Safe
    link: Safe
    file: str
    data: str


def named(*pictures: Picture | None) -> dict[str, Picture]:
    """Return pictures by name, without those of which there is nothing to show."""
    return {picture.name: picture for picture in pictures if picture}


@dataclass(frozen=True, kw_only=True)
class View:
    """What every page has: its path, and the texts of its head.

    ``canonical`` is the page that search engines should show instead of this one, ``named`` the
    title for them, where it is not the page's own.
    ``facets`` are the texts by which the search can be narrowed, by the name of the filter.
    """

    template: ClassVar[str]
    has_toc: ClassVar[bool] = True

    path: str
    title: str
    description: str
    noindex: bool = False
    canonical: str = ""
    named: str = ""
    kind: Safe = TEXT
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One entry of a list. Rows of different kinds may stand in one list."""

    template: ClassVar[str]


@dataclass(frozen=True, kw_only=True)
class ClaimRow(Row):
    """A claim in a list: linked title, verdict, and who said it when."""

    template = "_claim_row.md.j2"
    link: Safe
    verdict: Safe
    meta: Safe


@dataclass(frozen=True, kw_only=True)
class RelatedRow(Row):
    """A claim that another is related to: how, then its linked title and verdict."""

    template = "_related_row.md.j2"
    how: Safe
    link: Safe
    verdict: Safe


@dataclass(frozen=True, kw_only=True)
class EntryRow(Row):
    """A linked record with a line about it."""

    template = "_entry_row.md.j2"
    link: Safe
    meta: str | Safe
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class DatedRow(Row):
    """An entry of the timeline."""

    template = "_dated_row.md.j2"
    when: str
    link: Safe
    meta: Safe


@dataclass(frozen=True, kw_only=True)
class CorrectionRow(Row):
    """An entry of the corrections log."""

    template = "_correction_row.md.j2"
    when: str
    link: Safe
    what: Safe
    note: str


@dataclass(frozen=True, kw_only=True)
class SaidRow(Row):
    """A quotation in the row of what someone said over time."""

    template = "_said_row.md.j2"
    when: str
    where: Safe
    quote: str
    language: Safe
    claims: Safe


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What a script needs to filter a list of claims.

    ``rows`` is the file of all claims below the root of the language, ``only`` says which of
    them the list holds, ``name`` tells two lists of one page apart.
    """

    rows: Safe
    only: Safe
    name: Safe


@dataclass(frozen=True, kw_only=True)
class Listing:
    """At most 100 rows of a list, and the links to the rest."""

    rows: tuple[Row, ...]
    pager: Safe
    total: str | Safe
    filter: Filter | None = None


@dataclass(frozen=True, kw_only=True)
class ListPage(View):
    """An index page, or the continuation of a list.

    ``follow`` leads to the feeds of it, ``ways`` below it lead to parts of it.
    """

    template = "list.md.j2"
    kind: Safe = LIST
    intro: str | Safe
    follow: str | Safe = ""
    listing: Listing
    ways: tuple[Fact, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading with a list below it."""

    heading: str
    anchor: Safe
    listing: Listing


@dataclass(frozen=True, kw_only=True)
class SectionsPage(View):
    """A page of several short lists: the verdicts by the question they answer."""

    template = "sections.md.j2"
    kind: Safe = LIST
    intro: str | Safe
    sections: tuple[Section, ...]


@dataclass(frozen=True, kw_only=True)
class AgreementPage(View):
    """Where sources agree and disagree; ``left_out`` says which are not shown."""

    template = "agreement.md.j2"
    intro: str
    sources: Safe
    left_out: str


@dataclass(frozen=True, kw_only=True)
class EvidenceCard:
    """One piece of evidence. A public reference has any number of ``quotes``, not compared.

    ``by`` says whose words they are and ``cite`` where they stand; ``address`` is printed.
    ``language`` is that of the quotes, where it is not the page's.
    """

    style: Safe
    label: str
    quotes: tuple[str, ...]
    language: Safe
    by: Safe
    cite: Safe
    proof: Safe
    address: str
    note: str
    why_counts: str


@dataclass(frozen=True, kw_only=True)
class EvidenceGroup:
    """Evidence of one stance."""

    heading: str
    style: Safe
    anchor: Safe
    cards: tuple[EvidenceCard, ...]


@dataclass(frozen=True, kw_only=True)
class Wordings:
    """Quotations of one statement side by side, and in words where they differ."""

    summary: str
    notes: tuple[str, ...]
    quotations: Safe
    differences: tuple[str, ...]
    places: Safe


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A label with a value or a list of them and, below, how that is known."""

    label: str
    value: str | Safe = ""
    items: tuple[Safe, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Banner:
    """A notice across the top of a page."""

    style: Safe
    title: str
    text: str | Safe


@dataclass(frozen=True, kw_only=True)
class Citing:
    """How to cite, share and embed a page; ``permalink`` is empty while no version is kept."""

    permalink: Safe
    formats: tuple[Safe, ...]
    files: Safe
    page: Safe
    mail: Safe
    frame: Safe
    card: Safe


@dataclass(frozen=True, kw_only=True)
class Languages:
    """Languages of a claim's texts, each empty where it is that of the page."""

    title: Safe
    claim: Safe
    summary: Safe
    rest: Safe


@dataclass(frozen=True, kw_only=True)
class ClaimPage(View):
    """The page of a claim.

    ``record`` is what only paper needs: whose page it is, its address, its day.
    """

    template = "claim.md.j2"
    kind: Safe = CLAIM
    has_toc = False
    languages: Languages
    record: Safe
    notices: tuple[Banner, ...]
    changes: tuple[Banner, ...]
    claim: str
    who: Safe
    who_note: str
    carried_by: Safe
    answer_style: Safe
    question: str
    verdict: Safe
    before: Safe
    scale: Safe
    summary: str
    sides: Safe
    evidence: tuple[EvidenceGroup, ...]
    wordings: tuple[Wordings, ...]
    analysis: Safe
    single_source_reason: str
    related: tuple[RelatedRow, ...]
    subjects: tuple[Fact, ...]
    about: tuple[Fact, ...]
    history: tuple[Fact, ...]
    spellings: str
    actions: Safe
    citing: Citing | None = None


@dataclass(frozen=True, kw_only=True)
class PassageCard:
    """A passage on the page of its source."""

    number: str
    begins: Safe
    anchor: Safe
    heading: str
    quote: str
    language: Safe
    proof: Safe
    details: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class SourcePage(View):
    """The page of a source: what is known of it, and every passage quoted from it."""

    template = "source.md.j2"
    kind: Safe = SOURCE
    language: Safe
    intro: str
    banners: tuple[Banner, ...]
    known: tuple[Fact, ...]
    unknown: tuple[Fact, ...]
    passages: tuple[PassageCard, ...]
    claims: Listing
    actions: Safe


@dataclass(frozen=True, kw_only=True)
class PersonPage(View):
    """The page of a person or body."""

    template = "person.md.j2"
    kind: Safe = PERSON
    intro: str
    facts: tuple[Fact, ...]
    spellings: tuple[Fact, ...]
    said: Listing
    contradictions: tuple[Safe, ...]
    claims_by: Listing
    claims_naming: Listing
    actions: Safe


@dataclass(frozen=True, kw_only=True)
class SubjectPage(View):
    """The page of a topic, an event or a verdict: what it is, and its claims."""

    template = "subject.md.j2"
    intro: str
    facts: tuple[Fact, ...]
    contradictions: tuple[Safe, ...]
    claims: Listing
    actions: Safe


@dataclass(frozen=True, kw_only=True)
class VerificationPage(View):
    """How quotations are verified, with the figures of today."""

    template = "verification.md.j2"
    lead: str
    limit: str
    clone: Safe
    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class Block:
    """Prose, or code below the name of its file."""

    text: Safe
    file: str = ""


@dataclass(frozen=True, kw_only=True)
class RulePage(View):
    """The page of an editorial rule: what it asks for, and the records excused from it."""

    template = "rule.md.j2"
    intro: str
    text: Safe
    facts: tuple[Fact, ...]
    wrong: tuple[Block, ...]
    right: tuple[Block, ...]
    excuses: Listing


@dataclass(frozen=True, kw_only=True)
class ProblemPage(View):
    """The page of a problem that no editorial rule finds: what it means and how to mend it."""

    template = "problem.md.j2"
    intro: str
    why: tuple[Block, ...]
    facts: tuple[Fact, ...]
    wrong: tuple[Block, ...]
    right: tuple[Block, ...]
    mend: tuple[Block, ...]


@dataclass(frozen=True, kw_only=True)
class ExamplePage(View):
    """A whole record, as it stands in its file."""

    template = "example.md.j2"
    intro: str
    blocks: tuple[Block, ...]
    more: Safe


@dataclass(frozen=True, kw_only=True)
class QualityPage(View):
    """What the site can count of its own work."""

    template = "quality.md.j2"
    intro: str
    quotations: tuple[Fact, ...]
    claims: tuple[Fact, ...]
    sources: Listing
    rules: tuple[Fact, ...]
    single: Listing


@dataclass(frozen=True, kw_only=True)
class UntranslatedPage(View):
    """Stands for a hand-written page that is not translated; its title is in ``language``."""

    template = "untranslated.md.j2"
    language: Safe
    text: str
    link: Safe


@dataclass(frozen=True, kw_only=True)
class ReportPart:
    """What a part of a code asks for, and what was found."""

    heading: str
    anchor: Safe
    link: Safe
    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class TransparencyPage(View):
    """The self-report on what the codes of fact-checkers ask for."""

    template = "transparency.md.j2"
    intro: str
    summary: tuple[Fact, ...]
    parts: tuple[ReportPart, ...]
    note: str


@dataclass(frozen=True, kw_only=True)
class SearchPage(View):
    """The search; ``lists`` are the pages that lead to everything without a script.

    ``table`` is the list that a script filters, which a large site has not.
    """

    template = "search.md.j2"
    kind: Safe = SEARCH
    has_toc = False
    without: str
    lead: str
    table: Safe
    lists: tuple[EntryRow, ...]


@dataclass(frozen=True, kw_only=True)
class OfferCard:
    """A format for programs: what it is, where it is, how it looks."""

    name: str
    text: str
    files: Safe
    patterns: tuple[Safe, ...]
    standard: Safe
    sample: Safe


@dataclass(frozen=True, kw_only=True)
class OfferGroup:
    """Formats for one purpose."""

    heading: str
    anchor: Safe
    cards: tuple[OfferCard, ...]


@dataclass(frozen=True, kw_only=True)
class DataPage(View):
    """Every format that programs read."""

    template = "data.md.j2"
    intro: str
    licence: Safe
    groups: tuple[OfferGroup, ...]
