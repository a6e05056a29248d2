"""Cards: whole documents in which no text becomes markup."""

from __future__ import annotations

import re
import shutil
from dataclasses import fields
from itertools import product
from typing import TYPE_CHECKING

import pytest

from generator.cards.card import Card
from generator.cards.html import html
from generator.records.rating import Colour
from tests import browser, dom
from tests.hosted import ROOT
from tests.test_escape import AWKWARD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

STYLES = ROOT / "site_config" / "theme" / "assets" / "stylesheets"
HOSTILE = [
    *AWKWARD,
    '"><script>alert(1)</script>',
    "</title></h1></main><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "{{ card }}{% raw %}",
]


def card(**changed: str) -> Card:
    values = {
        "language": "en",
        "claim_language": "en",
        "answer_language": "en",
        "title": "What the ferry cost in 2030",
        "publisher": "The Otterby Checks",
        "kind": "Fact check",
        "claim": "The harbour ferry cost the council forty-one thousand five hundred crowns.",
        "who": "Bram Tolliver · March 2031",
        "question": "Is it so?",
        "icon": "✓",
        "verdict": "Accurate",
        "colour": "green",
        "mark": "",
        "answer": "The minutes give the same figure.",
        "read": "Read the whole check",
        "page": "./",
        "canonical": "https://checks.example/claims/ferry-cost/",
        "favicon": "../../assets/images/mark.svg",
        "style": "../../assets/stylesheets/card.css",
    }
    return Card(**values | changed)


def test_a_card_says_what_the_page_says_first() -> None:
    page = dom.read(html(card()))
    assert page.text == (
        "What the ferry cost in 2030 Fact check The Otterby Checks "
        "The harbour ferry cost the council forty-one thousand five hundred crowns. "
        "Bram Tolliver · March 2031 Is it so? ✓ Accurate "
        "The minutes give the same figure. Read the whole check"
    )


def test_a_card_leads_to_its_page_in_a_window_of_its_own() -> None:
    page = dom.read(html(card()))
    (link,) = [dict(attributes) for tag, attributes in page.tags if tag == "a"]
    assert link == {"href": "./", "target": "_blank", "rel": "noopener"}


def test_a_card_runs_no_script_and_is_no_page_of_its_own() -> None:
    page = dom.read(html(card()))
    tags = [tag for tag, _ in page.tags]
    heads = [dict(attributes) for tag, attributes in page.tags if tag in ("meta", "link")]
    assert "script" not in tags
    assert "style" not in [name for _, attributes in page.tags for name, _ in attributes]
    assert {"name": "robots", "content": "noindex"} in heads
    assert {"rel": "canonical", "href": "https://checks.example/claims/ferry-cost/"} in heads
    policy = next(head["content"] for head in heads if "http-equiv" in head)
    assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self';")


def test_text_of_another_language_says_which() -> None:
    assert _languages(card()) == ["en"]
    assert _languages(card(language="uk")) == ["uk", "en", "en"]
    assert _languages(card(language="uk", claim_language="uk")) == ["uk", "en"]


def test_a_withdrawn_check_says_so_before_its_verdict() -> None:
    assert "Withdrawn ✓ Accurate" in dom.read(html(card(mark="Withdrawn"))).text


def _languages(shown: Card) -> list[str]:
    return dom.read(html(shown)).values("lang")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    plain = dom.read(html(card(mark="Withdrawn", claim_language="uk", answer_language="uk")))
    page = dom.read(html(Card(**{f.name: f"{f.name} {text}" for f in fields(Card)})))
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain.tags]
    attributes = [value for _, pairs in page.tags for _, value in pairs]
    shown = [*page.texts, *attributes]
    assert [f.name for f in fields(Card) if not any(f"{f.name} {text}" in s for s in shown)] == []


def _colours(file: str) -> dict[str, tuple[str, str]]:
    """Return the colours that a style sheet names, each for light and for dark."""
    colour = r"--(?:fc-)?([a-z]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);"
    found = re.findall(colour, (STYLES / file).read_text())
    return {name: (light, dark) for name, light, dark in found}


def test_a_card_has_the_colours_of_the_site() -> None:
    ours, site = _colours("card.css"), _colours("factcheck.css")
    assert ours.keys() >= {"ink", "paper", *(colour.value for colour in Colour)}
    assert ours == {name: site[name] for name in ours}


def _light(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_colour_of_text_reads_on_paper(scheme: int) -> None:
    colours = {name: pair[scheme] for name, pair in _colours("card.css").items()}
    paper = _light(colours["paper"])
    for name in colours.keys() - {"paper", "line"}:
        high, low = sorted((paper, _light(colours[name])), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5, name


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.chromium() as running:
        yield running


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [*product((280, 360, 640), ("light", "dark"))])
def test_a_card_fits_its_frame_without_script(
    chromium: Browser, tmp_path: Path, width: int, scheme: str
) -> None:
    folder = tmp_path / "claims" / "ferry-cost"
    folder.mkdir(parents=True)
    shutil.copytree(STYLES.parent, tmp_path / "assets")
    (folder / "card.html").write_text(html(card()))
    with browser.server(tmp_path) as address:
        page = chromium.new_page(
            viewport={"width": width, "height": 340},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=False,
        )
        seen = browser.watch(page, address)
        page.goto(f"{address}claims/ferry-cost/card.html")
        root = page.locator("html")
        box = page.locator("main").bounding_box()
        colour = root.evaluate("e => getComputedStyle(e.querySelector('body')).backgroundColor")
        assert (seen.errors, seen.foreign) == ([], [])
        assert box is not None
        assert (box["width"], box["height"]) == (width, 340)
        assert root.evaluate("e => e.scrollWidth") == width
        assert colour == ("rgb(18, 23, 29)" if scheme == "dark" else "rgb(253, 252, 249)")
        page.context.close()
