"""The corrections log and the self-report: made from the records, and claiming nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.edition import editions
from generator.pages.corrections import corrections_pages
from generator.pages.leaf import views
from generator.pages.views import ListPage
from tests.conftest import TOY, load_sound
from tests.pages_of import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[str, str], Path]
    Edit = Callable[[str, str, str], None]

LOG = "corrections/log.md"
REPORT = "transparency.md"
PUBLISHER = "site_config/publisher.yml"


def item(page: Page, label: str) -> str:
    return dict(page.facts("dl"))[label]


def test_log_lists_changes_newest_first() -> None:
    page = Page.of(TOY, LOG)
    assert page.texts("li > p:first-child") == [
        "14 March 2031 Whether the vote on the ferry was unanimous",
        "13 March 2031 The clock on the town hall",
        "12 March 2031 The mayor on the winter ferry",
    ]
    assert page.text(".fc-total") == "3 corrections"
    rows = page.texts("li")
    assert "Verdict changed · Unproven before, now Inaccurate The minutes" in rows[0]
    assert "Withdrawn The leaflet" in rows[1]


def test_log_of_a_site_without_corrections_says_so() -> None:
    edition = next(editions(replace(load_sound(TOY), claims={})))
    (page,) = views(edition, corrections_pages(edition))
    assert isinstance(page, ListPage)
    assert str(page.intro).startswith("No published check was corrected")
    assert page.listing.rows == ()


def test_report_counts_what_the_records_show(toy: Path) -> None:
    (toy / "content/pages/corrections.md").unlink()
    page = Page.of(toy, REPORT)
    assert "claims no membership" in page.text(".fc-lead")
    assert item(page, "Readers can repeat the work").startswith("✓ Shown. 5 of 5 quotations")
    assert item(page, "A corrections policy is published").startswith("✗ Not shown.")
    assert item(page, "Funding is told") == "✗ Not shown. The site does not say who pays for it."
    assert item(page, "No advocacy on what is checked").startswith("? For people to judge.")


def test_report_follows_the_records(toy: Path, edit: Edit, write: Write) -> None:
    edit(PUBLISHER, "review:\n", "funding: The town pays.\nreview:\n")
    write("content/pages/corrections.md", "# Corrections\n")
    write("content/pages/about.md", "# About\n\n{{ funding }}\n")
    page = Page.of(toy, REPORT)
    assert item(page, "Funding is told").startswith("✓ Shown. The site says who pays for it.")
    assert item(page, "A corrections policy is published").startswith("✓ Shown.")
    assert "The town pays." in Page.of(toy, "about.md").text("body")


def test_counts_of_the_summary_are_those_of_the_items() -> None:
    page = Page.of(TOY, REPORT)
    facts = page.facts("dl")
    signs = ("✓ Shown", "◐ Partly shown", "✗ Not shown", "? For people to judge")
    summary, items = dict(facts[:4]), facts[4:]
    assert list(summary) == list(signs)
    for sign in signs:
        assert int(summary[sign]) == sum(told.startswith(f"{sign}.") for _, told in items)
    assert len(items) == sum(map(int, summary.values()))
