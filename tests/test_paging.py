"""Lists of hundreds of claims are pages of at most 100 rows that lead to each other."""

from __future__ import annotations

import posixpath
from functools import partial
from typing import TYPE_CHECKING

import pytest

from generator import urls
from generator.edition import editions
from generator.output import Output
from generator.pages.linking import Linker
from generator.pages.lists import SHOWN
from generator.pages.pager import pager
from generator.urls import PER_PAGE
from tests import conftest
from tests.pages_of import Page, dead_links, outputs
from tests.sealed import seal_again

if TYPE_CHECKING:
    from pathlib import Path

CLAIMS, PASSAGES = 250, 50  # passages of one source; five such sources
SOURCE = """\
title: Report {number}
publisher: The Otterby Herald
published: 2031-01-{number:02}
published_basis: stated
url: null
archive_url: null
accessed: 2031-03-06
language: en
origin: herald
status: null
media: article
passages:
{passages}"""
PASSAGE = """\
  said-{number}:
    quote: We count to {number}
    speaker: ada-quill
    kind: direct-speech
"""
CLAIM = """\
format: 1
title: Whether {number} was counted
claim: Ada Quill said that she counts to {number}.
asks: said
claimant: ada-quill
said_on: 2031-01-01
verdict: confirmed-quotation
summary: She did.
evidence:
  - passage: report-1#said-1
    stance: supports
topics:
  - harbour-ferry
people:
  - bram-tolliver
events:
  - march-meeting
single_source_reason: It is a count.
response:
  none_because: It is a count.
status: published
checked_by: writing-desk
reviewed_by: reading-desk
history:
  - date: 2031-03-10
    kind: published
    note: First published.
reviewed_on: 2031-03-10
"""
# Each list: the page on which it starts, below which heading, the stem of the pages that go
# on, its rows.
LISTS = {
    "claims": ("claims/index.md", "", "claims", CLAIMS),
    "topic": ("topics/harbour-ferry.md", "_claims", "topics/harbour-ferry", CLAIMS),
    "event": ("events/march-meeting.md", "_claims", "events/march-meeting", CLAIMS),
    "verdict": (
        "verdicts/confirmed-quotation.md",
        "_claims",
        "verdicts/confirmed-quotation",
        CLAIMS,
    ),
    "source": ("sources/report-1.md", "_claims", "sources/report-1", CLAIMS),
    "made by": ("people/ada-quill.md", "_by", "people/ada-quill/by", CLAIMS),
    "said by": ("people/ada-quill.md", "_said", "people/ada-quill/said", 5 * PASSAGES),
    "by date": ("people/ada-quill/over-time.md", "", "people/ada-quill/over-time", CLAIMS),
    "on a topic": (
        "topics/harbour-ferry/over-time.md",
        "",
        "topics/harbour-ferry/over-time",
        CLAIMS,
    ),
    "naming": ("people/bram-tolliver.md", "_named", "people/bram-tolliver/named", CLAIMS),
    "year": ("claims/year/2031.md", "", "claims/year/2031", CLAIMS),
    "timeline": ("timeline.md", "", "timeline", CLAIMS + 5 + 1),
    "one origin": ("quality.md", "_single", "quality/single", CLAIMS),
}
ROWS = ":not(dd) > ul:not(.fc-chart-key) > li"
OF_SEVERAL = {"_by", "_said", "_named", "_single"}  # lists that share their first page


def paths_of(first: str, anchor: str, stem: str) -> list[str]:
    last = 5 if anchor in OF_SEVERAL else 3
    return [first, *(f"{stem}/page/{number}.md" for number in range(2, last + 1))]


every_list = pytest.mark.parametrize(("first", "anchor", "stem", "rows"), LISTS.values(), ids=LISTS)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Output]:
    root = tmp_path_factory.mktemp("many")
    for name in ("content/people", "content/topics", "content/events", "site_config"):
        (root / name).mkdir(parents=True)
        for file in (conftest.TOY / name).iterdir():
            (root / name / file.name).write_bytes(file.read_bytes())
    write_records(root)
    return outputs(root)


def write_records(root: Path) -> None:
    (root / "claims").mkdir()
    (root / "content/sources").mkdir()
    for number in range(1, CLAIMS + 1):
        (root / f"claims/count-{number}.yml").write_text(CLAIM.format(number=number))
    for number in range(1, 6):
        start = (number - 1) * PASSAGES + 1
        passages = "".join(PASSAGE.format(number=n) for n in range(start, start + PASSAGES))
        file = root / f"content/sources/report-{number}.yml"
        file.write_text(SOURCE.format(number=number, passages=passages))
    seal_again(root)


@every_list
def test_list_is_whole_over_its_pages(
    made: dict[str, Output], first: str, anchor: str, stem: str, rows: int
) -> None:
    paths = paths_of(first, anchor, stem)
    pages = [Page(made[path]) for path in paths]
    pages[0] = pages[0].section(anchor) if anchor else pages[0]
    found = [row for page in pages for row in page.texts(ROWS)]
    size = -(-rows // len(paths) // 50) * 50
    full = [size] * (len(paths) - 1)
    assert [len(page.tree.css(ROWS)) for page in pages] == [*full, rows - sum(full)]
    assert len(set(found)) == len(found)
    assert f"{stem}/page/{len(paths) + 1}.md" not in made


@every_list
def test_pager_leads_to_the_other_pages(
    made: dict[str, Output], first: str, anchor: str, stem: str, rows: int
) -> None:
    assert rows > 2 * PER_PAGE
    paths = paths_of(first, anchor, stem)
    for number, here in enumerate(paths):
        page = Page(made[here])
        page = page.section(anchor) if anchor and here == first else page
        links = [
            (label, posixpath.normpath(posixpath.join(posixpath.dirname(here), href)))
            for label, href in page.links(".fc-pager")
        ]
        near = [0, *range(number - 2, number + 3), len(paths) - 1]
        steps = {str(step + 1): step for step in sorted(near) if step != number}
        steps = {"Previous": number - 1, **steps, "Next": number + 1}
        pages = range(len(paths))
        assert links == [(label, paths[step]) for label, step in steps.items() if step in pages]
        assert page.text(".fc-pager").startswith(f"Page {number + 1} of {len(paths)} ")
        assert page.text(".fc-pager [aria-current=page]") == str(number + 1)
        rels = [a.attributes["rel"] for a in page.tree.css(".fc-pager a[rel]")]
        assert rels == ["prev"] * (number > 0) + ["next"] * (number < len(paths) - 1)


@pytest.mark.parametrize(
    ("here", "said"),
    [
        (1, "Page 1 of 100 1 2 3 … 100 Next"),
        (50, "Page 50 of 100 Previous 1 … 48 49 50 51 52 … 100 Next"),
        (100, "Page 100 of 100 Previous 1 … 98 99 100"),
    ],
)
def test_pager_of_a_hundred_pages_is_short(here: int, said: str) -> None:
    edition = next(editions(conftest.load_sound(conftest.TOY)))
    path_of = partial(urls.list_page, "claims/index.md")
    made = pager(Linker(edition, path_of(here)), path_of, here, 100)
    assert Page(Output(path_of(here), f"---\n{{}}\n---\n\n{made}\n")).text("p") == said


def test_continued_page_says_what_it_continues_and_leads_back(made: dict[str, Output]) -> None:
    page = Page(made["people/ada-quill/said/page/2.md"])
    assert page.text("h1") == "What Ada Quill said, page 2"
    assert page.links(".fc-lead")[0][1] == "../../../ada-quill.md"
    assert page.text(".fc-total") == "250 quotations"


def test_no_list_has_more_than_a_hundred_rows(made: dict[str, Output]) -> None:
    lists = {
        path: Page(o).tree.css("ul, ol")
        for path, o in made.items()
        if o.is_page and "/page/" in path
    }
    several = sum(anchor in OF_SEVERAL for _, anchor, _, _ in LISTS.values())
    assert len(lists) == 2 * len(LISTS) + 2 * several
    counts = [len(ul.css("li")) for found in lists.values() for ul in found]
    assert max(counts) == PER_PAGE


def test_every_link_of_a_large_site_leads_somewhere(made: dict[str, Output]) -> None:
    # The 250 claims are alike; reading one of them is enough.
    alike = {f"claims/count-{number}.md" for number in range(2, CLAIMS + 1)}
    pages = [Output(path, "") if path in alike else output for path, output in made.items()]
    assert dead_links(pages) == []


def test_passage_that_many_claims_lean_on_leads_to_all_of_them(made: dict[str, Output]) -> None:
    passage = Page(made["sources/report-1.md"]).section("said-1")
    links = passage.links("dd")
    assert links[-1] == ("and 230 more claims", "#_claims")
    assert len(passage.links("dd li")) == SHOWN + 1
