"""Each page says at which address it is found, and a version says which page stands for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import urls
from tests.conftest import TOY_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

SITES = {
    "own_site": "https://wordforword.example/",
    "toy_site": f"https://otterby.example{TOY_FOLDER}",
}


@pytest.mark.parametrize(("name", "address"), SITES.items())
def test_each_page_has_one_canonical_address(
    name: str, address: str, request: pytest.FixtureRequest
) -> None:
    built: Path = request.getfixturevalue(name)
    wrong, versions = [], 0
    for file in built.rglob("index.html"):
        place = file.parent.relative_to(built).as_posix()
        own = address if place == "." else f"{address}{place}/"
        tree = LexborHTMLParser(file.read_text("utf-8"))
        if tree.css("meta[http-equiv=refresh]"):
            continue  # test_redirects
        if urls.is_version(f"{place}.md"):
            versions += 1
            own = f"{own.rstrip('/').rpartition('/')[0]}/"
            assert tree.css("meta[name=robots][content=noindex]")
        if [link.attributes["href"] for link in tree.css("link[rel=canonical]")] != [own]:
            wrong.append(place)
    assert wrong == []
    assert versions


@pytest.mark.parametrize("name", SITES)
def test_the_page_for_what_is_not_found_has_none(name: str, request: pytest.FixtureRequest) -> None:
    built: Path = request.getfixturevalue(name)
    tree = LexborHTMLParser((built / "404.html").read_text("utf-8"))
    assert tree.css("link[rel=canonical], link[rel=alternate][hreflang]") == []


def test_a_page_names_itself_among_its_languages(own_site: Path) -> None:
    for prefix in ("", "uk/"):
        page = own_site / f"{prefix}claims/it-is-our-independence/index.html"
        tree = LexborHTMLParser(page.read_text("utf-8"))
        (canonical,) = tree.css("link[rel=canonical]")
        named = {
            link.attributes["hreflang"]: link.attributes["href"]
            for link in tree.css("link[rel=alternate][hreflang]")
        }
        assert named.keys() == {"en", "uk", "x-default"}
        assert named["x-default"] == named["en"]
        assert canonical.attributes["href"] == named["uk" if prefix else "en"]
