"""References as files: each check, all checks and all sources, in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import cited, urls
from generator.citations.formats import FORMATS
from generator.exports.head import Link
from generator.offers import Group, Offer, OfferedFile, Standard
from generator.output import Output
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.citations.citation import Citation
    from generator.edition import Edition
    from generator.exports.published import Page, Published

BIBTEX, RIS, CSL = FORMATS
STANDARD = Standard(
    name="CSL-JSON 1.0.2",
    url="https://docs.citationstyles.org/en/v1.0.2/specification.html",
)


def outputs(site: Published) -> Iterator[Output]:
    """Make the files: those of one check in each language, those of all in that of the checks."""
    for edition in site.editions:
        for claim in edition.corpus.claims.values():
            if citation := cited.claim(edition, claim):
                for form in FORMATS:
                    path = edition.prefix + urls.citation(claim.id, form.ending)
                    yield Output(path, f"{form.write([citation])}\n")
    yield from _all(Kind.CLAIM, _checks(site.first))
    yield from _all(Kind.SOURCE, _sources(site.first))


def _all(kind: Kind, citations: Sequence[Citation]) -> Iterator[Output]:
    for form in FORMATS:
        yield Output(urls.references(kind, form.ending), f"{form.write(citations)}\n")


def _checks(edition: Edition) -> list[Citation]:
    found = (cited.claim(edition, claim) for claim in edition.corpus.claims.values())
    return [citation for citation in found if citation]


def _sources(edition: Edition) -> list[Citation]:
    return [cited.source(edition, source) for source in edition.corpus.sources.values()]


def offers(edition: Edition) -> Iterator[Offer]:
    """List them with how a check and a source look."""
    say = edition.words
    yield Offer(
        group=Group.CITATIONS,
        name=say.t("References to the checks"),
        text=say.t(
            "For Zotero, EndNote, LaTeX and other programs for literature: all checks in one file, "
            "or each in files of its own, which end in .bib, .ris and .csl.json."
        ),
        files=_files(Kind.CLAIM),
        pattern=urls.published(edition.corpus.publisher.url, urls.citation("<id>", BIBTEX.ending)),
        standard=STANDARD,
        sample=_sample(_checks(edition)),
    )
    yield Offer(
        group=Group.CITATIONS,
        name=say.t("References to the sources"),
        text=say.t(
            "The reports that the checks quote, as references: publisher, date and address, as far "
            "as they are known."
        ),
        files=_files(Kind.SOURCE),
        sample=_sample(_sources(edition)),
    )


def _files(kind: Kind) -> tuple[OfferedFile, ...]:
    paths = [(form.name, urls.references(kind, form.ending)) for form in FORMATS]
    return tuple(OfferedFile(label=f"{name}: {path}", path=path) for name, path in paths)


def _sample(citations: Sequence[Citation]) -> str:
    return BIBTEX.write(citations[:1]) if citations else ""


def in_head(page: Page) -> Iterator[Link]:
    """Name the files of a check, which are in the language of its page."""
    claim = page.edition.corpus.claims.get(page.record_id) if page.kind is Kind.CLAIM else None
    if claim and cited.claim(page.edition, claim):
        for form in FORMATS:
            path = page.edition.prefix + urls.citation(claim.id, form.ending)
            yield Link(rel="alternate", path=path, type=form.media_type, title=form.name)
