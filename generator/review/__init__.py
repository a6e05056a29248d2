"""What a change means for the site, for whoever decides on it."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import changes, newly, reading, site, urls
from generator.newly import Told
from generator.problems import Position, Problem, Severity, ordered
from generator.records import Kind
from generator.review.sorting import Files, unproven
from generator.revisions import last_common
from generator.versions import renamed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from generator.changes import Changes
    from generator.revisions import Revision
    from generator.site import Inputs


@dataclass(frozen=True, kw_only=True)
class Review:
    """What was found; ``head`` is empty for the files as they lie on disk.

    ``changes`` is None where neither side has settings that can be read. ``problems`` are those
    of the change itself and those that the records had not before; ``mended`` are those that they
    had. ``texts`` are the files that a problem names. ``unproven`` are the frozen versions that
    are new and that neither side has as its claim. ``outdated``: the base has revisions that the
    head has not.
    """

    base: str
    head: str
    changes: Changes | None
    problems: Sequence[Problem]
    mended: Sequence[Problem]
    texts: Mapping[str, str | None]
    files: Files
    unproven: Collection[str]
    outdated: bool


def of(root: Path, base: Revision, head: Revision | None, today: date) -> Review:
    """Compare ``base`` with ``head``, or with the files below ``root``. Raises RevisionError.

    Both sides are judged by the day ``today``. Pages are not made: that two would have one
    address is for ``factcheck check`` to say.
    """
    differing = base.changed(head)
    former = {one.file: one.former for one in differing if one.how == "R"}
    with ExitStack() as stack:
        old = stack.enter_context(base.laid_out(site.WATCHED))
        new = stack.enter_context(head.laid_out(site.WATCHED)) if head else root
        (before, had), (after, has) = _read(old, new, today)
        was = Told(problems=ordered(had), read=reading.texts(old))
        now = Told(problems=ordered(has), read=reading.texts(new))
        found = changes.of(before.corpus, after.corpus) if before and after else None
        lost = [*(found.problems if found else ()), *_lost_pages(before, after)]
        brought_in = _without_gone(newly.brought_in(was, now, former), found)
        # The rule about frozen versions finds a verdict that changed in silence too.
        told = {(problem.code, problem.position) for problem in brought_in}
        lost = [problem for problem in lost if (problem.code, problem.position) not in told]
        lost += newly.lost_versions(base, head, was.problems, now.problems)
        problems = ordered([*lost, *brought_in])
        back = {old_file: file for file, old_file in former.items()}
        files = Files.of(differing)
        return Review(
            base=base.name,
            head=head.name if head else "",
            changes=found,
            problems=problems,
            mended=newly.brought_in(now, was, back),
            texts={p.position.file: now.read(p.position.file) for p in problems},
            files=files,
            unproven=unproven(files.frozen, before, after),
            outdated=last_common(base, head).commit != base.commit,
        )


def _without_gone(problems: Sequence[Problem], found: Changes | None) -> list[Problem]:
    """Leave out that a version has no claim any more where the loss of its page says more."""
    gone = {one.old for one in found.addresses if not one.redirected} if found else set()
    return [
        problem
        for problem in problems
        if problem.code != renamed.CODE or _address(renamed.id_of(problem)) not in gone
    ]


def _address(claim: str) -> str:
    return urls.published("", urls.page(Kind.CLAIM, claim))


def _read(
    old: Path, new: Path, today: date
) -> tuple[tuple[Inputs | None, list[Problem]], tuple[Inputs | None, list[Problem]]]:
    """Read both sides; where settings cannot be read, the other side lends its own."""
    before, after = site.read(old, today), site.read(new, today)
    if before[0] is None and after[0] is not None:
        before = site.read(old, today, instead=after[0].corpus)
    elif after[0] is None and before[0] is not None:
        after = site.read(new, today, instead=before[0].corpus)
    return before, after


def _lost_pages(before: Inputs | None, after: Inputs | None) -> Iterator[Problem]:
    if before is None or after is None:
        return
    kept = {page.path for page in after.pages}
    for page in before.pages:
        if page.path not in kept:
            address = urls.published("", page.path) or "at the site's own address"
            said = f"the page {address} vanishes, and nothing leads on from its address"
            at, hint = Position(page.file), "keep it where you can"
            yield Problem("lost-address", at, said, hint, Severity.WARNING)
