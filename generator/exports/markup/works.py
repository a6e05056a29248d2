"""A source as a work of schema.org."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.markup.thing import Thing, thing
from generator.records import Media

if TYPE_CHECKING:
    from generator.records import Source

TYPES = {
    Media.ARTICLE: "NewsArticle",
    Media.DOCUMENT: "DigitalDocument",
    Media.VIDEO: "VideoObject",
    Media.AUDIO: "AudioObject",
    Media.POST: "SocialMediaPosting",
}


def appearance(source: Source) -> Thing:
    """Tell where a claim appeared; the page of the claim names its publisher and day alone."""
    return thing("CreativeWork", **_known(source))


def captured(source: Source) -> Thing:
    """Tell what the page of a source shows of it."""
    return thing(
        TYPES[source.media],
        headline=source.title,
        **_known(source),
        archivedAt=source.archive_url,
        inLanguage=source.language,
    )


def _known(source: Source) -> Thing:
    return {
        "url": source.url,
        "datePublished": str(source.published or ""),
        "publisher": source.publisher and thing("Organization", name=source.publisher),
    }
