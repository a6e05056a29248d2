"""Hand-written pages: Markdown with live figures from a closed set of placeholders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import escape, prose, urls, words
from generator.escape import Safe
from generator.pages.linking import Linker
from generator.pages.lists import claim_row
from generator.pages.render import render_rows
from generator.problems import Position, Problem, nearest
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.corpus import Corpus

NEWEST = 8
_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


@dataclass(frozen=True)
class HandwrittenPage:
    """A Markdown file of ``content/pages``: its path there, its file, its text."""

    path: str
    file: str
    text: str


def _figure(number: int, one: str, many: str = "") -> Safe:
    return escape.text(words.count(number, one, many))


def _newest(to: Linker) -> Safe:
    return render_rows([claim_row(to, claim) for claim in to.corpus.newest_claims[:NEWEST]])


def _licence(to: Linker) -> Safe:
    licence = to.corpus.publisher.licence
    return escape.link(licence.name, licence.url)


def _contact(to: Linker) -> Safe:
    contact = to.corpus.publisher.contact
    return escape.link(contact, f"mailto:{contact}")


def _repository(to: Linker) -> Safe:
    address = to.corpus.publisher.repository
    return escape.link(address, address) if address else Safe("a repository")


def _staff(to: Linker) -> Safe:
    staff = to.corpus.publisher.staff.values()
    return Safe(
        "\n".join(
            f"- **{escape.text(s.name)}:** {escape.text(s.role or '')}".rstrip() for s in staff
        )
    )


def _two_people(to: Linker) -> Safe:
    rule = to.corpus.publisher.review
    if rule.two_people:
        return Safe("No check is published before somebody other than its author reviewed it.")
    return escape.text(f"The rule that two people see each check is off: {rule.reason}")


def _quotations(to: Linker) -> Safe:
    number = sum(len(source.passages) for source in to.corpus.sources.values())
    return _figure(number, "quotation")


PLACEHOLDERS: dict[str, Callable[[Linker], Safe]] = {
    "publisher": lambda to: escape.text(to.corpus.publisher.name),
    "tagline": lambda to: escape.text(to.corpus.publisher.tagline),
    "claims": lambda to: _figure(len(to.corpus.claims), "claim"),
    "sources": lambda to: _figure(len(to.corpus.sources), "source"),
    "people": lambda to: _figure(len(to.corpus.people), "person or body", "people and bodies"),
    "quotations": _quotations,
    "newest_claims": _newest,
    "as_of": lambda to: escape.text(words.day(to.corpus.as_of)),
    "contact": _contact,
    "repository": _repository,
    "licence": _licence,
    "staff": _staff,
    "two_people": _two_people,
    "verdicts": lambda to: to.to("rating scale", urls.index(Kind.RATING)),
}


def check(page: HandwrittenPage) -> Iterator[Problem]:
    """Find placeholders that do not exist, and HTML that has no place in a page."""
    for number, row in enumerate(page.text.split("\n"), 1):
        for found in _PLACEHOLDER.finditer(row):
            if found[1] not in PLACEHOLDERS:
                start, end = found.start(1) + 1, found.end(1) + 1
                at = Position(page.file, number, start, number, end)
                said = f"there is no live figure '{found[1]}'"
                yield Problem("unknown-placeholder", at, said, _hint(found[1]))
    for number, html in prose.raw_html(page.text):
        at = Position(page.file, number)
        said = f"raw HTML or attributes are not used in hand-written pages: {html[:40]}"
        yield Problem("raw-html", at, said, "write it in Markdown")


def _hint(name: str) -> str:
    return nearest(name, PLACEHOLDERS) or "known: " + ", ".join(PLACEHOLDERS)


def fill(page: HandwrittenPage, corpus: Corpus) -> str:
    """Put the figures of ``corpus`` into a page that ``check`` found sound."""
    to = Linker(corpus, page.path)
    return _PLACEHOLDER.sub(lambda found: PLACEHOLDERS[found[1]](to), page.text)
