"""The pages that tell how quotations are verified, and what the site counts of its own work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import TOY
from tests.pages_of import Page
from tests.sealed import seal_again
from tests.test_verification import HERALD, MINUTES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str, str, str], None]


def facts(page: Page, anchor: str) -> dict[str, str]:
    section = page.section(anchor)
    return dict(zip(section.texts("dt"), section.texts("dd"), strict=True))


def test_verification_page_has_the_figures_of_today() -> None:
    page = Page.of(TOY, "verification.md")
    assert page.text(".fc-lead") == (
        "5 quotations from 2 sources: 5 verbatim. Nobody has signed yet that the captured texts "
        "are the reports as published."
    )
    figures = facts(page, "_figures")
    assert figures["Quotations"] == "5"
    assert figures["Seals"] == "1 that keeps the text private, 1 of a published text"
    assert figures["Quotations on a seal that nobody has signed"].startswith("5 ")
    assert "At most 30% of the words" in page.text("body")


def test_figures_follow_the_records(toy: Path, edit: Edit) -> None:
    edit(MINUTES, "    quote: Expenditure in", "    quote: Expenditure\u00a0in")
    page = Page.of(toy, "verification.md")
    assert "4 verbatim. 1 has the same words in other typography. " in page.text(".fc-lead")
    counted = facts(Page.of(toy, "quality.md"), "_quotations")
    assert counted["Same words, other typography"] == "1"
    proof = Page.of(toy, f"{MINUTES.removeprefix('content/').removesuffix('.yml')}.md")
    assert "Same words, other typography, words 69–79" in proof.texts(".fc-proof")


def test_quality_counts_claims_sources_and_rules() -> None:
    page = Page.of(TOY, "quality.md")
    claims = facts(page, "_claims")
    assert claims["Published"] == "3"
    assert claims["Withdrawn"] == "1"
    rules = facts(page, "_rules")
    assert rules["Orphan"].startswith("0 findings ")
    assert rules["Claimant not mentioned"].startswith("0 findings, 1 excused ")
    assert rules["Omitted negation"].startswith("only with the captured texts ")
    rows = page.section("_sources").texts("li")
    assert any("of its words and marks quoted, 30% at most" in row for row in rows)


def test_quality_counts_what_the_rules_find(toy: Path, edit: Edit) -> None:
    edit(
        HERALD,
        "passages:\n",
        "passages:\n  more:\n    quote: The council met\n    kind: narration\n",
    )
    seal_again(toy)
    rules = facts(Page.of(toy, "quality.md"), "_rules")
    assert rules["Unused passage"].startswith("1 finding ")


def test_source_tells_its_seal() -> None:
    known = facts(Page.of(TOY, "sources/otterby-herald-ferry.md"), "_known")
    assert known["Seal"].startswith("Anyone can check the quoted words;")
    assert "words and marks are quoted (" in known["Seal"]
    assert "Nobody has signed it." in known["Seal"]
