"""How to cite, share and embed the page of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from generator import cited, escape, urls
from generator.citations.formats import FORMATS
from generator.citations.plain import plain
from generator.escape import Safe
from generator.pages.views import Citing
from generator.permalinks import current, permalinks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.citations.citation import Citation
    from generator.pages.linking import Linker
    from generator.permalinks import Permalink
    from generator.records import Claim

FOLDED = ("fc-cite", "fc-copy")
HEIGHT = 380  # pixels of a card's frame: at 280 pixels of width, two in three fit


def citing(to: Linker, claim: Claim) -> Citing | None:
    """Make the section of a published claim; None for a draft, which nobody should cite."""
    citation = cited.claim(to.edition, claim)
    if citation is None:
        return None
    page = to.published(to.path)
    return Citing(
        permalink=_permalink(to, permalinks(to.corpus, claim.id)),
        formats=tuple(_formats(to, citation)),
        files=_files(to, claim),
        page=to.to(page, to.path),
        mail=_mail(to, claim.title, page),
        frame=_frame(to, claim),
        card=to.to(to.words.t("See the card"), urls.card(claim.id)),
    )


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


def _formats(to: Linker, citation: Citation) -> Iterator[Safe]:
    say = to.words
    text = plain(citation, say)
    yield escape.folded(say.t("Plain text"), text, *FOLDED, "fc-plain", is_open=True)
    for form in FORMATS:
        yield escape.folded(form.name, form.write([citation]), *FOLDED)


def _files(to: Linker, claim: Claim) -> Safe:
    """Link to the same texts as files, which are in the tree of the page."""
    prefix = to.edition.prefix
    links = (to.root(f.name, prefix + urls.citation(claim.id, f.ending)) for f in FORMATS)
    return to.words.safe("As a file: {files}", files=escape.join(links))


def _mail(to: Linker, title: str, page: str) -> Safe:
    subject, body = (quote(text, safe="") for text in (title, page))
    return escape.link(to.words.t("Send by e-mail"), f"mailto:?subject={subject}&body={body}")


def _frame(to: Linker, claim: Claim) -> Safe:
    say = to.words
    title = say.t("Fact check: {title}", title=claim.title)
    code = escape.frame(to.published(urls.card(claim.id)), title, HEIGHT)
    return escape.folded(say.t("HTML for your page"), code, *FOLDED)
