"""``sitemap.xml``: every page that search engines may show, and when it last changed.

Source: sitemaps.org, Sitemaps XML format, and Google's extension for the languages of a page. A
page whose day the records do not say has none: a wrong one would be worse. A language in which a
page only says that it is not translated is not named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent

from generator import escape, urls
from generator.exports import dates
from generator.exports.published import Page
from generator.offers import Group, Offer, OfferedFile, Standard
from generator.output import Output
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from generator.edition import Edition
    from generator.exports.published import Published

STANDARD = Standard(name="Sitemaps 0.9", url="https://www.sitemaps.org/protocol.html")
NAMESPACES = {
    "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
}
# The protocol allows 50,000 addresses and 50 MB in a file. An address in five languages takes
# some 2 KB at most, so that this keeps to both.
LIMIT = 10_000


def outputs(site: Published) -> Iterator[Output]:
    """Make the file; of a site too large for one, an index and its parts."""
    pages = [page for page in site.pages if page.is_indexed]
    places = {page.place for page in pages}
    if len(pages) <= LIMIT:
        yield Output(urls.SITEMAP, _pages(pages, places))
        return
    parts = [pages[at : at + LIMIT] for at in range(0, len(pages), LIMIT)]
    yield Output(urls.SITEMAP, _index(site, parts))
    for number, part in enumerate(parts, 1):
        yield Output(urls.sitemap_part(number), _pages(part, places))


def _pages(pages: Iterable[Page], places: Container[str]) -> str:
    """Write an entry for each page; ``places`` are those that search engines may show."""
    root = Element("urlset", NAMESPACES)
    for page in pages:
        root.append(_page(page, places))
    return _written(root)


def _page(page: Page, places: Container[str]) -> Element:
    entry = _entry("url", page.address, [page])
    site = page.edition.corpus.publisher.url
    alternates = page.edition.alternates(page.path)
    others = {language: path for language, path in alternates.items() if path in places}
    if len(others) > 1:
        others["x-default"] = next(iter(others.values()))
        for language, path in others.items():
            address = urls.published(site, path)
            SubElement(entry, "xhtml:link", rel="alternate", hreflang=language, href=address)
    return entry


def _index(site: Published, parts: Sequence[Sequence[Page]]) -> str:
    root = Element("sitemapindex", {"xmlns": NAMESPACES["xmlns"]})
    for number, part in enumerate(parts, 1):
        root.append(_entry("sitemap", site.address(urls.sitemap_part(number)), part))
    return _written(root)


def _entry(tag: str, address: str, pages: Iterable[Page]) -> Element:
    entry = Element(tag)
    SubElement(entry, "loc").text = address
    if newest := max((page.modified for page in pages if page.modified), default=None):
        SubElement(entry, "lastmod").text = newest.isoformat()
    return entry


def _written(root: Element) -> str:
    indent(root, " ")
    return escape.xml(root)


def offers(edition: Edition) -> Iterator[Offer]:
    """List it with what search engines read."""
    say = edition.words
    yield Offer(
        group=Group.CRAWLERS,
        name=say.t("Sitemap"),
        text=say.t(
            "The address of every page, the day on which what it shows last changed, and the same "
            "page in other languages."
        ),
        files=(OfferedFile(label=urls.SITEMAP, path=urls.SITEMAP),),
        standard=STANDARD,
        sample=_sample(edition),
    )


def _sample(edition: Edition) -> str:
    newest = next(iter(edition.corpus.newest_claims), None)
    path = urls.page(Kind.CLAIM, newest.id) if newest else urls.HOME
    of = (Kind.CLAIM, newest.id) if newest else None
    day = dates.modified(edition, path, of)
    page = Page(edition=edition, path=path, title="", description="", modified=day)
    return _pages([page], edition.alternates(path).values())
