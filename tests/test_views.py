"""Every text of every page at once: hostile records change words, never the page's structure."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from mkdocs.utils import meta

from generator import checks, escape
from generator.edition import editions
from generator.escape import Safe
from generator.pages.claim import claim_page
from generator.pages.example import example_page
from generator.pages.indexes import indexes
from generator.pages.person import person_pages
from generator.pages.problems import problem_pages
from generator.pages.render import render
from generator.pages.rules import rule_pages
from generator.pages.source import source_pages
from generator.pages.subject import event_pages, topic_pages
from generator.pages.version import version_pages
from generator.pages.views import ListPage, View
from tests import dom
from tests.conftest import TOY, load_sound
from tests.test_escape import AWKWARD, PLAIN, shape

CORPUS = load_sound(TOY)
EDITION = next(editions(CORPUS))
LEAVES = [
    *(leaf for source in CORPUS.sources.values() for leaf in source_pages(EDITION, source)),
    *(leaf for person in CORPUS.people.values() for leaf in person_pages(EDITION, person)),
    *(leaf for topic in CORPUS.topics.values() for leaf in topic_pages(EDITION, topic)),
    *(leaf for event in CORPUS.events.values() for leaf in event_pages(EDITION, event)),
    *indexes(EDITION),
]
VIEWS: dict[str, View] = {
    **{id_: claim_page(EDITION, claim) for id_, claim in CORPUS.claims.items()},
    **{view.path: view for view in version_pages(EDITION, CORPUS.claims["vote-was-unanimous"])},
    **{leaf.path: leaf.view(EDITION) for leaf in LEAVES},
    **{view.path: view for view in rule_pages(EDITION, checks.RULES) if "claimant" in view.path},
    **{view.path: view for view in problem_pages(EDITION, checks.RULES) if "syntax" in view.path},
    "example": example_page(EDITION),
}


def with_text(value: Any, text: str) -> Any:
    """Put ``text`` wherever a view holds text that is not empty; what is Safe stays."""
    if isinstance(value, Safe):
        return value
    if isinstance(value, str):
        return text if value else value
    if isinstance(value, tuple):
        return tuple(with_text(item, text) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            f.name: with_text(getattr(value, f.name), text)
            for f in fields(value)
            if f.name != "path"
        }
        return replace(value, **changed)
    return value


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize("text", AWKWARD)
def test_hostile_text_stays_text_on_every_page(view: View, text: str) -> None:
    plain = dom.of_page(str(render(with_text(view, PLAIN), EDITION)))
    page = dom.of_page(str(render(with_text(view, text), EDITION)))
    assert page.text == plain.text.replace(PLAIN, " ".join(text.split()))
    assert shape(page) == shape(plain)


@pytest.mark.parametrize(
    "title",
    [
        *AWKWARD,
        "two\nlines",
        "a\n---\nb: c\n",
        "---",
        "...\n# x",
        "a \"quoted\": 'title' # no comment",
        "</title><script>alert(1)</script>",
        "no",
        "2022-06-07",
        "1e3",
        "!!python/name:os.system",
        "{{ claims }}",
        "x" * 500,
    ],
)
def test_front_matter_holds_the_title_and_nothing_else(title: str) -> None:
    listing = next(view for view in VIEWS.values() if isinstance(view, ListPage))
    body, data = meta.get_data(
        str(render(replace(listing, title=title, description=title[:300]), EDITION))
    )
    assert data["title"] == escape.html(title)
    assert data["description"] == escape.html(title[:300])
    assert set(data) == {"title", "description", "kind", "hide", "language"}
    assert body.startswith("# ")


def test_description_is_cut_at_a_word() -> None:
    listing = next(view for view in VIEWS.values() if isinstance(view, ListPage))
    _, data = meta.get_data(str(render(replace(listing, description="word, " * 100), EDITION)))
    assert len(data["description"]) <= 302
    assert data["description"].endswith("word …")
