"""What crawlers read first: robots.txt, llms.txt and security.txt."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.robotparser import RobotFileParser

import pytest
from markdown_it import MarkdownIt

from generator import urls
from generator.exports import llms
from tests.conftest import TOY, load_sound
from tests.hosted import ROOT
from tests.pages_of import Page, outputs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from markdown_it.token import Token

    from generator.output import Output

    Edit = Callable[[str, str, str], None]

SITE = "https://wordforword.example/"


@pytest.fixture(scope="module")
def own() -> dict[str, Output]:
    return outputs(ROOT)


def test_every_program_may_read_every_page(own: dict[str, Output]) -> None:
    robots = RobotFileParser()
    robots.parse(own[urls.ROBOTS].content.splitlines())
    # Frozen versions too: who may not read a page does not see that it is not to be listed.
    assert all(robots.can_fetch("any", urls.published(SITE, path)) for path in own)
    assert robots.site_maps() == [f"{SITE}sitemap.xml"]
    assert urls.SITEMAP in own


def tokens(text: str) -> list[Token]:
    return MarkdownIt("commonmark").parse(text)


def links(text: str) -> list[str]:
    inline = (child for token in tokens(text) for child in token.children or ())
    return [str(child.attrs["href"]) for child in inline if child.type == "link_open"]


@pytest.mark.parametrize("root", [TOY, ROOT])
def test_llms_txt_has_the_form_of_its_protocol(root: Path) -> None:
    found = tokens(outputs(root)[urls.LLMS].content)
    kinds = [token.tag for token in found if token.level == 0 and token.nesting > 0]
    assert kinds[:3] == ["h1", "blockquote", "p"]
    assert kinds[3:] == ["h2", "ul"] * (len(kinds[3:]) // 2)
    items = [token for token in found if token.type == "inline" and token.level == 3]
    assert all((item.children or [])[0].type == "link_open" for item in items)


def test_llms_txt_leads_to_pages_of_the_site(own: dict[str, Output]) -> None:
    served = {urls.published(SITE, path) for path in own}
    found = links(own[urls.LLMS].content)
    assert len(found) > llms.MOST
    assert set(found) <= served
    assert {f"{SITE}claims/", f"{SITE}data/", f"{SITE}method/", f"{SITE}uk/"} <= set(found)


def test_llms_txt_is_bounded(own: dict[str, Output]) -> None:
    checks = [link for link in links(own[urls.LLMS].content) if "/claims/" in link]
    newest = [claim.id for claim in load_sound(ROOT).newest_claims if claim.is_public]
    assert len(newest) > llms.MOST
    listed = [link.removeprefix(f"{SITE}claims/").strip("/") for link in checks]
    assert listed == ["", *newest[: llms.MOST]]


def test_what_was_withdrawn_is_no_check_that_the_site_stands_by() -> None:
    text = outputs(TOY)[urls.LLMS].content
    assert "claims/ferry-cost/" in text
    assert "clock-stands-still" not in text


def test_a_title_cannot_add_a_link_or_a_section(toy: Path, edit: Edit) -> None:
    old = load_sound(toy).claims["ferry-cost"].title
    title = "[x](https://x.example) <b> `a` # *b* & c"
    edit("claims/ferry-cost.yml", f"title: {old}", f'title: "{title}"')
    text = outputs(toy)[urls.LLMS].content
    assert "https://x.example" not in links(text)
    shown = [
        "".join(child.content for child in token.children or ())
        for token in tokens(text)
        if token.type == "inline"
    ]
    assert [line for line in shown if line.startswith(f"{title}: Accurate.")]


def fields(text: str) -> dict[str, str]:
    assert text.endswith("\n")
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_security_txt_has_the_fields_of_its_standard(own: dict[str, Output]) -> None:
    assert urls.SECURITY == ".well-known/security.txt"
    found = fields(own[urls.SECURITY].content)
    assert found["Contact"] == "mailto:corrections@wordforword.example"
    assert found["Canonical"] == f"{SITE}.well-known/security.txt"
    assert found["Preferred-Languages"] == "en, uk"
    expires = datetime.fromisoformat(found["Expires"])
    newest = load_sound(ROOT).as_of
    assert newest is not None
    ahead = expires - datetime(newest.year, newest.month, newest.day, tzinfo=UTC)
    assert timedelta(days=180) < ahead < timedelta(days=365)


def test_a_site_without_records_has_all_but_what_needs_a_date(toy: Path) -> None:
    for folder in ("claims", "content/sources", "content/people", "content/topics"):
        shutil.rmtree(toy / folder, ignore_errors=True)
    shutil.rmtree(toy / "content/events", ignore_errors=True)
    made = outputs(toy)
    assert urls.SECURITY not in made
    assert {urls.SITEMAP, urls.ROBOTS, urls.LLMS} <= made.keys()
    assert "Newest checks" not in made[urls.LLMS].content
    assert "<lastmod>" not in made[urls.SITEMAP].content
    names = Page(made["data.md"]).texts("h3")
    assert "Sitemap" in names
    assert "Security contact" not in names
