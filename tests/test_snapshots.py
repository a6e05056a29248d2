"""One page of each kind, whole: a change of any page is seen as a difference of Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import TOY
from tests.pages_of import outputs

SNAPSHOTS = Path(__file__).parent / "snapshots"
OF_LANGUAGES = "claim-uk.md"  # of the toy site in two languages: test_languages
PAGES = {
    "claim": "claims/mayor-keeps-ferry.md",
    "claim-draft": "claims/timetable-in-april.md",
    "claim-verdict-changed": "claims/vote-was-unanimous.md",
    "claim-withdrawn": "claims/clock-stands-still.md",
    "claim-version": "claims/vote-was-unanimous/ec270744cd85.md",
    "claim-with-reference": "claims/ferry-cost.md",
    "claims": "claims/index.md",
    "contribute-example": "contribute/example.md",
    "event": "events/march-meeting.md",
    "people": "people/index.md",
    "person": "people/ada-quill.md",
    "problem": "problems/yaml-syntax.md",
    "problems": "problems/index.md",
    "rule": "rules/claimant-not-mentioned.md",
    "rules": "rules/index.md",
    "source": "sources/otterby-herald-ferry.md",
    "source-inferred": "sources/otterby-minutes-march.md",
    "sources": "sources/index.md",
    "timeline": "timeline.md",
    "topic": "topics/harbour-ferry.md",
    "topics": "topics/index.md",
    "verdict": "verdicts/accurate.md",
    "verdicts": "verdicts/index.md",
}
MADE = outputs(TOY, drafts=True)


@pytest.mark.parametrize("name", PAGES)
def test_page_is_as_it_was(name: str, pytestconfig: pytest.Config) -> None:
    file, content = SNAPSHOTS / f"{name}.md", MADE[PAGES[name]].content
    if pytestconfig.getoption("--update-snapshots"):
        SNAPSHOTS.mkdir(exist_ok=True)
        file.write_text(content, "utf-8", newline="\n")
    assert content == file.read_text("utf-8"), "if it should be so: pytest --update-snapshots"


def test_no_snapshot_is_left_over() -> None:
    known = sorted([OF_LANGUAGES, *(f"{name}.md" for name in PAGES)])
    assert sorted(file.name for file in SNAPSHOTS.iterdir()) == known
