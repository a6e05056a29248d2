"""Dated entries as a timeline, or as bars by period where they are too many for one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.charts.periods import months_between, within
from generator.charts.timeline import MOST, Course, Known, Mark, Moment, Sign, timeline
from generator.pages.pictures.entries import known
from generator.pages.pictures.framed import Told, dated, framed, picture
from generator.pages.pictures.history import by_period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Sized

    from generator.pages.linking import Linker
    from generator.pages.pictures.entries import Entry
    from generator.pages.pictures.framed import Rows
    from generator.pages.views import Picture
    from generator.words import Words

NAME = "over-time"
FEWEST = 3  # entries of a picture without a contradiction
_PAUSE = 3  # months without an entry that are told in words
_IN_YEARS = 24  # months from which a pause is told in years
_MONTHS = 12


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What a picture over time shows.

    ``entries`` stand by date; ``arcs`` are the keys of those that contradict each other, the
    earlier first. ``first`` is the page on which a list of the entries by date begins.
    ``undated`` counts what has no date. ``parts`` are the parts of bars in their order.
    """

    title: str
    entries: Sequence[Entry]
    first: str
    parts: Sequence[Sign]
    arcs: tuple[tuple[str, str], ...] = ()
    undated: int = 0


def over_time(to: Linker, shown: Shown) -> Picture | None:
    """Show what happened when; None when a list tells as much."""
    if len(shown.entries) < FEWEST and not shown.arcs:
        return None
    note = _without_date(to.words, shown.undated)
    if is_long(shown.entries):
        return by_period(to, NAME, shown.title, shown.entries, shown.parts, shown.first, note)
    say = to.words
    told = Told(
        name=NAME,
        title=shown.title,
        description=say.t("Entries by date, oldest first; each leads to its page."),
        head=(say.t("Date"), say.t("Entry"), say.t("What it is"), say.t("Contradicts")),
        notes=(say.t("Rows follow each other in time; the distances are not to scale."), note),
    )
    frame = framed(to, told, _rows(to, shown))
    course = Course(
        moments=tuple(_moments(say, shown.entries)),
        arcs=shown.arcs,
        signs=tuple(_signs(say, shown)),
    )
    return picture(to, told, frame, timeline(frame, course))


def is_long(entries: Sized) -> bool:
    """Whether the entries are too many for a timeline, so that bars must lead to a list."""
    return len(entries) > MOST


def _without_date(say: Words, undated: int) -> str:
    if not undated:
        return ""
    return say.n(
        "{n} claim is left out: when it was made is not known.",
        "{n} claims are left out: when they were made is not known.",
        undated,
    )


def _rows(to: Linker, shown: Shown) -> Rows:
    titles = {entry.key: entry.link.text for entry in shown.entries}
    against: dict[str, list[str]] = {}
    for one, other in shown.arcs:
        against.setdefault(one, []).append(titles[other])
        against.setdefault(other, []).append(titles[one])
    return tuple(
        (
            dated(to, entry.day),
            entry.link,
            entry.sort.text,
            " · ".join(against.get(entry.key, ())),
        )
        for entry in shown.entries
    )


def _moments(say: Words, entries: Sequence[Entry]) -> Iterator[Moment]:
    groups = [(day, list(group)) for day, group in groupby(entries, key=lambda e: e.day)]
    inside = within([day for day, _ in groups])
    for number, (day, group) in enumerate(groups):
        months = months_between(groups[number - 1][0], day) if number else 0
        yield Moment(
            when=say.day(day),
            known=known(day),
            marks=tuple(map(_mark, group)),
            within=inside[number],
            pause=_pause(say, months),
        )


def _mark(entry: Entry) -> Mark:
    return Mark(
        key=entry.key,
        sign=entry.sort.sign,
        style=entry.sort.style,
        href=entry.link.href,
        says=entry.says,
        other=entry.other,
    )


def _pause(say: Words, months: int) -> str:
    if months < _PAUSE:
        return ""
    if months < _IN_YEARS:
        return say.n("{n} month later", "{n} months later", months)
    years = months // _MONTHS
    return say.n("more than {n} year later", "more than {n} years later", years)


def _signs(say: Words, shown: Shown) -> Iterator[Sign]:
    order = {part: place for place, part in enumerate(shown.parts)}
    sorts = dict.fromkeys(entry.sort for entry in shown.entries)
    yield from sorted(sorts, key=lambda sort: order.get(sort, len(order)))
    used = {known(entry.day) for entry in shown.entries}
    told = {
        Known.DAY: say.t("The day is known"),
        Known.MONTH: say.t("Only the month is known"),
        Known.YEAR: say.t("Only the year is known"),
    }
    if used != {Known.DAY}:
        yield from (Sign("", f"fc-{k}", text) for k, text in told.items() if k in used)
    if shown.arcs:
        yield Sign("", "fc-arc", say.t("Contradict each other"))
    if any(entry.other for entry in shown.entries):
        yield Sign("", "fc-grey fc-other", say.t("Said by somebody else"))
