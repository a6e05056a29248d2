"""The addresses of frozen versions, and which of them is the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import reading, urls
from generator.permalinks import Permalink, current, made_by, permalinks
from tests.conftest import TOY, load_sound
from tests.test_versions import freeze

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str, str, str], None]

COST = "claims/ferry-cost.yml"
VOTE = "vote-was-unanimous"


def of(root: Path, claim_id: str) -> tuple[Permalink, ...]:
    return permalinks(load_sound(root), claim_id)


def test_a_version_lies_below_the_page_of_its_claim() -> None:
    path = urls.version("ferry-cost", "575fcc7fc2c79947")
    assert path == "claims/ferry-cost/575fcc7fc2c7.md"
    assert urls.published("https://x.example/", path) == (
        "https://x.example/claims/ferry-cost/575fcc7fc2c7/"
    )
    assert urls.card("ferry-cost") == "claims/ferry-cost/card.html"


@pytest.mark.parametrize(
    ("path", "is_version"),
    [
        ("claims/ferry-cost/575fcc7fc2c7.md", True),
        ("claims/ferry-cost.md", False),
        ("claims/index.md", False),
        ("claims/page/2.md", False),
        ("claims/ferry-cost/card.html", False),
        ("topics/ferry-cost/575fcc7fc2c7.md", False),
    ],
)
def test_which_pages_are_versions(path: str, *, is_version: bool) -> None:
    assert urls.is_version(path) is is_version


def test_versions_of_a_changed_verdict() -> None:
    before, after = of(TOY, VOTE)
    assert (before.version.record.verdict, before.is_current) == ("unproven", False)
    assert (after.version.record.verdict, after.is_current) == ("inaccurate", True)
    assert current((before, after)) == after
    assert [made_by((before, after), number) for number in range(3)] == [before, after, None]


def test_a_claim_that_was_never_frozen_has_none() -> None:
    assert of(TOY, "timetable-in-april") == ()
    assert current(()) is None


def test_after_an_edit_no_version_is_current(toy: Path, edit: Edit) -> None:
    edit(COST, "minutes give the same", "minutes have the same")
    (only,) = of(toy, "ferry-cost")
    assert not only.is_current
    assert current((only,)) is None


def test_a_new_id_moves_no_address(toy: Path, edit: Edit) -> None:
    now = "claims/2031/cost-of-the-ferry.yml"
    (toy / COST).rename(toy / now)
    edit(now, "history:", "former_ids:\n  - ferry-cost\nhistory:")
    (link,) = of(toy, "cost-of-the-ferry")
    assert link.path == "claims/ferry-cost/575fcc7fc2c7.md"


def test_of_two_versions_with_one_history_the_newer_is_named(toy: Path) -> None:
    text = (toy / COST).read_text("utf-8").replace("The minutes give", "Minutes give")
    name = freeze(toy, "ferry-cost", text)
    links = of(toy, "ferry-cost")
    assert [link.is_current for link in links] == [False, True]
    newest = made_by(links, 0)
    assert newest is not None
    assert newest.version.digest == "575fcc7fc2c79947" != name


def test_a_version_of_format_0_that_says_the_same_is_current(toy: Path) -> None:
    (toy / reading.version_file("ferry-cost", "575fcc7fc2c79947")).unlink()
    text = (toy / COST).read_text("utf-8").replace("format: 1\n", "")
    freeze(toy, "ferry-cost", text)
    (only,) = of(toy, "ferry-cost")
    assert only.is_current
