"""Corpus and hand-written pages to outputs: the whole site, before any host."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import checks, corpus, exports, publication, reading, urls, verification
from generator.edition import editions
from generator.exports import dates, markup
from generator.exports.published import Page, Published
from generator.output import Output
from generator.pages import handwritten, interface
from generator.pages.agreement import agreement_pages
from generator.pages.claim import claim_page
from generator.pages.corrections import corrections_pages
from generator.pages.data import data_page
from generator.pages.embedded import claim_card
from generator.pages.example import example_page
from generator.pages.handwritten import HandwrittenPage
from generator.pages.indexes import indexes
from generator.pages.person import person_pages
from generator.pages.problems import problem_pages
from generator.pages.quality import quality_pages
from generator.pages.render import render
from generator.pages.rows import rows
from generator.pages.rules import rule_pages
from generator.pages.search import search_page
from generator.pages.source import source_pages
from generator.pages.subject import event_pages, topic_pages, verdict_pages
from generator.pages.transparency import transparency_page
from generator.pages.verification import verification_page
from generator.pages.version import version_pages
from generator.problems import Position, Problem, has_errors
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from generator.corpus import Corpus
    from generator.edition import Edition
    from generator.offers import Offer
    from generator.pages.views import View

    # What stands in the tree of an edition; of a public page, what exports know of it.
    Made = tuple[Output, Page | None]

WATCHED = ("claims", "content", "site_config")


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """All that a site is made from; ``pictures`` are files beside the hand-written pages.

    ``found`` is what the editorial rules found in the records.
    """

    corpus: Corpus
    pages: tuple[HandwrittenPage, ...]
    pictures: tuple[str, ...] = ()
    found: tuple[Problem, ...] = ()

    @property
    def written(self) -> frozenset[str]:
        """The paths of the hand-written pages."""
        return frozenset(page.path for page in self.pages)


def read(
    root: Path,
    today: date | None = None,
    *,
    preview: bool = False,
    instead: Corpus | None = None,
) -> tuple[Inputs | None, list[Problem]]:
    """Read and check everything below ``root``; every problem is returned.

    Inputs are None when no site can be made of them. ``today`` is the day of a check; a build
    gives none. ``instead`` lends its publisher and ratings where those of ``root`` are broken.
    """
    records, problems = corpus.load(root, instead)
    pages, pictures, trouble = _handwritten(root)
    problems += trouble
    if records is None:
        return None, problems
    found = checks.run(records, today)
    problems += [*found, *verification.problems(records, preview=preview)]
    return (
        Inputs(corpus=records, pages=tuple(pages), pictures=tuple(pictures), found=tuple(found)),
        problems,
    )


def build(inputs: Inputs, *, drafts: bool) -> tuple[list[Output], list[Problem]]:
    """Make every page; ``drafts`` shows unfinished claims too, for a preview.

    The inputs must be free of errors. Two outputs on one path are a problem, and so are
    paths that differ only by case, which are one file on some systems.
    """
    public = publication.public(inputs.corpus)
    site = Published(editions=tuple(editions(public)))
    hidden = publication.hidden(inputs.corpus, public)
    shown = editions(inputs.corpus, hidden) if drafts else site.editions
    outputs: list[Output] = []
    pages: list[Page] = []
    for edition, published in zip(shown, site.editions, strict=True):
        # A preview shows drafts on pages; exports see what is published.
        offers = exports.offers(published)
        for output, page in (*_pages(edition, inputs, offers), *_filled(inputs, edition)):
            outputs.append(replace(output, path=edition.prefix + output.path))
            pages += [page] if page else []
    outputs += exports.outputs(replace(site, pages=tuple(pages)))
    return outputs, [*_collisions(outputs), *markup.problems(site.first, inputs.written)]


def outputs_of(
    root: Path, *, drafts: bool, today: date | None = None, preview: bool = False
) -> tuple[list[Output], Inputs | None, list[Problem]]:
    """Read and build in one step: what every host calls."""
    inputs, problems = read(root, today, preview=preview)
    if inputs is None or has_errors(problems):
        return [], inputs, problems
    outputs, trouble = build(inputs, drafts=drafts)
    return outputs, inputs, [*problems, *trouble]


def _pages(edition: Edition, inputs: Inputs, offers: Sequence[Offer]) -> Iterator[Made]:
    corpus = edition.corpus
    for kind, record_id, views in _views(edition):
        origin = corpus.rating_file if kind is Kind.RATING else corpus.file_of(kind, record_id)
        for view in views:
            # Nobody edits a frozen version.
            file = "" if urls.is_version(view.path) else origin
            yield from _page(view, edition, file, (kind, record_id))
    for card in _cards(edition):
        yield card, None
    lists = (*indexes(edition), *agreement_pages(edition), search_page(edition))
    for view in (*lists, *_trust(edition, inputs), *_manual(edition)):
        yield from _page(view, edition)
    yield from _page(data_page(edition, offers), edition)
    yield Output(interface.PATH, interface.interface(edition.words)), None
    yield Output(urls.ROWS, rows(edition)), None


def _page(
    view: View, edition: Edition, origin: str = "", of: tuple[Kind, str] | None = None
) -> Iterator[Made]:
    kind, record_id = of if of and view.path == urls.page(*of) else (None, "")
    page = Page(
        edition=edition,
        path=view.path,
        title=view.named or view.title,
        description=view.description,
        kind=kind,
        record_id=record_id,
        is_indexed=not view.noindex,
        modified=dates.modified(edition, view.path, of),
    )
    is_hidden = of is not None and not edition.is_public(*of)
    output = Output(view.path, render(view, edition, exports.head(page)), origin)
    yield output, None if is_hidden else page
    for picture in view.pictures.values():
        yield Output(picture.file, picture.data, origin), None


def _views(edition: Edition) -> Iterator[tuple[Kind, str, list[View]]]:
    shown = edition.corpus
    for claim in shown.claims.values():
        yield Kind.CLAIM, claim.id, [claim_page(edition, claim), *version_pages(edition, claim)]
    for source in shown.sources.values():
        yield Kind.SOURCE, source.id, source_pages(edition, source)
    for person in shown.people.values():
        yield Kind.PERSON, person.id, person_pages(edition, person)
    for topic in shown.topics.values():
        yield Kind.TOPIC, topic.id, topic_pages(edition, topic)
    for event in shown.events.values():
        yield Kind.EVENT, event.id, event_pages(edition, event)
    for rating in shown.ratings.values():
        yield Kind.RATING, rating.id, verdict_pages(edition, rating)


def _cards(edition: Edition) -> Iterator[Output]:
    for claim in edition.corpus.claims.values():
        origin = edition.corpus.file_of(Kind.CLAIM, claim.id)
        # A frame of another site shows the card of a former id as long as it is there.
        for id_ in (claim.id, *claim.former_ids):
            if card := claim_card(edition, claim, id_):
                yield Output(urls.card(id_), card, origin)


def _trust(edition: Edition, inputs: Inputs) -> Iterator[View]:
    """Make what the site tells of its own work."""
    yield verification_page(edition)
    yield from quality_pages(edition, checks.RULES, inputs.found)
    yield from corrections_pages(edition)
    yield transparency_page(edition, inputs.written)


def _manual(edition: Edition) -> Iterator[View]:
    """Make what contributors look up, which is in English and lies in the first tree."""
    if edition.is_first:
        yield from rule_pages(edition, checks.RULES)
        yield from problem_pages(edition, checks.RULES)
        yield example_page(edition)


def _filled(inputs: Inputs, edition: Edition) -> Iterator[Made]:
    pages, written = inputs.pages, inputs.written
    own = {
        page.path.removeprefix(edition.prefix): page
        for page in pages
        if handwritten.in_edition(page, edition)
    }
    for path, page in own.items():
        title, description = handwritten.named(page, edition)
        named = Page(
            edition=edition,
            path=path,
            title=title,
            description=description,
            written=written,
            modified=dates.modified(edition, path),
        )
        yield Output(path, handwritten.fill(page, edition, exports.head(named)), page.file), named
    if edition.is_first:
        return
    first = replace(edition, prefix="")
    for page in pages:
        if handwritten.in_edition(page, first) and page.path not in own:
            view = handwritten.untranslated(page, edition)
            yield from _page(view, edition)


def _collisions(outputs: list[Output]) -> Iterator[Problem]:
    seen: dict[str, Output] = {}
    for output in outputs:
        # What a host serves: `x.md`, `x/index.md` and `x/README.md` are one address, and paths
        # that differ by case are one file on some systems.
        address = urls.published("", output.path).lower().removesuffix("index.html")
        other = seen.setdefault(address, output)
        if other is not output:
            said = f"the page {output.path} is made twice"
            hint = f"also made from {other.origin or 'the generator'}; rename one"
            at = Position(output.origin or other.origin or output.path)
            yield Problem("address-collision", at, said, hint)


def _handwritten(root: Path) -> tuple[list[HandwrittenPage], list[str], list[Problem]]:
    pages: list[HandwrittenPage] = []
    files, pictures, problems = reading.find_pages(root)
    for file in files:
        text, trouble = reading.read_text(root, file)
        path = PurePosixPath(file).relative_to(reading.PAGES).as_posix()
        page = HandwrittenPage(path, file, text)
        problems += [*trouble, *handwritten.check(page)]
        pages.append(page)
    return pages, pictures, problems
