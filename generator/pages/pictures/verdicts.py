"""How many claims have which verdict, in the order of the scale, by question."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator import urls, words
from generator.charts.bars import Bar, Group, Part, bars
from generator.pages.pictures.framed import Told, framed, number, picture
from generator.records import Kind, Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.pages.linking import Linker
    from generator.pages.views import Picture
    from generator.records import Rating

NAME = "verdicts"
FEWEST = 3  # claims of a picture


def of_site(to: Linker) -> Picture:
    """Show the whole scale; every bar leads to the claims with that verdict."""
    found = to.corpus.links.claims_of_verdict
    ratings = list(to.corpus.ratings.values())
    counts = {rating.id: len(found.get(rating.id, ())) for rating in ratings}
    return _drawn(to, to.words.t("All claims by verdict"), ratings, counts, linked=True)


def of_claims(to: Linker, title: str, claims: Iterable[str]) -> Picture | None:
    """Show the verdicts that some claims have; None when a list tells as much."""
    counts = Counter(to.corpus.claims[id_].verdict for id_ in claims)
    if counts.total() < FEWEST:
        return None
    ratings = [rating for rating in to.corpus.ratings.values() if counts[rating.id]]
    by_id = {rating.id: counts[rating.id] for rating in ratings}
    return _drawn(to, title, ratings, by_id, linked=False) if ratings else None


def _drawn(
    to: Linker, title: str, ratings: Sequence[Rating], counts: dict[str, int], *, linked: bool
) -> Picture:
    say = to.words
    told = Told(
        name=NAME,
        title=title,
        description=say.t("Bars as long as the number of claims with each verdict."),
        head=(say.t("Verdict"), say.t("Question"), say.t("Claims")),
    )
    rows = tuple(
        (rating.label, say.t(words.QUESTION[rating.asks]), number(to, counts[rating.id]))
        for rating in ratings
    )
    shown = [
        _group(to, question, [_bar(to, r, counts[r.id], linked=linked) for r in asked])
        for question in Question
        if (asked := [rating for rating in ratings if rating.asks is question])
    ]
    frame = framed(to, told, rows)
    return picture(to, told, frame, bars(frame, shown))


def _group(to: Linker, question: Question, shown: Sequence[Bar]) -> Group:
    heading = to.words.t(words.QUESTION[question])
    return Group(heading=heading, description="; ".join(map(_counted, shown)), bars=tuple(shown))


def _counted(bar: Bar) -> str:
    return f"{bar.label}: {bar.number}"


def _bar(to: Linker, rating: Rating, count: int, *, linked: bool) -> Bar:
    say = to.words
    says = say.n("{verdict}: {n} claim", "{verdict}: {n} claims", count, verdict=rating.label)
    return Bar(
        label=rating.label,
        parts=(Part(count=count, style=f"fc-{rating.colour}"),),
        number=say.number(count),
        sign=str(rating.icon),
        href=to.final(urls.page(Kind.RATING, rating.id)) if linked else "",
        says=says,
    )
