"""What all exports share: the head of pages, and the page that lists them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator import plan, site, urls
from generator.exports.head import Element, Link, Markup, Meta, html
from tests.conftest import TOY
from tests.pages_of import Page, outputs, read_head

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[str, str], Path]

MADE = outputs(TOY)


def test_the_head_is_finished_html() -> None:
    elements: list[Element] = [
        Link(rel="alternate", path="claims/a.md", type="text/html", title='"A" & <b>'),
        Link(rel="license", url="https://example.org/?a&b"),
        Meta(name="og:title", content='"<', is_property=True),
        Meta(name="author", content="Ada"),
    ]
    assert html("claims/b.md", elements) == (
        '<link rel="alternate" href="../a/" type="text/html" title="&quot;A&quot; &amp; <b&gt;">'
        '<link rel="license" href="https://example.org/?a&amp;b">'
        '<meta property="og:title" content="&quot;<"><meta name="author" content="Ada">'
    )
    assert html("claims/b.md", []) == ""


@pytest.mark.parametrize(
    "text", ["</script>", "<!--<script>", "&lt;", "\u2028\u2029", "дім", "\U0001f600", '"\\']
)
def test_markup_cannot_leave_its_element(text: str) -> None:
    (written,) = read_head(html("index.md", [Markup(thing={"name": text})]), "index.md")["markup"]
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"name": text}


DRAFT = """format: 1
title: Unseen title
claim: The unseen claim.
asks: fact
claimant: unseen-person
topics: [unseen-topic]
events: [unseen-event]
said_on: 2031-06-01
appearances: [unseen-source]
status: draft
"""
SOURCE = """title: Unseen report
publisher: The Unseen Herald
published: 2031-06-01
published_basis: stated
url: https://herald.otterby.example/unseen
archive_url: null
accessed: 2031-06-02
language: en
origin: unseen-herald
status: live
media: article
passages: {}
"""


def test_a_preview_tells_programs_nothing_of_drafts(toy: Path, write: Write) -> None:
    write("claims/unseen-claim.yml", DRAFT)
    write("content/topics/unseen-topic.yml", "name: Unseen topic\n")
    write("content/events/unseen-event.yml", "name: Unseen event\ndate: 2031-06-01\n")
    write("content/people/unseen-person.yml", "kind: person\nname: Unseen Person\nroles: []\n")
    write("content/sources/unseen-source.yml", SOURCE)
    preview = outputs(toy, drafts=True)
    inputs, _ = site.read(toy)
    assert inputs is not None
    planned = plan.plan(inputs, drafts=True)
    parts = [part for part in (*planned.parts, *planned.rest([])) if "export" in part.name]
    exported = [output for part in parts for output, _ in part.make()]
    shown = {path.partition("/")[0] for path in preview if "/unseen-" in path}
    assert shown >= {"claims", "topics", "events", "people", "sources"}
    told = {o.path: o.data.lower() for o in (*exported, preview[urls.DATA])}
    assert told.keys() >= {urls.SITEMAP, urls.LLMS, urls.DATA, "claims/ferry-cost.yml"}
    assert [path for path, data in told.items() if b"unseen" in path.encode() + data] == []


def test_the_page_lists_what_is_offered_and_its_files() -> None:
    page = Page(MADE["data.md"])
    assert page.texts("h1") == ["Data and feeds"]
    named = page.texts("h3")
    assert "Rules for robots" in named
    assert ("robots.txt", "robots.txt") in page.links(".fc-files")
    assert MADE["robots.txt"].content.startswith("User-agent: *\nAllow: /\n")
    assert MADE["robots.txt"].content.endswith("Sitemap: https://otterby.example/sitemap.xml\n")
