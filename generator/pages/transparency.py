"""The view of the self-report: which transparency rules of the codes the site's data shows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator import escape, transparency, urls
from generator.escape import Safe
from generator.pages.linking import Linker
from generator.pages.views import Fact, ReportPart, TransparencyPage
from generator.transparency import Shown
from generator.words import message

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.edition import Edition
    from generator.transparency import Code, Found, Item

SHOWN = {
    Shown.YES: message("✓ Shown"),
    Shown.PARTLY: message("◐ Partly shown"),
    Shown.NO: message("✗ Not shown"),
    Shown.PEOPLE: message("? For people to judge"),
}


def transparency_page(edition: Edition, pages: Collection[str]) -> TransparencyPage:
    """Make the page; ``pages`` are the paths of the hand-written pages."""
    site = transparency.Site(corpus=edition.corpus, pages=pages)
    to, say = Linker(edition, urls.TRANSPARENCY), edition.words
    found = {code: [(item, item.find(site)) for item in code.items] for code in transparency.CODES}
    counted = Counter(result.shown for rows in found.values() for _, result in rows)
    return TransparencyPage(
        path=urls.TRANSPARENCY,
        title=say.t("Self-report on transparency"),
        description=say.t("What the data of this site shows of what the codes ask for."),
        intro=say.t(
            "What the data of this site shows of the transparency that the codes of fact-checkers "
            "ask for. The site claims no membership of the IFCN or the EFCSN: whether a newsroom "
            "keeps a code is assessed by people."
        ),
        summary=tuple(
            Fact(label=say.t(SHOWN[shown]), value=say.number(counted[shown])) for shown in Shown
        ),
        parts=tuple(
            _part(to, number, code, rows) for number, (code, rows) in enumerate(found.items())
        ),
        note=say.t(
            "The items are told in our own words. Of the code of the EFCSN only the aims named in "
            "its opening are listed, not each criterion."
        ),
    )


def _part(to: Linker, number: int, code: Code, rows: list[tuple[Item, Found]]) -> ReportPart:
    link = escape.link(to.words.t("The text of the code"), code.url)
    return ReportPart(
        heading=to.words.t(code.heading),
        anchor=Safe(f"_code-{number + 1}"),
        link=link,
        facts=tuple(_fact(to, item, result) for item, result in rows),
    )


def _fact(to: Linker, item: Item, found: Found) -> Fact:
    say = to.words
    numbers = {"part": say.number(found.part), "whole": say.number(found.whole)}
    told = escape.text(say.t(found.sentence, **numbers))
    if found.page:
        told = escape.join([told, to.to(say.t("Look"), found.page)], " ")
    shown = escape.text(say.t(SHOWN[found.shown]))
    return Fact(label=say.t(item.asks), value=Safe(f"**{shown}.** {told}"))
