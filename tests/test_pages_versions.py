"""The pages of frozen versions: what was published stays readable, whatever became of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator import urls
from generator.edition import editions
from generator.output import Output
from generator.pages.render import render
from generator.pages.version import version_pages
from tests.conftest import TOY, load_sound
from tests.pages_of import Page, dead_links, outputs
from tests.test_versions import freeze

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str, str, str], None]

COST = "claims/ferry-cost.yml"
BEFORE = Page.of(TOY, "claims/vote-was-unanimous/ec270744cd85.md")
AFTER = Page.of(TOY, "claims/vote-was-unanimous/fff63c7def10.md")


def version_of(root: Path, old: str, new: str) -> Page:
    """Freeze a former version of a claim of the toy corpus; return its page."""
    text = (root / COST).read_text("utf-8")
    assert text.count(old) == 1
    path = urls.version("ferry-cost", freeze(root, "ferry-cost", text.replace(old, new)))
    edition = next(editions(load_sound(root)))
    views = {v.path: v for v in version_pages(edition, edition.corpus.claims["ferry-cost"])}
    return Page(Output(path, render(views[path], edition)))


def test_every_frozen_version_of_a_public_claim_has_a_page() -> None:
    assert [path for path in outputs(TOY) if urls.is_version(path)] == [
        "claims/clock-stands-still/f625948fa2d2.md",
        "claims/clock-stands-still/8d8cefb60cd0.md",
        "claims/vote-was-unanimous/ec270744cd85.md",
        "claims/vote-was-unanimous/fff63c7def10.md",
        "claims/ferry-cost/575fcc7fc2c7.md",
        "claims/mayor-keeps-ferry/95071bcf17be.md",
        "claims/mayor-keeps-ferry/551774f55f39.md",
    ]


def test_the_former_verdict_is_readable_with_its_reason() -> None:
    assert BEFORE.text(".fc-ruling") == "Unproven"
    assert "the minutes are not published yet" in BEFORE.text(".fc-answer")
    assert BEFORE.text("#_context").startswith("Context")
    assert "Nine members voted in favour" in BEFORE.text(".fc-evidence blockquote")
    assert BEFORE.section("_history").facts() == [("10 March 2031", "Published. First published.")]


def test_a_former_version_leads_to_the_current_one() -> None:
    assert BEFORE.text(".fc-version .admonition-title") == "This is the version of 10 March 2031"
    assert BEFORE.links(".fc-version") == [("Read the current version", "../vote-was-unanimous.md")]


def test_the_current_version_says_that_it_is() -> None:
    title = "This is the current version, of 14 March 2031"
    assert AFTER.text(".fc-version .admonition-title") == title
    assert AFTER.links(".fc-version") == [
        ("Read the page of this check", "../vote-was-unanimous.md")
    ]
    assert AFTER.text(".fc-ruling") == "Inaccurate"
    assert AFTER.section("_history").links("dd") == [
        ("Read this version", "ec270744cd85.md"),
        ("Unproven", "../../verdicts/unproven.md"),
    ]


def test_search_engines_show_the_page_of_the_claim_instead() -> None:
    assert BEFORE.meta["noindex"] is True
    assert BEFORE.meta["canonical"] == "claims/vote-was-unanimous/"
    assert "canonical" not in Page.of(TOY, "claims/vote-was-unanimous.md").meta


def test_a_version_is_neither_cited_nor_edited() -> None:
    made = outputs(TOY)["claims/vote-was-unanimous/ec270744cd85.md"]
    assert made.origin == ""
    assert BEFORE.tree.css_first("#_cite") is None
    assert [label for label, _ in BEFORE.links(".fc-actions")] == [
        "Report an error",
        "Report an error by e-mail",
    ]


def test_before_a_withdrawal_there_is_no_word_of_it() -> None:
    before = Page.of(TOY, "claims/clock-stands-still/f625948fa2d2.md")
    assert before.tree.css_first(".fc-withdrawn") is None
    assert before.text(".fc-ruling") == "Misquoted"


@pytest.mark.parametrize(
    ("old", "new", "selector"),
    [
        ("topics:\n  - town-budget", "topics:\n  - lost-topic", "dd"),
        ("people:\n  - bram-tolliver", "people:\n  - lost-person", "dd"),
        ("events:\n  - march-meeting", "events:\n  - lost-event", "dd"),
        ("claimant: bram-tolliver", "claimant: lost-person", ".fc-claim .fc-meta"),
        ("checked_by: writing-desk", "checked_by: lost-desk", "dd"),
        ("reviewed_by: reading-desk", "reviewed_by: lost-desk", "dd"),
        ("  - otterby-herald-ferry\n", "  - lost-source\n", ".fc-status"),
        ("march#expenditure", "march#lost-passage", ".fc-status"),
        ("otterby-minutes-march#", "lost-source#", ".fc-status"),
    ],
)
def test_what_is_no_more_stands_by_its_id(toy: Path, old: str, new: str, selector: str) -> None:
    page = version_of(toy, old, new)
    assert "lost" in " ".join(page.texts(selector))
    assert page.text(".fc-claim blockquote").startswith("The harbour ferry of Otterby")
    assert [href for _, href in page.links("dd") if "lost" in href] == []


def test_a_former_verdict_that_is_no_more_stands_by_its_id() -> None:
    corpus = load_sound(TOY)
    left = {id_: rating for id_, rating in corpus.ratings.items() if id_ != "unproven"}
    edition = next(editions(replace(corpus, ratings=left)))
    before, after = version_pages(edition, corpus.claims["vote-was-unanimous"])
    assert before.verdict == "unproven"
    assert str(after.history[1].value).endswith("Before&#58; unproven")


def test_a_renamed_claim_keeps_the_addresses_of_its_versions(toy: Path, edit: Edit) -> None:
    now = "claims/2031/cost-of-the-ferry.yml"
    (toy / COST).rename(toy / now)
    edit(now, "history:", "former_ids:\n  - ferry-cost\nhistory:")
    made = outputs(toy)
    page = Page(made["claims/ferry-cost/575fcc7fc2c7.md"])
    assert page.links(".fc-version")[0][1] == "../cost-of-the-ferry.md"
    assert page.meta["canonical"] == "claims/cost-of-the-ferry/"
    assert dead_links(made.values()) == []
