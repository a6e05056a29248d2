"""Corpus and hand-written pages to outputs: the whole site, before any host."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import checks, corpus, plan, reading, urls, verification
from generator.inputs import Inputs
from generator.pages import handwritten
from generator.pages.handwritten import HandwrittenPage
from generator.problems import Position, Problem, has_errors
from generator.work import Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from generator.corpus import Corpus
    from generator.corpus.files import Before
    from generator.former import MadeFile
    from generator.output import Output

__all__ = ["WATCHED", "Inputs", "build", "outputs_of", "read"]

WATCHED = ("claims", "content", "site_config")


def read(
    root: Path,
    today: date | None = None,
    *,
    preview: bool = False,
    instead: Corpus | None = None,
    work: Work | None = None,
    before: Before | None = None,
) -> tuple[Inputs | None, list[Problem]]:
    """Read and check everything below ``root``; every problem is returned.

    Inputs are None when no site can be made of them. ``today`` is the day of a check; a build
    gives none. ``instead`` lends its publisher and ratings where those of ``root`` are broken.
    ``work`` compares the quotations. ``before`` knows what an earlier reading of this process made
    of each file.
    """
    records, problems = corpus.load(root, instead, before)
    pages, pictures, trouble = _handwritten(root)
    problems += trouble
    if records is None:
        return None, problems
    verification.compare(records, work or Work())
    found = checks.run(records, today)
    problems += [*found, *verification.problems(records, preview=preview)]
    return (
        Inputs(corpus=records, pages=tuple(pages), pictures=tuple(pictures), found=tuple(found)),
        problems,
    )


def build(
    inputs: Inputs, *, drafts: bool, left_out: frozenset[str] = frozenset()
) -> tuple[list[Output], list[Problem]]:
    """Make every page; ``drafts`` shows unfinished claims too, for a preview.

    The inputs must be free of errors. Two outputs on one path are a problem, and so are
    paths that differ only by case, which are one file on some systems.
    """
    planned = plan.plan(inputs, drafts=drafts, left_out=left_out)
    made = [pair for part in planned.parts for pair in part.make()]
    pages = [page for _, page in made if page]
    made += [pair for part in planned.rest(pages) for pair in part.make()]
    outputs = list(_once(output for output, _ in made))
    judged = (problem for part in planned.parts for problem in part.judge())
    return outputs, [*collisions(outputs), *judged, *planned.problems()]


def outputs_of(
    root: Path,
    *,
    drafts: bool,
    today: date | None = None,
    preview: bool = False,
    work: Work | None = None,
    left_out: frozenset[str] = frozenset(),
) -> tuple[list[Output], Inputs | None, list[Problem]]:
    """Read and build in one step: what every host calls; ``work`` does and measures both."""
    work = work or Work()
    with work.stage("read") as stage:
        inputs, problems = read(root, today, preview=preview, work=work)
        stage.items = len(inputs.corpus.documents) if inputs else 0
    if inputs is None or has_errors(problems):
        return [], inputs, problems
    with work.stage("pages and exports") as stage:
        outputs, trouble = build(inputs, drafts=drafts, left_out=left_out)
        stage.items = len(outputs)
    return outputs, inputs, [*problems, *trouble]


def collisions(outputs: Iterable[Output | MadeFile]) -> Iterator[Problem]:
    """Find two outputs on one path."""
    seen: dict[str, Output | MadeFile] = {}
    for output in outputs:
        # What a host serves: `x.md`, `x/index.md` and `x/README.md` are one address, and paths
        # that differ by case are one file on some systems.
        address = urls.published("", output.path).lower().removesuffix("index.html")
        other = seen.setdefault(address, output)
        if other is not output:
            said = f"the page {output.path} is made twice"
            hint = f"also made from {other.origin or 'the generator'}; rename one"
            at = Position(output.origin or other.origin or output.path)
            yield Problem("address-collision", at, said, hint)


def _once(outputs: Iterable[Output]) -> Iterator[Output]:
    """Leave out pictures that are there already: what looks the same has one name."""
    drawn: set[str] = set()
    for output in outputs:
        if output.make is None or output.path not in drawn:
            yield output
        if output.make is not None:
            drawn.add(output.path)


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
