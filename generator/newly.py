"""What a change brings in: the problems of now that an earlier revision had not already."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import reading, revisions, site, words
from generator.problems import ordered
from generator.records import Kind
from generator.versions import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from generator.problems import Problem
    from generator.revisions import Revision

_CLAIMS = reading.FOLDERS[Kind.CLAIM]
_COLLISION = "address-collision"


@dataclass(frozen=True, kw_only=True)
class Told:
    """The problems of one state of the records, and a reader of its files."""

    problems: Sequence[Problem]
    read: Callable[[str], str | None]


def since(
    root: Path, base: Revision, found: Sequence[Problem], today: date
) -> tuple[list[Problem], int]:
    """Return the problems below ``root`` that ``base`` had not, and how many it had.

    ``found`` are all of them, on the day ``today``. Raises RevisionError.
    """
    former = {one.file: one.former for one in base.changed() if one.how == "R"}
    with base.laid_out(site.WATCHED) as folder:
        before = Told(problems=_problems(folder, found, today), read=reading.texts(folder))
        new = brought_in(before, Told(problems=found, read=reading.texts(root)), former)
    older = len(found) - len(new)
    return ordered([*new, *lost_versions(base, None, before.problems, found)]), older


def lost_versions(
    base: Revision, head: Revision | None, had: Sequence[Problem], has: Sequence[Problem]
) -> Iterator[Problem]:
    """Yield the frozen versions that a change edits or takes away, which no rule finds.

    ``had`` and ``has`` are the problems before and now. What ``base`` froze since the change
    left it is not lost. Raises RevisionError.
    """
    point = revisions.last_common(base, head)
    known = {problem.position.file for problem in (*had, *has) if problem.code == kept.CODE}
    yield from kept.problems(point.changed(head), base.name, known)


def not_shown(older: int, base: Revision) -> str:
    """Say how many problems there were already."""
    are = words.count(older, "older problem is", "older problems are")
    return f"{are} not shown: {base.name} has {'it' if older == 1 else 'them'} too"


def _problems(folder: Path, found: Sequence[Problem], today: date) -> list[Problem]:
    # Pages are made only where one of now is made twice: nothing else is found on the way.
    if any(problem.code == _COLLISION for problem in found):
        return site.outputs_of(folder, drafts=True, today=today)[2]
    return site.read(folder, today)[1]


def brought_in(before: Told, after: Told, former: Mapping[str, str]) -> list[Problem]:
    """Return what ``after`` has more than ``before``; swap the two for what was mended.

    Two problems are the same when code, sentence, file and the lines that are marked are; where
    these lines stand does not matter, and of two such problems one may be new. ``former`` gives
    the old path of a file that was moved; a claim is known by its id, wherever its file lies.
    """
    known = Counter(_keys(before, {}))
    new = []
    for problem, key in zip(after.problems, _keys(after, former), strict=True):
        known[key] -= 1
        if known[key] < 0:
            new.append(problem)
    return new


def _keys(told: Told, former: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    rows: dict[str, list[str]] = {}
    for problem in told.problems:
        at = problem.position
        if at.file not in rows:
            rows[at.file] = (told.read(at.file) or "").split("\n")
        # What is about a file as a whole marks nothing: its first line has no part in it.
        marked = rows[at.file][at.line - 1 : at.end_line] if at.end_line else []
        text = "\n".join(row.strip() for row in marked)
        yield problem.code, problem.message, _home(former.get(at.file, at.file)), text


def _home(file: str) -> str:
    return PurePosixPath(file).name if file.startswith(f"{_CLAIMS}/") else file
