"""The views of the editorial rules: what each asks for, and who is excused from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape, prose, rules, urls, words
from generator.escape import Safe
from generator.explanation import written
from generator.pages.blocks import blocks
from generator.pages.leaf import rest, views
from generator.pages.linking import Linker
from generator.pages.stretch import stretches
from generator.pages.views import EntryRow, Fact, Listing, RulePage, Section, SectionsPage
from generator.problems import Severity
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.edition import Edition
    from generator.pages.views import Row, View
    from generator.rules import Held, Place, Rule


INTRO = (
    "What the machine checks before a check is published, beyond the form of the records. "
    "A record that does not fit a rule says why, and until when."
)
INTRO_LINK = "All messages of the machine."


def rule_pages(edition: Edition, known: Mapping[str, Rule]) -> Iterator[View]:
    """Make the page of each rule and the index of all."""
    excuses: dict[str, list[Held]] = {code: [] for code in known}
    for held in rules.excuses(edition.corpus):
        if held.excuse.rule in excuses and held.holds(edition.corpus):
            excuses[held.excuse.rule].append(held)
    yield _index(edition, known.values())
    for rule in known.values():
        yield from _rule(edition, rule, excuses[rule.code])


def _index(edition: Edition, known: Iterable[Rule]) -> View:
    to = Linker(edition, urls.RULES)
    rows: dict[Severity, list[Row]] = {severity: [] for severity in Severity}
    for rule in known:
        link = to.to(words.of_code(rule.code), urls.rule(rule.code))
        row = EntryRow(link=link, meta=words.EXCUSABLE[rule.excusable], text=rule.title)
        rows[rule.severity].append(row)
    return SectionsPage(
        path=urls.RULES,
        title="Rules",
        description="What the machine checks before a check is published.",
        intro=escape.join([escape.text(INTRO), to.to(INTRO_LINK, urls.PROBLEMS)], " "),
        sections=tuple(
            Section(
                heading=words.SEVERITY[severity],
                anchor=Safe(f"_{severity}"),
                listing=Listing(rows=tuple(found), pager=Safe(""), total=""),
            )
            for severity, found in rows.items()
        ),
    )


def _rule(edition: Edition, rule: Rule, excuses: list[Held]) -> list[View]:
    path, title = urls.rule(rule.code), words.of_code(rule.code)

    def row(to: Linker, number: str) -> Row:
        held = excuses[int(number)]
        until = f"until {words.day(held.excuse.until)}"
        return EntryRow(link=_link(to, held.place), meta=until, text=held.excuse.reason)

    numbers = [str(number) for number in range(len(excuses))]
    listed = stretches(path, title, numbers, row, words.count(len(excuses), "excuse"))
    examples = written(rule.code)
    page = RulePage(
        path=path,
        title=title,
        description=rule.title,
        intro=rule.title,
        text=prose.render(rule.text),
        facts=tuple(_facts(Linker(edition, path), rule)),
        wrong=blocks(examples["Wrong"]),
        right=blocks(examples["Right"]),
        excuses=listed[0].listing(edition),
    )
    return [page, *views(edition, rest(listed))]


def _facts(to: Linker, rule: Rule) -> Iterator[Fact]:
    yield Fact(label="When it is broken", value=words.SEVERITY[rule.severity])
    yield Fact(label="Excuses", value=words.EXCUSABLE[rule.excusable].capitalize())
    yield Fact(label="In messages", value=rule.code)
    yield Fact(label="Compare", value=to.to("all rules", urls.RULES))


def _link(to: Linker, place: Place) -> Safe:
    corpus, (kind, id_, passage) = to.corpus, place
    if kind is Kind.CLAIM:
        return to.claim(corpus.claims[id_])
    if kind is Kind.SOURCE:
        source = to.source(corpus.sources[id_], passage)
        return Safe(f"{source} {escape.text(f'(the passage {passage})')}") if passage else source
    return {Kind.PERSON: to.person, Kind.TOPIC: to.topic, Kind.EVENT: to.event}[kind](id_)
