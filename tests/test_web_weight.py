"""What a page weighs on the wire, compressed, with fonts and scripts."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from tests.kinds import examples, languages_of
from tests.served import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.kinds import Example
    from tests.served import Sent, Served

pytestmark = pytest.mark.browser
FIRST, FURTHER, LONGEST = 150_000, 15_000, 40_000  # bytes


@pytest.fixture(scope="module")
def served(own_site: Path) -> Iterator[Served]:
    with serve(own_site) as running:
        yield running


@pytest.fixture(scope="module")
def claims(own_site: Path) -> list[Example]:
    found = [example for example in examples(own_site) if example.kind == "claims/*/"]
    assert len(found) > 2
    return found


def read(browser: Browser, served: Served, pages: list[Example], scheme: str) -> list[list[Sent]]:
    """Read pages one after the other as one reader; return what was sent for each."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    sent = []
    for example in pages:
        before = len(served.sent)
        page.goto(served.address + example.path, wait_until="networkidle")
        sent.append(served.sent[before:])
    context.close()
    return sent


def told(sent: list[Sent]) -> str:
    """Return what was sent, the largest first, with the sum above."""
    rows = sorted(sent, key=lambda answer: -answer.size)
    total = f"{sum(answer.size for answer in sent):,} bytes:"
    return "\n".join([total, *(f"{a.size:>9,} {a.status} {a.path}" for a in rows)])


def test_first_claim_is_light_in_every_language(browser: Browser, served: Served) -> None:
    pages = [e for e in examples(served.site) if e.kind.endswith("claims/*/") and e.is_longest]
    assert len(pages) == 1 + len(languages_of(served.site))
    for example in pages:
        (sent,) = read(browser, served, [example], "light")
        if sum(answer.size for answer in sent) > FIRST:
            pytest.fail(f"{example} takes more than {FIRST:,}: {told(sent)}", pytrace=False)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_claims_are_light(
    browser: Browser, served: Served, claims: list[Example], scheme: str
) -> None:
    for number, sent in enumerate(read(browser, served, claims, scheme)):
        limit = FURTHER if number else FIRST
        if sum(answer.size for answer in sent) > limit:
            pytest.fail(f"{claims[number]} takes more than {limit:,}: {told(sent)}", pytrace=False)
        assert [answer for answer in sent if answer.status != 200] == [], claims[number]


def test_no_page_is_long(own_site: Path) -> None:
    """By gzip alone, so that every page can be weighed: the one at 10,000 claims is recorded."""
    sizes = {file: len(gzip.compress(file.read_bytes(), 9)) for file in own_site.rglob("*.html")}
    assert [f"{file}: {size}" for file, size in sizes.items() if size > LONGEST] == []
