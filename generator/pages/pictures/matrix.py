"""The matrix of sources that share claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import urls
from generator.charts.agreement import Meanings, Pair, matrix
from generator.charts.table import Link
from generator.pages.linking import source_short
from generator.pages.pictures.framed import Told, framed, number, picture
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.pages.linking import Linker
    from generator.pages.pictures import sides
    from generator.pages.pictures.framed import Cells
    from generator.pages.views import Picture

NAME = "agreement"


def of_sources(to: Linker, ids: Sequence[str], found: Mapping[sides.Pair, sides.Shared]) -> Picture:
    """Draw the sources of ``ids`` in their order; ``found`` are the pairs among them."""
    say = to.words
    told = Told(
        name=NAME,
        title=say.t("On how many claims two sources agree and disagree"),
        description=say.t("A cell for each two sources; it leads to the claims that they share."),
        head=(
            say.t("Source"),
            say.t("Other source"),
            say.t("Agree"),
            say.t("Disagree"),
            say.t("One origin"),
        ),
    )
    names = [_link(to, id_) for id_ in ids]
    places = {id_: place for place, id_ in enumerate(ids)}
    pairs = sorted(
        (_pair(to, places, names, pair, what) for pair, what in found.items()),
        key=lambda pair: (pair.row, pair.column),
    )
    frame = framed(to, told, tuple(_row(to, names, pair) for pair in pairs))
    meanings = Meanings(
        agree=say.t("claims on which they stand on the same side"),
        disagree=say.t("claims on which they stand on opposite sides"),
        one_origin=say.t("both go back to one origin and count as one source"),
    )
    return picture(to, told, frame, matrix(frame, names, pairs, meanings))


def _link(to: Linker, id_: str) -> Link:
    text = source_short(to.corpus.sources[id_], to.words)
    return Link(text, to.final(urls.page(Kind.SOURCE, id_)))


def _pair(
    to: Linker,
    places: Mapping[str, int],
    names: Sequence[Link],
    pair: sides.Pair,
    what: sides.Shared,
) -> Pair:
    column, row = sorted(places[id_] for id_ in pair)
    one, other = (to.corpus.sources[id_] for id_ in pair)
    says = to.words.t(
        "{one} and {other}: agree on {agree}, disagree on {disagree}",
        one=names[column].text,
        other=names[row].text,
        agree=to.words.number(len(what.agree)),
        disagree=to.words.number(len(what.disagree)),
    )
    return Pair(
        row=row,
        column=column,
        agree=len(what.agree),
        disagree=len(what.disagree),
        one_origin=one.origin == other.origin,
        href=to.final(urls.pair(*pair)),
        says=says,
    )


def _row(to: Linker, names: Sequence[Link], pair: Pair) -> Cells:
    return (
        names[pair.column],
        names[pair.row],
        number(to, pair.agree),
        number(to, pair.disagree),
        to.words.t("yes") if pair.one_origin else to.words.t("no"),
    )
