"""Every kind of page in a browser, light and dark, narrow and wide: what no page may do.

Pictures of them are kept in ``tests/artefacts``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import TOY_FOLDER
from tests.kinds import examples, languages_of
from tests.served import serve
from tests.visits import SCHEMES, none, shifts, visit_all

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.visits import Visit

pytestmark = pytest.mark.browser
# What a page may ask for at most; a page may have less.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
NO_FALLBACK = {"default-src", "base-uri", "form-action"}  # all others fall back to default-src


@pytest.fixture(scope="module")
def visits(browser: Browser, own_site: Path, toy_site: Path) -> list[Visit]:
    """The own site at the root of a host in both schemes; the toy site in a folder in one."""
    own, toy = examples(own_site), examples(toy_site)
    with serve(own_site) as at_root, serve(toy_site, folder=TOY_FOLDER) as in_folder:
        return [
            *(visit for scheme in SCHEMES for visit in visit_all(browser, at_root, own, scheme)),
            *visit_all(browser, in_folder, toy, "light", pictures="toy-"),
        ]


def test_axe_finds_nothing(visits: list[Visit]) -> None:
    """WCAG 2.2 up to AA, and axe's good practices."""
    none(visits, "axe")


def test_no_page_breaks_the_policy(visits: list[Visit]) -> None:
    none(visits, "policy")


def test_console_stays_empty(visits: list[Visit]) -> None:
    none(visits, "errors")


def test_no_other_host_is_asked(visits: list[Visit]) -> None:
    none(visits, "foreign")


def test_no_cookie_is_set(visits: list[Visit]) -> None:
    none(visits, "cookies")


def test_nothing_is_wider_than_the_window(visits: list[Visit]) -> None:
    none(visits, "wide")


def test_nothing_moves_where_the_reader_wants_no_motion(visits: list[Visit]) -> None:
    none(visits, "moving")


def test_nothing_jumps_while_a_page_loads(visits: list[Visit]) -> None:
    none(visits, "shifts")


def test_nothing_jumps_when_fonts_and_scripts_come_late(browser: Browser, own_site: Path) -> None:
    """In one language: the others have the same frame and the same fonts."""
    others = tuple(f"{language}/" for language in languages_of(own_site))
    longest = [e for e in examples(own_site) if e.is_longest and not e.kind.startswith(others)]
    with serve(own_site, slow={".woff2": 0.2, ".js": 0.1, ".json": 0.1}) as served:
        none([shifts(browser, served, example) for example in longest], "shifts")


def test_every_page_has_the_strict_policy(own_site: Path) -> None:
    """A host of static files sends no header: the policy stands first in the page."""
    for example in examples(own_site):
        (tag,) = LexborHTMLParser(example.file.read_text("utf-8")).css("meta[http-equiv]")
        parts = (tag.attributes["content"] or "").split(";")
        policy = dict(part.strip().split(" ", 1) for part in parts if part.strip())
        assert NO_FALLBACK <= policy.keys() <= POLICY.keys(), example
        more = {
            name: value
            for name, value in policy.items()
            if not {*value.split()} - {"'none'"} <= {*POLICY[name].split()}
        }
        assert more == {}, example
