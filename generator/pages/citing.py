"""How to cite, share and embed the page of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from generator import escape, urls
from generator.citations.bibtex import bibtex
from generator.citations.citation import Citation
from generator.citations.csl import csl
from generator.citations.plain import plain
from generator.citations.ris import ris
from generator.escape import Safe
from generator.pages.views import Citing
from generator.permalinks import current, permalinks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.linking import Linker
    from generator.permalinks import Permalink
    from generator.records import Claim

FORMATS = {"BibTeX": bibtex, "RIS": ris, "CSL-JSON": csl}
FOLDED = ("fc-cite", "fc-copy")
HEIGHT = 380  # pixels of a card's frame: at 280 pixels of width, two in three fit


def citing(to: Linker, claim: Claim) -> Citing | None:
    """Make the section of a published claim; None for a draft, which nobody should cite."""
    if claim.changed_on is None or claim.published_on is None or not claim.is_public:
        return None
    links = permalinks(to.corpus, claim.id)
    page = to.published(to.path)
    cited = Citation(
        key=f"{claim.id}-{claim.changed_on}",
        title=claim.title,
        author=_author(to, claim),
        publisher=to.corpus.publisher.name,
        dated=claim.changed_on,
        published=claim.published_on,
        address=_address(to, current(links)),
        language=to.language_of(claim, "title") or to.edition.language,
    )
    return Citing(
        permalink=_permalink(to, links),
        formats=tuple(_formats(to, cited)),
        page=to.to(page, to.path),
        mail=_mail(to, claim.title, page),
        frame=_frame(to, claim),
        card=to.to(to.words.t("See the card"), urls.card(claim.id)),
    )


def _author(to: Linker, claim: Claim) -> str:
    publisher = to.corpus.publisher
    return publisher.staff[claim.checked_by].name if claim.checked_by else publisher.name


def _address(to: Linker, link: Permalink | None) -> str:
    """Return what is cited: the version, which is in the language of the checks, or the page."""
    is_own = to.edition.is_first and link is not None
    return to.published(link.path if is_own and link else to.path)


def _permalink(to: Linker, links: tuple[Permalink, ...]) -> Safe:
    """Say where the version of today, or the newest that is kept, can be read for good."""
    if not links:
        return Safe("")
    link, say = current(links) or links[-1], to.words
    day, address = say.day(link.version.date), to.to(to.published(link.path), link.path)
    if link.is_current:
        return say.safe("This version, of {date}, stays at {address}", date=day, address=address)
    return say.safe(
        "This page has changed since. The last version that was kept, of {date}, stays at "
        "{address}",
        date=day,
        address=address,
    )


def _formats(to: Linker, cited: Citation) -> Iterator[Safe]:
    say = to.words
    yield escape.folded(say.t("Plain text"), plain(cited, say), *FOLDED, "fc-plain", is_open=True)
    for name, write in FORMATS.items():
        yield escape.folded(name, write(cited), *FOLDED)


def _mail(to: Linker, title: str, page: str) -> Safe:
    subject, body = (quote(text, safe="") for text in (title, page))
    return escape.link(to.words.t("Send by e-mail"), f"mailto:?subject={subject}&body={body}")


def _frame(to: Linker, claim: Claim) -> Safe:
    say = to.words
    title = say.t("Fact check: {title}", title=claim.title)
    code = escape.frame(to.published(urls.card(claim.id)), title, HEIGHT)
    return escape.folded(say.t("HTML for your page"), code, *FOLDED)
