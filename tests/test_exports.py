"""What all exports share: the head of pages, and the page that lists them."""

from __future__ import annotations

import json

import pytest

from generator.exports.head import Link, Markup, Meta, front_matter
from tests.conftest import TOY
from tests.pages_of import Page, outputs

MADE = outputs(TOY)


def test_the_head_is_finished_text() -> None:
    made = front_matter(
        [
            Link(rel="alternate", path="claims/a.md", type="text/html", title='"A" & <b>'),
            Link(rel="license", url="https://terms.example/?a&b"),
            Meta(name="og:title", content='"<', is_property=True),
            Meta(name="author", content="Ada"),
        ]
    )
    assert made == {
        "links": [
            {
                "rel": "alternate",
                "href": "claims/a/",
                "type": "text/html",
                "title": "&quot;A&quot; &amp; &lt;b&gt;",
            },
            {"rel": "license", "href": "https://terms.example/?a&amp;b"},
        ],
        "metas": [
            {"property": "og:title", "content": "&quot;&lt;"},
            {"name": "author", "content": "Ada"},
        ],
    }


@pytest.mark.parametrize(
    "text", ["</script>", "<!--<script>", "&lt;", "\u2028\u2029", "дім", "\U0001f600", '"\\']
)
def test_markup_cannot_leave_its_element(text: str) -> None:
    (written,) = front_matter([Markup(thing={"name": text})])["markup"]
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
