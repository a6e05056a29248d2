"""Dated entries counted by period, as bars that lead to lists."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator import urls
from generator.charts.bars import Bar, Group, KeyEntry, Part, bars
from generator.charts.periods import period_of, periods
from generator.charts.table import Value
from generator.pages.pictures.framed import Told, framed, number, picture

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.charts.periods import Period
    from generator.charts.timeline import Sign
    from generator.pages.linking import Linker
    from generator.pages.pictures.entries import Entry
    from generator.pages.views import Picture
    from generator.words import Words


def by_period(
    to: Linker,
    name: str,
    title: str,
    entries: Sequence[Entry],
    parts: Sequence[Sign],
    first: str,
    note: str,
) -> Picture:
    """Count entries, which stand by date, by month or longer.

    A bar leads to the page of the list from ``first`` on that holds its first entry.
    """
    say = to.words
    used = {entry.part for entry in entries}
    shown = [part for part in parts if part in used]
    counts, starts = _counted(entries)
    told = Told(
        name=name,
        title=title,
        description=say.t("Bars as long as the number of entries; each leads to their list."),
        head=(say.t("Period"), *(part.text for part in shown)),
        notes=(note,),
    )
    rows = tuple(
        (_label(say, period), *(number(to, found[part]) for part in shown))
        for period, found in counts.items()
    )
    frame = framed(to, told, rows)
    drawn = tuple(
        _bar(to, period, found, shown, urls.list_page(first, starts[period] // urls.PER_PAGE + 1))
        for period, found in counts.items()
    )
    group = Group(heading=say.t("By period"), description=told.description, bars=drawn)
    key = [KeyEntry(part.style, part.text) for part in shown]
    return picture(to, told, frame, bars(frame, [group], key))


def _counted(
    entries: Sequence[Entry],
) -> tuple[Mapping[Period, Counter[Sign]], Mapping[Period, int]]:
    found = periods(entry.day for entry in entries)
    years = found[0][0].years
    counts: dict[Period, Counter[Sign]] = {period: Counter() for period, _ in found}
    starts: dict[Period, int] = {}
    for place, entry in enumerate(entries):
        period = period_of(entry.day, years)
        counts[period][entry.part] += 1
        starts.setdefault(period, place)
    return counts, starts


def _label(say: Words, period: Period) -> Value:
    first, last = str(period.start.year), str(period.last)
    if first == last:
        return Value(say.day(period.start), str(period.start))
    return Value(say.t("{first} to {last}", first=first, last=last), f"{first}/{last}")


def _bar(to: Linker, period: Period, found: Counter[Sign], shown: Sequence[Sign], page: str) -> Bar:
    say, total = to.words, found.total()
    label = _label(say, period).text
    return Bar(
        label=label,
        parts=tuple(Part(count=found[part], style=part.style) for part in shown),
        number=say.number(total),
        href=to.final(page),
        says=say.n("{period}: {n} entry", "{period}: {n} entries", total, period=label),
    )
