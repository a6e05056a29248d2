"""What the cases cannot show of the editorial rules: clocks, excuses and the registry."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator import checks, corpus
from generator.codes import CODES
from generator.passages.quotation import State
from generator.problems import Severity
from tests.conftest import TOY, all_problems, load_sound
from tests.sealed import seal_again

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.rules import Rule

    Write = Callable[[str, str], Path]
    Edit = Callable[[str, str, str], None]

FERRY = "claims/mayor-keeps-ferry.yml"
TOPIC = "content/topics/weather.yml"
LAST = date(2031, 6, 30)
BEFORE, AFTER = date(2031, 6, 29), date(2031, 7, 1)
NEWEST = date(2031, 3, 14)  # in the toy corpus: the clock of a build


def excused(rule: str, until: date = LAST) -> str:
    return f"excused:\n  - rule: {rule}\n    reason: For the tests.\n    until: {until}\n"


def told(root: Path, today: date | None = None) -> list[tuple[str, Severity]]:
    return [(p.code, p.severity) for p in all_problems(root, today)]


@pytest.mark.parametrize("rule", checks.RULES.values(), ids=lambda rule: rule.code)
def test_every_rule_is_documented(rule: Rule) -> None:
    assert rule.code in CODES
    assert rule.title.endswith(".")
    assert len(rule.title) < 100
    last = " ".join(rule.text.split()).rpartition("Can")[2]
    assert last.startswith(" be excused" if rule.excusable else "not be excused")


def test_codes_of_rules_differ() -> None:
    assert len(checks.RULES) == len(checks.CHECKS) + len(checks.WITH_ARCHIVE) + 1


@pytest.mark.parametrize("today", [BEFORE, LAST])
def test_excuse_holds_until_its_last_day(toy: Path, write: Write, today: date) -> None:
    write(TOPIC, "name: Weather\n" + excused("orphan"))
    assert told(toy, today) == []


def test_after_it_a_check_has_an_error(toy: Path, write: Write) -> None:
    write(TOPIC, "name: Weather\n" + excused("orphan"))
    (problem,) = all_problems(toy, AFTER)
    assert (problem.code, problem.severity) == ("orphan", Severity.ERROR)
    assert problem.message.endswith("; its excuse ended on 30 June 2031")


@pytest.mark.parametrize(("until", "severity"), [(NEWEST, None), (date(2031, 3, 13), "warning")])
def test_a_build_judges_by_the_newest_date_and_only_warns(
    toy: Path, edit: Edit, until: date, severity: str | None
) -> None:
    reason = "single_source_reason: Nobody else reported the meeting.\n"
    edit(FERRY, reason, "")
    edit(FERRY, "format: 1\n", "format: 1\n" + excused("single-source", until))
    assert told(toy) == ([("single-source", Severity(severity))] if severity else [])
    # On the day of a check the same is an error.
    assert told(toy, AFTER) == [("single-source", Severity.ERROR)]


def test_the_excuse_that_lasts_longest_counts(toy: Path, write: Write) -> None:
    second = excused("orphan", AFTER).removeprefix("excused:\n")
    write(TOPIC, "name: Weather\n" + excused("orphan") + second)
    # The other is not needed.
    assert told(toy, AFTER) == [("unused-excuse", Severity.WARNING)]


def test_excuse_is_of_its_own_rule(toy: Path, write: Write) -> None:
    write(TOPIC, "name: Weather\n" + excused("stale-review"))
    assert sorted(told(toy, LAST)) == [
        ("orphan", Severity.WARNING),
        ("unused-excuse", Severity.WARNING),
    ]


def test_an_ended_excuse_that_excuses_nothing_is_unused(toy: Path, edit: Edit) -> None:
    edit(FERRY, "format: 1\n", "format: 1\n" + excused("single-source", date(2030, 1, 1)))
    assert told(toy) == [("unused-excuse", Severity.WARNING)]


def test_a_build_does_not_call_excuses_by_day_unused(toy: Path, edit: Edit) -> None:
    edit(FERRY, "format: 1\n", "format: 1\n" + excused("stale-review", date(2040, 1, 1)))
    assert told(toy) == []
    assert told(toy, LAST) == [("unused-excuse", Severity.WARNING)]
    late = told(toy, date(2032, 4, 1))
    assert ("unused-excuse", Severity.WARNING) not in late
    assert late.count(("stale-review", Severity.WARNING)) == 2, "the others are due"


def test_no_excuse_is_unused_while_a_record_is_broken(toy: Path, edit: Edit, write: Write) -> None:
    edit(FERRY, "format: 1\n", "format: 1\n" + excused("single-source"))
    write("content/sources/otterby-herald-ferry.yml", "title: [\n")
    assert told(toy) == [("yaml-syntax", Severity.ERROR)]


def test_nothing_is_unused_while_a_claim_cannot_be_read(toy: Path, write: Write) -> None:
    write("claims/ferry-cost.yml", "title: [\n")
    assert told(toy) == [("yaml-syntax", Severity.ERROR)]


def test_records_with_problems_use_what_they_name(toy: Path, edit: Edit) -> None:
    edit("claims/ferry-cost.yml", "asks: fact", "asks: facts")
    assert told(toy) == [("not-a-choice", Severity.ERROR)]


def test_review_is_stale_by_the_day_of_the_check(toy: Path) -> None:
    due = date(2032, 3, 11)  # 365 days after the 12th and 366 after the 11th: a leap year
    assert told(toy, due) == [("stale-review", Severity.WARNING)]
    assert told(toy, date(2032, 3, 10)) == []


def test_build_finds_the_same_on_every_day() -> None:
    assert checks.run(load_sound(TOY)) == []
    loaded = load_sound(TOY)
    assert loaded.clock == NEWEST
    assert loaded.today is None


def test_limits_are_read_and_absent_ones_have_defaults(toy: Path, write: Write) -> None:
    write("site_config/rules.yml", "quotation_limit: 0.5\nclaims_per_passage: 7\n")
    loaded, problems = corpus.load(toy)
    assert loaded is not None
    assert problems == []
    assert (loaded.rules.quotation_limit, loaded.rules.claims_per_passage) == (0.5, 7)
    assert loaded.rules.alike == load_sound(TOY).rules.alike == 92


def test_link_for_the_limits_is_not_followed(toy: Path) -> None:
    (toy / "site_config/rules.yml").symlink_to("nowhere")
    assert told(toy) == [("unreadable-file", Severity.ERROR)]


@pytest.mark.parametrize(("today", "told_of"), [(None, []), (LAST, []), (AFTER, ["too-short"])])
def test_short_quotation_can_be_excused(
    toy: Path, edit: Edit, today: date | None, told_of: list[str]
) -> None:
    file = "content/sources/otterby-herald-ferry.yml"
    short = f"    quote: Nine members\n{textwrap.indent(excused('too-short'), '    ')}"
    edit(file, "    quote: Nine members voted in favour and two against\n", short)
    seal_again(toy)
    codes = [code for code, _ in told(toy, today)]
    assert codes == told_of
    loaded, _ = corpus.load(toy)
    assert loaded is not None
    assert loaded.verified["otterby-herald-ferry#vote"].state is State.VERBATIM
