"""The views of the problem codes: what each means, with an example that is wrong and mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls, words
from generator.escape import Safe
from generator.explanation import explanations
from generator.pages.blocks import blocks
from generator.pages.linking import Linker
from generator.pages.views import EntryRow, Fact, Listing, ProblemPage, Section, SectionsPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.edition import Edition
    from generator.explanation import Explanation
    from generator.pages.views import View
    from generator.rules import Rule


def problem_pages(edition: Edition, known: Mapping[str, Rule]) -> Iterator[View]:
    """Make the index of all codes and the pages of those that are not of the rules ``known``."""
    groups = explanations(known)
    yield _index(edition, groups)
    for group in groups.values():
        yield from (_page(edition, told) for told in group.values() if told.rule is None)


def _index(edition: Edition, groups: Mapping[str, Mapping[str, Explanation]]) -> View:
    to = Linker(edition, urls.PROBLEMS)
    return SectionsPage(
        path=urls.PROBLEMS,
        title="What the messages mean",
        description="What the messages of the machine mean, with an example of each.",
        intro=(
            "Each message of the machine ends in a code; the page of the code shows what is wrong, "
            "why it matters and how to mend it. The examples are from Otterby, a town that does "
            "not exist."
        ),
        sections=tuple(_section(to, name, group.values()) for name, group in groups.items()),
    )


def _section(to: Linker, name: str, group: Iterable[Explanation]) -> Section:
    rows = tuple(
        EntryRow(
            link=to.to(words.of_code(told.code), urls.problem(told.code)),
            meta=told.code,
            text=told.sentence,
        )
        for told in group
    )
    anchor = Safe("_" + name.lower().replace(" ", "-"))
    listing = Listing(rows=rows, pager=Safe(""), total="")
    return Section(heading=name, anchor=anchor, listing=listing)


def _page(edition: Edition, told: Explanation) -> View:
    path = urls.problem(told.code)
    return ProblemPage(
        path=path,
        title=words.of_code(told.code),
        description=told.sentence,
        intro=told.sentence,
        why=blocks(told.why),
        facts=tuple(_facts(Linker(edition, path), told)),
        wrong=blocks(told.wrong),
        right=blocks(told.right),
        mend=blocks(told.mend),
    )


def _facts(to: Linker, told: Explanation) -> Iterator[Fact]:
    yield Fact(label="When it is found", value=words.EFFECT[told.effect])
    yield Fact(label="Excuses", value=words.excuses(told.rule))
    yield Fact(label="In messages", value=told.code)
    yield Fact(label="Compare", value=to.to("all problems", urls.PROBLEMS))
