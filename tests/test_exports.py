"""What all exports share: the head of pages, and the page that lists them."""

from __future__ import annotations

import json

import pytest

from generator.exports.head import Element, Link, Markup, Meta, html
from tests.conftest import TOY
from tests.pages_of import Page, outputs, read_head

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


def test_the_page_lists_what_is_offered_and_its_files() -> None:
    page = Page(MADE["data.md"])
    assert page.texts("h1") == ["Data and feeds"]
    named = page.texts("h3")
    assert "Rules for robots" in named
    assert ("robots.txt", "robots.txt") in page.links(".fc-files")
    assert MADE["robots.txt"].content.startswith("User-agent: *\nAllow: /\n")
    assert MADE["robots.txt"].content.endswith("Sitemap: https://otterby.example/sitemap.xml\n")
