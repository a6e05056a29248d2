"""The pages of the editorial rules, and what claims show of their excuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import checks
from tests.conftest import TOY
from tests.pages_of import Page, dead_links, outputs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.rules import Rule

    Edit = Callable[[str, str, str], None]

FERRY = "claims/mayor-keeps-ferry.yml"
MINUTES = "content/sources/otterby-minutes-march.yml"
MADE = outputs(TOY)


def excused(rule: str, until: str = "2031-12-31", indent: str = "") -> str:
    rows = ("excused:", f"  - rule: {rule}", "    reason: It is so.", f"    until: {until}")
    return "".join(f"{indent}{row}\n" for row in rows)


@pytest.mark.parametrize("rule", checks.RULES.values(), ids=lambda rule: rule.code)
def test_every_rule_has_a_page_of_its_docstring(rule: Rule) -> None:
    page = Page(MADE[f"rules/{rule.code}.md"])
    assert page.text(".fc-lead") == rule.title
    facts = dict(page.facts())
    assert facts["In messages"] == rule.code
    assert facts["When it is broken"].lower().startswith(rule.severity.value)
    assert facts["Excuses"] == ("Can be excused" if rule.excusable else "Cannot be excused")
    assert len(page.texts(".fc-lead + .fc-prose p")) == rule.text.count("\n\n") + 1
    assert page.texts(".fc-lead + .fc-prose p")[-1].count("`") == 0


def test_index_names_every_rule() -> None:
    page = Page(MADE["rules/index.md"])
    assert sorted(page.links("ul")) == sorted(
        (page_title, f"{code}.md")
        for code in checks.RULES
        if (page_title := code.replace("-", " ").capitalize())
    )


def test_links_of_rules_lead_somewhere() -> None:
    assert [
        (path, href) for path, href in dead_links(MADE.values()) if "rules" in path + href
    ] == []


def test_excuses_of_a_rule_are_listed_on_its_page(toy: Path, edit: Edit) -> None:
    edit(FERRY, "single_source_reason: Nobody else reported the meeting.\n", "")
    edit(FERRY, "format: 1\n", "format: 1\n" + excused("single-source"))
    extra = "  clock:\n    quote: The clock on the town hall\n    kind: narration\n"
    edit(MINUTES, "passages:\n", f"passages:\n{extra}{excused('unused-passage', indent='    ')}")
    page = Page.of(toy, "rules/single-source.md").section("_excused")
    assert page.links("li") == [("The mayor on the winter ferry", "../claims/mayor-keeps-ferry.md")]
    assert page.texts("li > p")[1:] == ["It is so.", "until 31 December 2031"]
    page = Page.of(toy, "rules/unused-passage.md").section("_excused")
    assert page.links("li")[0][1] == "../sources/otterby-minutes-march.md#clock"
    assert "(the passage clock)" in page.texts("li > p")[0]


def test_claim_shows_its_excuse_until_it_ends(toy: Path, edit: Edit) -> None:
    edit(FERRY, "single_source_reason: Nobody else reported the meeting.\n", "")
    edit(FERRY, "format: 1\n", "format: 1\n" + excused("single-source", "2031-03-14"))
    about = Page.of(toy, "claims/mayor-keeps-ferry.md").section("_about")
    told = dict(about.facts())["Excused from"]
    assert told == "Single source until 14 March 2031 It is so."
    edit(FERRY, "until: 2031-03-14", "until: 2031-03-13")
    about = Page.of(toy, "claims/mayor-keeps-ferry.md").section("_about")
    assert "Excused from" not in dict(about.facts())
    assert "_excused" not in MADE["rules/single-source.md"].content


def test_drafts_and_their_excuses_are_on_no_page(toy: Path, edit: Edit) -> None:
    edit("claims/timetable-in-april.yml", "format: 1\n", "format: 1\n" + excused("single-source"))
    assert "_excused" not in outputs(toy)["rules/single-source.md"].content
    shown = outputs(toy, drafts=True)["rules/single-source.md"].content
    assert "../claims/timetable-in-april.md" in shown
