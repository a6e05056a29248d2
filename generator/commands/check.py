"""``factcheck check``: every problem of the records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

import click

from generator import files, mending, newly, problems, reading, report, site, words, yamltext
from generator.commands import project, show

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path

    from generator.problems import Problem
    from generator.revisions import Revision

ROUNDS = 10  # of mending: what YAML could not read may hide more


@dataclass(frozen=True, kw_only=True)
class _Found:
    """What a check finds, how many problems it leaves out, and the number of claims.

    Left out are ``older`` ones, and those ``elsewhere`` than in the files that were named.
    """

    problems: list[Problem]
    older: int
    claims: int | None
    elsewhere: int = 0

    def only(self, named: Collection[str]) -> _Found:
        """Keep the problems of the files and folders that are named; all where none is."""
        if not named:
            return self
        kept = [p for p in self.problems if _is_of(p.position.file, named)]
        return replace(self, problems=kept, elsewhere=len(self.problems) - len(kept))


def check(
    root: Path,
    style: str,
    as_of: date | None,
    since: str | None = None,
    *,
    paths: Collection[Path] = (),
    fix: bool = False,
) -> int:
    """Print all problems of the records below ``root``; return 1 when one is an error.

    ``as_of`` is the day by which excuses and reviews are judged; None is today. With ``since``,
    a git revision, only what that revision had not already counts and is shown. With ``fix``,
    what can only be meant one way is mended first. With ``paths``, files and folders, all records
    are read and only what is wrong there is shown, mended and counted.
    """
    named = project.named(root, paths)
    base = project.base(root, since)
    today = as_of or datetime.now().astimezone().date()
    found = _checked(root, today, base).only(named)
    for _ in range(ROUNDS if fix else 0):
        if not _mend(root, found.problems, err=style != "text"):
            break
        found = _checked(root, today, base).only(named)
    show.problems(found.problems, reading.texts(root), style, about=project.pages_of_codes(root))
    if style not in report.DOCUMENTS:
        _sum_up(found, style)
    if base is not None and found.older:
        click.echo(newly.not_shown(found.older, base), err=style != "text")
    if found.elsewhere:
        more = words.count(found.elsewhere, "problem is", "problems are")
        click.echo(f"{more} elsewhere: 'factcheck check' shows all", err=style != "text")
    return 1 if problems.has_errors(found.problems) else 0


def _is_of(file: str, named: Collection[str]) -> bool:
    return any(name in (".", file) or file.startswith(f"{name}/") for name in named)


def _checked(root: Path, today: date, base: Revision | None) -> _Found:
    _, inputs, told = site.outputs_of(root, drafts=True, today=today)
    told, older = problems.ordered(told), 0
    if base is not None:
        with project.revisions_told():
            told, older = newly.since(root, base, told, today)
    return _Found(problems=told, older=older, claims=len(inputs.corpus.claims) if inputs else None)


def _sum_up(found: _Found, style: str) -> None:
    counted = "" if found.claims is None else f"{words.count(found.claims, 'claim')}, "
    gap = "\n" if found.problems and style == "text" else ""
    summary = problems.summary(found.problems)
    click.echo(f"{gap}{counted}{summary}{_offer(found.problems)}", err=style == "github")
    if found.problems and style == "text":
        click.echo(f"For more about such a problem: factcheck explain {found.problems[0].code}")


def _offer(found: list[Problem]) -> str:
    number = len(mending.certain(found))
    return f"; 'factcheck check --fix' mends {number} of them" if number else ""


def _mend(root: Path, found: list[Problem], *, err: bool) -> int:
    """Mend each file that can be; print what was done and return how much."""
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in mending.certain(found):
        by_file[problem.position.file].append(problem)
    return sum(_mend_file(root, file, told, err=err) for file, told in by_file.items())


def _mend_file(root: Path, file: str, told: list[Problem], *, err: bool) -> int:
    content, _ = reading.read_bytes(root, file)
    if content is None or yamltext.decode(content, file)[1]:
        return 0
    mended = mending.mend(content.decode(), file, told)
    if mended.done:
        files.write(root / file, mended.raw.encode())
    for problem, before in mended.done:
        show.mended(problem, before, err=err)
    return len(mended.done)
