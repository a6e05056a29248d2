"""The pictures of the pages: what they count, where they lead, and what stands beside them."""

from __future__ import annotations

import csv
import io
import posixpath
from typing import TYPE_CHECKING

import pytest

from generator import publication, urls, words
from generator.corpus import load
from generator.edition import editions
from generator.pages.linking import Linker
from generator.pages.pictures.claims import told
from generator.pages.pictures.course import Shown, over_time
from generator.pages.pictures.entries import of_claim
from generator.pages.pictures.sides import Shared, most_connected, shared
from tests.charted import Picture, assert_is_sound
from tests.conftest import TOY
from tests.hosted import ROOT
from tests.pages_of import Page, outputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.output import Output

    Edit = Callable[[str, str, str], None]

MAYOR, COST = "claims/mayor-keeps-ferry.yml", "claims/ferry-cost.yml"
PAIR = "otterby-herald-ferry", "otterby-minutes-march"


@pytest.fixture(scope="module")
def own() -> dict[str, Output]:
    return outputs(ROOT)


def blocks(output: Output) -> Iterator[Picture]:
    """Return the pictures of a page as they stand in its Markdown."""
    rest = output.content
    while '<figure class="fc-chart"' in rest:
        _, _, rest = rest.partition('<figure class="fc-chart"')
        inner, _, rest = rest.partition("</figure>")
        yield Picture(f'<figure class="fc-chart"{inner}</figure>')


def rows(output: Output) -> list[list[str]]:
    return list(csv.reader(io.StringIO(output.content, newline="")))


def linker(root: Path, path: str) -> Linker:
    corpus, problems = load(root)
    assert corpus is not None, problems
    return Linker(next(editions(publication.public(corpus))), path)


def test_every_picture_of_the_first_corpus_is_sound(own: dict[str, Output]) -> None:
    found = {path: list(blocks(output)) for path, output in own.items()}
    kinds = {path.partition("/")[0] for path, pictures in found.items() if pictures}
    assert {"people", "topics", "timeline.md", "sources", "verdicts", "quality.md"} <= kinds
    for path, pictures in found.items():
        for picture in pictures:
            assert_is_sound(picture)
        ids = [i for p in pictures for node in p.tree.css("[id]") if (i := node.attributes["id"])]
        assert len(ids) == len(set(ids)), path


def test_data_of_every_picture_lie_beside_its_page(own: dict[str, Output]) -> None:
    tables = posixpath.dirname(urls.DATA_PACKAGE)
    files = {p for p in own if p.endswith(".csv") and posixpath.dirname(p) != tables}
    shown = sum(len(list(blocks(output))) for output in own.values())
    assert len(files) == shown
    for file in files:
        head, *data = rows(own[file])
        assert data, file
        assert {len(row) for row in data} == {len(head)}


def test_the_scale_counts_as_its_lists_do() -> None:
    made = outputs(TOY)
    (picture,) = blocks(made["verdicts/index.md"])
    names = dict(picture.names())
    assert names["confirmed-quotation/"] == "Confirmed quotation: 1 claim"
    assert names["sources-disagree/"] == "Sources disagree: 0 claims"
    listed = {row[0]: int(row[2]) for row in rows(made["verdicts/verdicts.csv"])[1:]}
    for verdict, count in listed.items():
        id_ = verdict.lower().replace(" ", "-")
        if page := made.get(f"verdicts/{id_}.md"):
            total = Page(page).texts(".fc-total")
            assert total == [words.ENGLISH.n("{n} claim", "{n} claims", count)] * bool(count)


def test_dates_are_as_known_as_the_records_say() -> None:
    assert [row[:2] for row in rows(outputs(TOY)["timeline/over-time.csv"])[1:4]] == [
        ["2031", "Whether the vote on the ferry was unanimous"],
        ["2031-03", "What the ferry cost in 2030"],
        ["2031-03", "Town Council of Otterby. Minutes of the meeting of 4 March 2031."],
    ]


def contradicting(edit: Edit) -> None:
    edit(COST, "as: part-of", "as: contradicts")
    edit(COST, "said_on: 2031-03\n", "said_on: 2031-03-01\n")


def test_contradictions_are_drawn_told_and_in_the_table(toy: Path, edit: Edit) -> None:
    contradicting(edit)
    made = outputs(toy)
    for path in ("people/ada-quill.md", "topics/harbour-ferry.md"):
        page = Page(made[path])
        (sentence,) = page.section("_contradictions").texts("li")
        assert sentence.startswith("1 March 2031: ")
        assert " 4 March 2031: " in sentence
        assert sentence.endswith("One contradicts the other.")
        (over,) = (p for p in blocks(made[path]) if "over-time" in p.block)
        assert over.block.count('class="fc-arc"') == 2  # the arc and its key
        data = rows(made[path.replace(".md", "/over-time.csv")])
        against = {row[1]: row[-1] for row in data[1:] if row[-1]}
        assert against == {
            "The mayor on the winter ferry": "What the ferry cost in 2030",
            "What the ferry cost in 2030": "The mayor on the winter ferry",
        }


def test_what_others_said_is_shown_where_it_contradicts_and_marked(toy: Path, edit: Edit) -> None:
    contradicting(edit)
    (over,) = (p for p in blocks(outputs(toy)["people/ada-quill.md"]) if "over-time" in p.block)
    names = dict(over.names())
    assert names["../../claims/ferry-cost/"].startswith("1 March 2031, Bram Tolliver: ")
    assert names["../../claims/mayor-keeps-ferry/"].startswith("4 March 2031: ")
    assert over.texts(".fc-chart-key li")[-1] == "Said by somebody else"


def test_a_withdrawn_claim_contradicts_nothing() -> None:
    assert Page.of(TOY, "people/ada-quill.md").tree.css("#_contradictions") == []


def test_few_claims_have_no_picture() -> None:
    assert list(blocks(outputs(TOY)["people/bram-tolliver.md"])) == []


def test_what_has_no_date_is_counted_beside_the_picture() -> None:
    (picture,) = blocks(outputs(TOY)["timeline.md"])
    assert "1 claim is left out: when it was made is not known." in picture.texts(".fc-note")


def test_more_than_sixty_marks_are_bars_that_lead_to_lists() -> None:
    to = linker(TOY, "topics/harbour-ferry.md")
    claim = to.corpus.claims["mayor-keeps-ferry"]
    assert claim.said_on
    one = of_claim(to, claim, claim.said_on)

    def drawn(number: int) -> Picture:
        shown = Shown(title="T", entries=[one] * number, first="topics/x.md", parts=[one.part])
        made = over_time(to, shown)
        assert made is not None
        return Picture(made.block)

    assert drawn(60).names()[0][0] == "../../claims/mayor-keeps-ferry/"
    many = drawn(61)
    assert_is_sound(many)
    assert many.names() == [("../x/", "March 2031: 61 entries")]


def test_a_bar_leads_to_the_page_of_the_list_that_holds_its_first_entry() -> None:
    to = linker(TOY, "topics/harbour-ferry.md")
    claim = to.corpus.claims["mayor-keeps-ferry"]
    cost = to.corpus.claims["ferry-cost"]
    assert claim.said_on
    assert cost.said_on
    one, later = of_claim(to, claim, cost.said_on), of_claim(to, claim, claim.said_on)
    vote = to.corpus.claims["vote-was-unanimous"].said_on
    assert vote
    early = of_claim(to, claim, vote)
    shown = Shown(
        title="T", entries=[early] * 150 + [one, later], first="topics/x.md", parts=[one.part]
    )
    made = over_time(to, shown)
    assert made is not None
    assert [href for href, _ in Picture(made.block).names()] == ["../x/", "../x/page/2/"]


def test_no_claim_makes_no_picture() -> None:
    found = told(linker(TOY, "people/nobody.md"), "T", [], "nobody")
    assert (found.picture, found.contradictions) == (None, ())


def sides_of(root: Path) -> Shared:
    corpus, problems = load(root)
    assert corpus is not None, problems
    return shared(corpus).get(PAIR, Shared())


ITEM = "  - passage: {}\n    stance: {}\n"
PASSAGES = (
    ("otterby-herald-ferry#not-close", "otterby-herald-ferry#promised-boat"),
    ("otterby-minutes-march#motion-carried", "otterby-minutes-march#expenditure"),
)


@pytest.mark.parametrize(
    ("herald", "minutes", "agree", "disagree"),
    [
        (["supports"], ["supports"], True, False),
        (["refutes"], ["refutes"], True, False),
        (["supports"], ["refutes"], False, True),
        (["supports"], ["context"], False, False),
        (["supports"], [], False, False),
        (["supports", "refutes"], ["supports"], True, True),
        (["supports", "refutes"], ["supports", "refutes"], True, True),
        (["supports", "supports"], ["supports", "supports"], True, False),
    ],
)
def test_agree_and_disagree_mean_what_the_page_says(
    toy: Path, herald: list[str], minutes: list[str], *, agree: bool, disagree: bool
) -> None:
    file = toy / MAYOR
    text = file.read_text("utf-8")
    start, end = text.index("evidence:\n"), text.index("analysis:")
    pairs = [
        pair
        for passages, stances in zip(PASSAGES, (herald, minutes), strict=True)
        for pair in zip(passages, stances, strict=False)
    ]
    items = "".join(ITEM.format(*pair) for pair in pairs)
    file.write_text(f"{text[:start]}evidence:\n{items}{text[end:]}")
    found = sides_of(toy)
    id_ = "mayor-keeps-ferry"
    assert (found.agree.count(id_), found.disagree.count(id_)) == (agree, disagree)


def test_sources_of_the_toy_agree_once() -> None:
    assert sides_of(TOY).disagree == []
    assert len(sides_of(TOY).agree) == 1


def test_connected_sources_come_first_and_no_more_than_asked_for() -> None:
    found = {
        ("a", "b"): Shared(["x"], ["x"]),
        ("b", "c"): Shared(["y"], ["z"]),
        ("d", "e"): Shared([], ["v", "w"]),
    }
    assert most_connected(found, 3) == ["b", "c", "d"]
    assert most_connected({}, 3) == []


def test_a_pair_leads_to_the_claims_that_it_counts(own: dict[str, Output]) -> None:
    (picture,) = blocks(own["sources/agreement.md"])
    data = rows(own["sources/agreement/agreement.csv"])[1:]
    assert [row[-1] for row in data].count("yes") == 1
    for (href, _), row in zip(picture.names(), data, strict=True):
        page = Page(own[f"sources/agreement/{href.strip('/')}.md"])
        counts = [int(row[4]), int(row[5])]
        for anchor, count in zip(("_agree", "_disagree"), counts, strict=True):
            listed = page.section(anchor).texts("ul > li") if count else []
            assert len(listed) == count
