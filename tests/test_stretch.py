"""A list over several pages: who is on which is found first, and a page is made alone."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from generator.edition import editions
from generator.escape import Safe
from generator.pages.indexes import indexes
from generator.pages.leaf import rest
from generator.pages.person import person_pages
from generator.pages.stretch import stretches
from generator.pages.views import EntryRow
from tests.conftest import TOY, load_sound

if TYPE_CHECKING:
    from generator.pages.linking import Linker

EDITION = next(editions(load_sound(TOY)))
IDS = [f"r-{number}" for number in range(250)]


def row(to: Linker, id_: str) -> EntryRow:
    return EntryRow(link=Safe(id_), meta=to.path)


def test_rows_are_made_of_one_page_alone() -> None:
    asked: list[str] = []

    def noting(to: Linker, id_: str) -> EntryRow:
        asked.append(id_)
        return row(to, id_)

    found = stretches("x.md", "X", IDS, noting)
    assert asked == []
    assert [len(one.ids) for one in found] == [100, 100, 50]
    made = found[1].listing(EDITION)
    assert asked == IDS[100:200]
    assert [one.meta for one in made.rows if isinstance(one, EntryRow)] == ["x/page/2.md"] * 100


def test_pages_that_continue_lists_are_named_after_them() -> None:
    lists = (
        stretches("x.md", "X", IDS, row),
        stretches("x.md", "X", IDS[:60], row, list_first="x/y.md"),
        stretches("x.md", "X", [], row),
    )
    leaves = list(rest(*lists))
    assert [leaf.path for leaf in leaves] == ["x/page/2.md", "x/page/3.md", "x/y/page/2.md"]
    assert [leaf.view(EDITION).path for leaf in leaves] == [leaf.path for leaf in leaves]


def test_what_a_page_was_given_tells_rows_places_and_totals_apart() -> None:
    def given(ids: list[str], total: str = "") -> list[str]:
        return [leaf.given for leaf in rest(stretches("x.md", "X", ids, row, total))]

    before = given(IDS)
    assert given(IDS) == before
    assert given([*IDS[:248], "r-249", "r-248"])[0] == before[0]
    assert given([*IDS[:248], "r-249", "r-248"])[1] != before[1]
    assert given(IDS, "250 rows")[0] != before[0]
    assert given([*IDS, *IDS])[0] != before[0]  # its last page is another


def test_each_leaf_makes_the_page_that_it_names() -> None:
    people = (person_pages(EDITION, person) for person in EDITION.corpus.people.values())
    leaves = [*indexes(EDITION), *chain.from_iterable(people)]
    assert [leaf.view(EDITION).path for leaf in reversed(leaves)] == [
        leaf.path for leaf in reversed(leaves)
    ]
