"""What the parts of a site are made by: records, lists and hand-written pages to outputs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator import exports, urls
from generator.exports import dates
from generator.exports.published import Page
from generator.output import Output
from generator.pages import handwritten, interface, leaf
from generator.pages.claim import claim_page
from generator.pages.embedded import claim_card
from generator.pages.person import person_pages
from generator.pages.render import render
from generator.pages.rows import rows
from generator.pages.source import source_pages
from generator.pages.subject import event_pages, topic_pages, verdict_pages
from generator.pages.version import version_pages
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from generator.edition import Edition
    from generator.pages.handwritten import HandwrittenPage
    from generator.pages.leaf import Leaf
    from generator.pages.views import View
    from generator.parts import Made
    from generator.records import Claim


def placed(edition: Edition, make: Callable[[], Iterable[Made]]) -> Iterator[Made]:
    """Put what is made into the tree of its edition."""
    for output, page in make():
        yield replace(output, path=edition.prefix + output.path), page


def record(
    edition: Edition, kind: Kind, record_id: str, *, with_cards: bool = True
) -> Iterator[Made]:
    """Make the pages of a record, and what other sites show of a claim."""
    corpus = edition.corpus
    origin = corpus.rating_file if kind is Kind.RATING else corpus.file_of(kind, record_id)
    for view in _views(edition, kind, record_id):
        # Nobody edits a frozen version.
        file = "" if urls.is_version(view.path) else origin
        yield from _page(view, edition, file, (kind, record_id))
    if kind is Kind.CLAIM and with_cards:
        claim = corpus.claims[record_id]
        # A frame of another site shows the card of a former id as long as it is there.
        for id_ in (claim.id, *claim.former_ids):
            if card := claim_card(edition, claim, id_):
                yield Output(urls.card(id_), card, origin), None


def views(edition: Edition, make: Callable[[Edition], Iterable[View]]) -> Iterator[Made]:
    """Make pages that are of no single record."""
    for view in make(edition):
        yield from _page(view, edition)


def words(edition: Edition) -> Iterator[Made]:
    """Make what the scripts of the site say."""
    yield Output(interface.PATH, interface.interface(edition.words)), None


def searched(edition: Edition) -> Iterator[Made]:
    """Make the rows that the lists of claims are filtered by."""
    yield Output(urls.ROWS, rows(edition)), None


def written(
    edition: Edition, path: str, page: HandwrittenPage, known: Collection[str]
) -> Iterator[Made]:
    """Fill in a hand-written page; ``known`` are the paths of all of them."""
    title, description = handwritten.named(page, edition)
    named = Page(
        edition=edition,
        path=path,
        title=title,
        description=description,
        written=frozenset(known),
        modified=dates.modified(edition, path),
    )
    yield Output(path, handwritten.fill(page, edition, exports.head(named)), page.file), named


def exported(make: Callable[[], Iterable[Output]]) -> Iterator[Made]:
    """Make files of an export."""
    for output in make():
        yield output, None


def _views(edition: Edition, kind: Kind, record_id: str) -> Iterable[View]:
    if kind is Kind.CLAIM:
        claim: Claim = edition.corpus.claims[record_id]
        return [claim_page(edition, claim), *version_pages(edition, claim)]
    return leaf.views(edition, _LEAVES[kind](edition, record_id))


_LEAVES: dict[Kind, Callable[[Edition, str], Iterable[Leaf]]] = {
    Kind.SOURCE: lambda edition, id_: source_pages(edition, edition.corpus.sources[id_]),
    Kind.PERSON: lambda edition, id_: person_pages(edition, edition.corpus.people[id_]),
    Kind.TOPIC: lambda edition, id_: topic_pages(edition, edition.corpus.topics[id_]),
    Kind.EVENT: lambda edition, id_: event_pages(edition, edition.corpus.events[id_]),
    Kind.RATING: lambda edition, id_: verdict_pages(edition, edition.corpus.ratings[id_]),
}


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
