"""``robots.txt``: every page may be read, and where the sitemap is (RFC 9309, sitemaps.org)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.offers import Group, Offer, OfferedFile, Standard
from generator.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.exports.published import Published

STANDARD = Standard(name="RFC 9309", url="https://www.rfc-editor.org/rfc/rfc9309.html")


def outputs(site: Published) -> Iterator[Output]:
    """Make the file."""
    yield Output(urls.ROBOTS, _text(site.corpus.publisher.url))


def _text(site: str) -> str:
    return f"User-agent: *\nAllow: /\n\nSitemap: {urls.published(site, urls.SITEMAP)}\n"


def offers(edition: Edition) -> Iterator[Offer]:
    """List it with what search engines read."""
    say = edition.words
    yield Offer(
        group=Group.CRAWLERS,
        name=say.t("Rules for robots"),
        text=say.t("Every page may be read by every program."),
        files=(OfferedFile(label=urls.ROBOTS, path=urls.ROBOTS),),
        standard=STANDARD,
        sample=_text(edition.corpus.publisher.url),
    )
