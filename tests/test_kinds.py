"""The pages that stand for all are found by the shape of their address and what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.kinds import examples, shape

if TYPE_CHECKING:
    from pathlib import Path

LONG = "<p>The ferry stays in service through the winter.</p>"
PAGES = {
    "index.html": "",
    "404.html": "",
    "claims/index.html": "",
    "claims/page/2/index.html": "",
    "claims/page/3/index.html": "<p>",
    "claims/ferry/index.html": LONG,
    "claims/ferry/card.html": "",
    "claims/clock/index.html": "<p>No.",
    "claims/vote/index.html": '<p class="fc-changed">',
    "uk/index.html": "",
    "uk/claims/ferry/index.html": LONG,
    "uk/claims/vote/index.html": '<p class="fc-changed">',
    "topics/index.html": "",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in PAGES.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        language = "uk" if path.startswith("uk/") else "en"
        file.write_text(f'<!doctype html><html lang="{language}"><title>x</title><main>{text}')
    return tmp_path


def test_shape_of_an_address_has_no_names() -> None:
    assert shape("") == ""
    assert shape("404.html") == "404.html"
    assert shape("claims/ferry/") == "claims/*/"
    assert shape("people/ada-quill/page/2/") == "people/*/page/*/"
    assert shape("claims/ferry/card.html") == "claims/*/card.html"
    assert shape("uk/", ["uk"]) == "uk/"
    assert shape("uk/claims/ferry/", ["uk"]) == "uk/claims/*/"


def test_each_kind_has_its_longest_page_and_what_else_is_new(site: Path) -> None:
    assert [f"{example}" for example in examples(site)] == [
        "/",
        "/404.html",
        "/claims/",
        "/claims/ferry/",
        "/claims/vote/",
        "/claims/ferry/card.html",
        "/claims/page/3/",
        "/topics/",
        "/uk/",
        "/uk/claims/ferry/",
    ]
    assert [f"{e}" for e in examples(site) if not e.is_longest] == ["/claims/vote/"]
