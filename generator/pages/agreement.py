"""The views of where sources agree and disagree: the matrix, and a page for each two."""

from __future__ import annotations

import posixpath
from functools import partial
from typing import TYPE_CHECKING

from generator import escape, urls, words
from generator.charts.agreement import MOST
from generator.escape import Safe
from generator.pages.leaf import Leaf, rest
from generator.pages.linking import Linker
from generator.pages.pictures import matrix
from generator.pages.pictures.sides import most_connected, shared, sides
from generator.pages.stretch import stretches
from generator.pages.views import AgreementPage, EntryRow, Section, SectionsPage, named
from generator.records import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.edition import Edition
    from generator.pages.pictures.sides import Pair, Shared
    from generator.pages.stretch import Stretch
    from generator.records import Claim


def agreement_pages(edition: Edition) -> Iterator[Leaf]:
    """Find the page of all sources, and the pages of the pairs that it shows."""
    yield Leaf(path=urls.AGREEMENT, make=_first)
    for pair, what in _seen(edition)[1].items():
        yield from _pair_pages(edition, pair, what)


def _seen(edition: Edition) -> tuple[Sequence[str], Mapping[Pair, Shared], int]:
    """Return the sources that are shown, what each two share, and how many share any claim."""
    every = shared(edition.corpus)
    ids = sorted(most_connected(every, MOST), key=lambda id_: _age(edition, id_))
    shown = {pair: what for pair, what in every.items() if set(pair) <= set(ids)}
    return ids, shown, len({id_ for pair in every for id_ in pair})


def _first(edition: Edition) -> AgreementPage:
    to, say = Linker(edition, urls.AGREEMENT), edition.words
    ids, shown, connected = _seen(edition)
    return AgreementPage(
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


def _pair_pages(edition: Edition, pair: Pair, what: Shared) -> Iterator[Leaf]:
    found = {"_agree": what.agree, "_disagree": what.disagree}
    lists = [_claims(edition, pair, anchor, ids) for anchor, ids in found.items() if ids]
    yield Leaf(
        path=urls.pair(*pair),
        make=partial(_pair, pair=pair),
        stretches=tuple(listed[0] for listed in lists),
    )
    yield from rest(*lists)


def _claims(edition: Edition, pair: Pair, anchor: str, ids: Sequence[str]) -> tuple[Stretch, ...]:
    path, say = urls.pair(*pair), edition.words
    headings = {
        "_agree": say.t("Claims on which they agree"),
        "_disagree": say.t("Claims on which they disagree"),
    }
    return stretches(
        path,
        headings[anchor],
        sorted(ids, key=edition.corpus.rank.__getitem__),
        partial(_row, pair=pair),
        say.n("{n} claim", "{n} claims", len(ids)),
        list_first=urls.sub_list(path, anchor.strip("_")),
    )


def _pair(edition: Edition, *lists: Stretch, pair: Pair) -> SectionsPage:
    say, to = edition.words, Linker(edition, urls.pair(*pair))
    one, other = (edition.corpus.sources[id_] for id_ in pair)
    both = say.safe("{one} and {other}.", one=to.source_short(one), other=to.source_short(other))
    note = say.t("Both go back to one origin: where they agree, that counts as one source.")
    back = to.to(say.t("Back to all sources"), urls.AGREEMENT)
    intro = [both, *([say.safe(note)] if one.origin == other.origin else []), back]
    return SectionsPage(
        path=to.path,
        title=say.t("Two sources compared"),
        description=say.t("The claims on which two sources agree and disagree."),
        intro=Safe(" ".join(intro)),
        sections=tuple(_section(edition, listed) for listed in lists),
    )


def _section(edition: Edition, claims: Stretch) -> Section:
    name = posixpath.basename(claims.stem).removesuffix(".md")
    return Section(heading=claims.title, anchor=Safe(f"_{name}"), listing=claims.listing(edition))


def _row(to: Linker, claim_id: str, pair: Pair) -> EntryRow:
    claim = to.corpus.claims[claim_id]
    return EntryRow(link=to.claim(claim), meta=_stances(to, claim, pair))


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
