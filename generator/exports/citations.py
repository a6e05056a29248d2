"""References as files: each check, all checks and all sources, in every format."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator import cited, urls
from generator.citations.formats import FORMATS
from generator.exports.head import Link
from generator.offers import Group, Offer, OfferedFile, Standard
from generator.output import Output
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.citations.citation import Citation
    from generator.edition import Edition
    from generator.exports.export import Makers
    from generator.exports.published import Page, Published

BIBTEX = FORMATS[0]
STANDARD = Standard(
    name="CSL-JSON 1.0.2",
    url="https://docs.citationstyles.org/en/v1.0.2/specification.html",
)


def outputs(site: Published) -> Iterator[Output]:
    """Make the files of all in each language: titles, addresses and notes are in it."""
    for edition in site.editions:
        yield from _all(edition, Kind.CLAIM, _checks(edition))
        yield from _all(edition, Kind.SOURCE, _sources(edition))


def of_records(edition: Edition) -> Makers:
    """Make the files of a check."""
    return {Kind.CLAIM: partial(_of_claim, edition)}


def _of_claim(edition: Edition, claim_id: str) -> Iterator[Output]:
    citation = cited.claim(edition, edition.corpus.claims[claim_id])
    if citation is None:
        return
    for form in FORMATS:
        path = edition.prefix + urls.citation(claim_id, form.ending)
        yield Output(path, f"{form.write([citation])}\n")


def _all(edition: Edition, kind: Kind, citations: list[Citation]) -> Iterator[Output]:
    for form in FORMATS:
        path = edition.prefix + urls.references(kind, form.ending)
        yield Output(path, f"{form.write(citations)}\n")


def _checks(edition: Edition) -> list[Citation]:
    found = (cited.claim(edition, claim) for claim in edition.corpus.claims.values())
    return [citation for citation in found if citation]


def _sources(edition: Edition) -> list[Citation]:
    return [cited.source(edition, source) for source in edition.corpus.sources.values()]


def offers(edition: Edition) -> Iterator[Offer]:
    """List them with how a check and a source look."""
    say, site = edition.words, edition.corpus.publisher.url
    yield Offer(
        group=Group.CITATIONS,
        name=say.t("References to the checks"),
        text=say.t(
            "For Zotero, EndNote, LaTeX and other programs for literature: all checks in one file, "
            "or each in files of its own, which end in .bib, .ris and .csl.json."
        ),
        files=_files(edition, Kind.CLAIM),
        patterns=(urls.published(site, edition.prefix + urls.citation("<id>", BIBTEX.ending)),),
        standard=STANDARD,
        sample=BIBTEX.write(_checks(edition)[:1]),
    )
    yield Offer(
        group=Group.CITATIONS,
        name=say.t("References to the sources"),
        text=say.t(
            "The reports that the checks quote, as references: publisher, date and address, as far "
            "as they are known."
        ),
        files=_files(edition, Kind.SOURCE),
        sample=BIBTEX.write(_sources(edition)[:1]),
    )


def _files(edition: Edition, kind: Kind) -> tuple[OfferedFile, ...]:
    paths = [(form.name, urls.references(kind, form.ending)) for form in FORMATS]
    return tuple(
        OfferedFile(label=f"{name}: {edition.prefix}{path}", path=edition.prefix + path)
        for name, path in paths
    )


def in_head(page: Page) -> Iterator[Link]:
    """Name the files of a check, which are in the language of its page."""
    claim = page.edition.corpus.claims.get(page.record_id) if page.kind is Kind.CLAIM else None
    if claim and cited.claim(page.edition, claim):
        for form in FORMATS:
            path = page.edition.prefix + urls.citation(claim.id, form.ending)
            yield Link(rel="alternate", path=path, type=form.media_type, title=form.name)
