"""Corpus and hand-written pages to outputs: the whole site, before any host."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import checks, corpus, publication, reading, urls, verification
from generator.output import Output
from generator.pages import handwritten
from generator.pages.claim import claim_page
from generator.pages.example import example_page
from generator.pages.handwritten import HandwrittenPage
from generator.pages.indexes import indexes
from generator.pages.person import person_pages
from generator.pages.problems import problem_pages
from generator.pages.quality import quality_pages
from generator.pages.render import render
from generator.pages.rules import rule_pages
from generator.pages.source import source_pages
from generator.pages.subject import event_pages, topic_pages, verdict_pages
from generator.pages.verification import verification_page
from generator.problems import Position, Problem, has_errors
from generator.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from generator.corpus import Corpus
    from generator.pages.views import View

WATCHED = ("claims", "content", "site_config")


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """All that a site is made from; ``pictures`` are files beside the hand-written pages.

    ``found`` is what the editorial rules found in the records.
    """

    corpus: Corpus
    pages: tuple[HandwrittenPage, ...]
    pictures: tuple[str, ...] = ()
    found: tuple[Problem, ...] = ()


def read(
    root: Path,
    today: date | None = None,
    *,
    preview: bool = False,
    instead: Corpus | None = None,
) -> tuple[Inputs | None, list[Problem]]:
    """Read and check everything below ``root``; every problem is returned.

    Inputs are None when no site can be made of them. ``today`` is the day of a check; a build
    gives none. ``instead`` lends its publisher and ratings where those of ``root`` are broken.
    """
    records, problems = corpus.load(root, instead)
    pages, pictures, trouble = _handwritten(root)
    problems += trouble
    if records is None:
        return None, problems
    found = checks.run(records, today)
    problems += [*found, *verification.problems(records, preview=preview)]
    return (
        Inputs(corpus=records, pages=tuple(pages), pictures=tuple(pictures), found=tuple(found)),
        problems,
    )


def build(inputs: Inputs, *, drafts: bool) -> tuple[list[Output], list[Problem]]:
    """Make every page; ``drafts`` shows unfinished claims too, for a preview.

    The inputs must be free of errors. Two outputs on one path are a problem, and so are
    paths that differ only by case, which are one file on some systems.
    """
    shown = inputs.corpus if drafts else publication.public(inputs.corpus)
    outputs = [*_pages(shown, inputs.found), *_filled(inputs.pages, shown)]
    return outputs, list(_collisions(outputs))


def outputs_of(
    root: Path, *, drafts: bool, today: date | None = None, preview: bool = False
) -> tuple[list[Output], Inputs | None, list[Problem]]:
    """Read and build in one step: what every host calls."""
    inputs, problems = read(root, today, preview=preview)
    if inputs is None or has_errors(problems):
        return [], inputs, problems
    outputs, trouble = build(inputs, drafts=drafts)
    return outputs, inputs, [*problems, *trouble]


def _pages(shown: Corpus, found: tuple[Problem, ...]) -> Iterator[Output]:
    for kind, record_id, views in _views(shown):
        origin = shown.rating_file if kind is Kind.RATING else shown.file_of(kind, record_id)
        for view in views:
            yield Output(view.path, render(view), origin)
    rules = (*rule_pages(shown, checks.RULES), *problem_pages(shown, checks.RULES))
    quality = quality_pages(shown, checks.RULES, found)
    for view in (*indexes(shown), verification_page(shown), *quality, *rules, example_page(shown)):
        yield Output(view.path, render(view))


def _views(shown: Corpus) -> Iterator[tuple[Kind, str, list[View]]]:
    for claim in shown.claims.values():
        yield Kind.CLAIM, claim.id, [claim_page(shown, claim)]
    for source in shown.sources.values():
        yield Kind.SOURCE, source.id, source_pages(shown, source)
    for person in shown.people.values():
        yield Kind.PERSON, person.id, person_pages(shown, person)
    for topic in shown.topics.values():
        yield Kind.TOPIC, topic.id, topic_pages(shown, topic)
    for event in shown.events.values():
        yield Kind.EVENT, event.id, event_pages(shown, event)
    for rating in shown.ratings.values():
        yield Kind.RATING, rating.id, verdict_pages(shown, rating)


def _filled(pages: tuple[HandwrittenPage, ...], shown: Corpus) -> Iterator[Output]:
    for page in pages:
        yield Output(page.path, handwritten.fill(page, shown), page.file)


def _collisions(outputs: list[Output]) -> Iterator[Problem]:
    seen: dict[str, Output] = {}
    for output in outputs:
        # What a host serves: `x.md`, `x/index.md` and `x/README.md` are one address, and paths
        # that differ by case are one file on some systems.
        address = urls.published("", output.path).lower()
        other = seen.setdefault(address, output)
        if other is not output:
            said = f"the page {output.path} is made twice"
            hint = f"also made from {other.origin or 'the generator'}; rename one"
            at = Position(output.origin or other.origin or output.path)
            yield Problem("address-collision", at, said, hint)


def _handwritten(root: Path) -> tuple[list[HandwrittenPage], list[str], list[Problem]]:
    pages: list[HandwrittenPage] = []
    files, pictures, problems = reading.find_pages(root)
    for file in files:
        text, trouble = reading.read_text(root, file)
        path = PurePosixPath(file).relative_to(reading.PAGES).as_posix()
        page = HandwrittenPage(path, file, text)
        problems += [*trouble, *handwritten.check(page)]
        pages.append(page)
    return pages, pictures, problems
