"""The views of where sources agree and disagree: the matrix, and a page for each two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import escape, urls, words
from generator.charts.agreement import MOST
from generator.escape import Safe
from generator.pages.linking import Linker
from generator.pages.lists import paged
from generator.pages.pictures import matrix
from generator.pages.pictures.sides import most_connected, shared, sides
from generator.pages.views import AgreementPage, EntryRow, Section, SectionsPage, named
from generator.records import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.edition import Edition
    from generator.pages.pictures.sides import Pair, Shared
    from generator.pages.views import Row, View
    from generator.records import Claim


def agreement_pages(edition: Edition) -> Iterator[View]:
    """Make the page of all sources, and the pages of the pairs that it shows."""
    to, say = Linker(edition, urls.AGREEMENT), edition.words
    every = shared(edition.corpus)
    ids = sorted(most_connected(every, MOST), key=lambda id_: _age(edition, id_))
    shown = {pair: what for pair, what in every.items() if set(pair) <= set(ids)}
    connected = len({id_ for pair in every for id_ in pair})
    yield AgreementPage(
        path=urls.AGREEMENT,
        title=say.t("Where sources disagree"),
        description=say.t("On which claims the captured sources agree, and on which they do not."),
        intro=say.t(
            "On which claims the captured sources stand on the same side, and on which they do not."
        ),
        pictures=named(matrix.of_sources(to, ids, shown) if shown else None),
        sources=escape.join((to.source_short(edition.corpus.sources[id_]) for id_ in ids), " · "),
        left_out=_left_out(edition, len(ids), connected),
    )
    for pair, what in shown.items():
        yield from _pair_pages(edition, pair, what)


def _age(edition: Edition, id_: str) -> tuple[str, str]:
    return str(edition.corpus.sources[id_].published or "9"), id_


def _left_out(edition: Edition, shown: int, connected: int) -> str:
    if shown == connected:
        return ""
    return edition.words.t(
        "Shown are the {shown} sources that share the most claims with others, of {all} that "
        "share any.",
        shown=edition.words.number(shown),
        all=edition.words.number(connected),
    )


def _pair_pages(edition: Edition, pair: Pair, what: Shared) -> Iterator[View]:
    path, say = urls.pair(*pair), edition.words
    to = Linker(edition, path)
    one, other = (edition.corpus.sources[id_] for id_ in pair)
    parts = (
        ("_agree", say.t("Claims on which they agree"), what.agree),
        ("_disagree", say.t("Claims on which they disagree"), what.disagree),
    )
    sections, more = [], []
    for anchor, heading, ids in parts:
        if ids:
            section, pages = _section(edition, pair, anchor, heading, ids)
            sections.append(section)
            more += pages
    both = say.safe("{one} and {other}.", one=to.source_short(one), other=to.source_short(other))
    note = say.t("Both go back to one origin: where they agree, that counts as one source.")
    back = to.to(say.t("Back to all sources"), urls.AGREEMENT)
    intro = [both, *([say.safe(note)] if one.origin == other.origin else []), back]
    yield SectionsPage(
        path=path,
        title=say.t("Two sources compared"),
        description=say.t("The claims on which two sources agree and disagree."),
        intro=Safe(" ".join(intro)),
        sections=tuple(sections),
    )
    yield from more


def _section(
    edition: Edition, pair: Pair, anchor: str, heading: str, ids: Sequence[str]
) -> tuple[Section, list[View]]:
    path, rank = urls.pair(*pair), edition.corpus.rank

    def row(to: Linker, id_: str) -> Row:
        claim = to.corpus.claims[id_]
        return EntryRow(link=to.claim(claim), meta=_stances(to, claim, pair))

    listing, more = paged(
        edition,
        path,
        heading,
        sorted(ids, key=rank.__getitem__),
        row,
        edition.words.n("{n} claim", "{n} claims", len(ids)),
        list_first=urls.sub_list(path, anchor.strip("_")),
    )
    return Section(heading=heading, anchor=Safe(anchor), listing=listing), more


def _stances(to: Linker, claim: Claim, pair: Pair) -> Safe:
    found = sides(claim)
    parts = [to.verdict_of(claim)]
    for id_ in pair:
        stances = [to.words.t(words.STANCE[s]) for s in Stance if s in found[id_]]
        source = to.source_short(to.corpus.sources[id_])
        parts.append(
            to.words.safe("{source}: {stances}", source=source, stances=", ".join(stances))
        )
    return Safe(" · ".join(parts))
