"""The view of the search page: a place for the script, and lists that need none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.escape import Safe
from generator.pages.linking import Linker
from generator.pages.views import EntryRow, SearchPage
from generator.records import Kind

if TYPE_CHECKING:
    from generator.edition import Edition
    from generator.words import Words


def search_page(edition: Edition) -> SearchPage:
    """Make the search page of a language."""
    to, say = Linker(edition, urls.SEARCH), edition.words
    table = urls.published("", urls.index(Kind.CLAIM))
    return SearchPage(
        path=urls.SEARCH,
        title=say.t("Search"),
        description=say.t("Search all checks, sources, people and topics by words."),
        without=say.t(
            "Searching needs JavaScript. Without it, the lists below lead to every check."
        ),
        lead=say.t("Every check, source and person stands in these lists too."),
        table=Safe(table if edition.corpus.is_filtered else ""),
        lists=tuple(
            EntryRow(link=to.to(name, page), meta=told) for name, page, told in _lists(say)
        ),
    )


def _lists(say: Words) -> tuple[tuple[str, str, str], ...]:
    return (
        (say.t("Claims"), urls.index(Kind.CLAIM), say.t("newest check first")),
        (say.t("Rating scale"), urls.index(Kind.RATING), say.t("claims by their verdict")),
        (say.t("People and bodies"), urls.index(Kind.PERSON), say.t("claims by who said them")),
        (say.t("Topics"), urls.index(Kind.TOPIC), say.t("claims by their subject")),
        (say.t("Sources"), urls.index(Kind.SOURCE), say.t("with every quoted passage")),
        (say.t("Timeline"), urls.TIMELINE, say.t("claims by the day on which they were said")),
    )
