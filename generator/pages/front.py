"""What the home page shows of the records: figures, checks to start with, and the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from generator import escape, urls, words
from generator.escape import Safe
from generator.pages.lists import claim_row
from generator.pages.render import render_rows
from generator.records import Kind, Question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.pages.linking import Linker
    from generator.records import Claim
    from generator.words import Words

NEWEST = 6


def newest(to: Linker) -> Safe:
    """List the newest checks that do not stand among the featured ones."""
    featured = set(to.corpus.publisher.featured)
    return _rows(to, [c for c in to.corpus.newest_claims if c.id not in featured][:NEWEST])


def important(to: Linker) -> Safe:
    """List the claims that the publisher features, in its order; the newest where it has none."""
    claims = to.corpus.claims
    # One that is wrong in the file is a problem there, and missing here.
    featured = [claims[id_] for id_ in to.corpus.publisher.featured if id_ in claims]
    return _rows(to, featured or to.corpus.newest_claims[:NEWEST])


def _rows(to: Linker, claims: Iterable[Claim]) -> Safe:
    return render_rows([claim_row(to, claim.id) for claim in claims], to.edition.language)


def figures(to: Linker) -> Safe:
    """Count what there is, each figure with a link to what it counts."""
    say, corpus = to.words, to.corpus
    claims, sources = len(corpus.claims), len(corpus.sources)
    quoted = sum(len(source.passages) for source in corpus.sources.values())
    counted = (
        (say.n("{n} claim", "{n} claims", claims, n=_large(say, claims)), urls.index(Kind.CLAIM)),
        (
            say.n("{n} source", "{n} sources", sources, n=_large(say, sources)),
            urls.index(Kind.SOURCE),
        ),
        (
            say.n(
                "{n} quotation, compared word for word",
                "{n} quotations, compared word for word",
                quoted,
                n=_large(say, quoted),
            ),
            urls.VERIFICATION,
        ),
    )
    links = [to.to(label, page) for label, page in counted]
    rows = "\n".join(f"    -   {link}" for link in links)
    return Safe(f'!!! fc-figures ""\n\n{rows}')


def _large(say: Words, number: int) -> Safe:
    return Safe(f"**{say.number(number)}**")


def search_form(to: Linker) -> Safe:
    """Make a field that leads to the page of the search, without a script too."""
    label = to.words.t("Search the checks")
    form = Element("form", {"class": "fc-ask"})  # the landmark is that of the header
    form.set("action", urls.final(to.path, urls.SEARCH))
    attributes = {"type": "search", "name": "q", "aria-label": label, "placeholder": label}
    SubElement(form, "input", attributes)
    SubElement(form, "button", {"type": "submit"}).text = to.words.t("Search")
    return escape.element(form)


def verdicts(to: Linker) -> Safe:
    """Name each verdict that was given with the number of its claims, by question."""
    used = to.corpus.links.claims_of_verdict
    boxes = []
    for question in Question:
        rows = [
            f"    -   {to.verdict(rating)} {to.words.number(len(used[rating.id]))}"
            for rating in to.corpus.ratings.values()
            if rating.asks is question and used.get(rating.id)
        ]
        if rows:
            title = escape.text(to.words.t(words.QUESTION[question]))
            boxes.append(f'!!! fc-spread "{title}"\n\n' + "\n".join(rows))
    return Safe("\n\n".join(boxes))
