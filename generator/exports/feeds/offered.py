"""What the page "Data and feeds" says of the feeds."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from generator import urls
from generator.exports.feeds import atom, jsonfeed
from generator.exports.feeds.feeds import SIZE, Feeds
from generator.offers import Group, Offer, OfferedFile, Standard
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.exports.feeds.feed import Feed

ATOM = Standard(name="RFC 4287", url="https://www.rfc-editor.org/rfc/rfc4287.html")
JSON_FEED = Standard(name="JSON Feed 1.1", url="https://www.jsonfeed.org/version/1.1/")
_LONG = ("content_html", "content_text", "authors", "tags")
_SPACE = "{http://www.w3.org/2005/Atom}"


def offers(edition: Edition) -> Iterator[Offer]:
    """List the two formats, each with its newest entry."""
    say, feeds = edition.words, Feeds(edition)
    size = say.number(SIZE)
    yield Offer(
        group=Group.FEEDS,
        name=atom.NAME,
        text=say.t(
            "For feed readers: new checks, and changes and corrections, the newest {size} of "
            "each. Every topic and every person with checks has a feed of its own.",
            size=size,
        ),
        files=_files(edition, urls.ATOM),
        patterns=_patterns(edition, urls.ATOM),
        standard=ATOM,
        sample=_in_atom(feeds.checks),
    )
    yield Offer(
        group=Group.FEEDS,
        name=jsonfeed.NAME,
        text=say.t(
            "The same feeds for programs. The object {name} names the claim, its verdict and, of "
            "a change, its kind and the verdict before.",
            name=jsonfeed.EXTENSION,
        ),
        files=_files(edition, urls.JSON_FEED),
        patterns=_patterns(edition, urls.JSON_FEED),
        standard=JSON_FEED,
        sample=_in_json(feeds.checks),
    )


def _files(edition: Edition, ending: str) -> tuple[OfferedFile, ...]:
    say, prefix = edition.words, edition.prefix
    return (
        OfferedFile(label=say.t("New checks"), path=prefix + urls.NEW_CHECKS + ending),
        OfferedFile(label=say.t("Changes and corrections"), path=prefix + urls.CHANGES + ending),
    )


def _patterns(edition: Edition, ending: str) -> tuple[str, ...]:
    site = edition.corpus.publisher.url + edition.prefix
    named = (urls.feed(kind, "<id>") for kind in (Kind.TOPIC, Kind.PERSON))
    return tuple(f"{site}{path}{ending}" for path in named)


def _in_atom(feed: Feed) -> str:
    """Show the first entry without its content, the longest part."""
    written = atom.document(replace(feed, entries=feed.entries[:1]))
    entry = ET.fromstring(written).find(f"{_SPACE}entry")  # noqa: S314 - our own text
    if entry is None:
        return ""
    for part in entry.findall(f"{_SPACE}content"):
        entry.remove(part)
    for part in entry.iter():
        part.tag = part.tag.removeprefix(_SPACE)
    ET.indent(entry)
    return ET.tostring(entry, encoding="unicode")


def _in_json(feed: Feed) -> str:
    """Show the first item without its longest parts."""
    for entry in feed.entries[:1]:
        item = {name: told for name, told in jsonfeed.item(entry).items() if name not in _LONG}
        return json.dumps(item, ensure_ascii=False, indent=1)
    return ""
