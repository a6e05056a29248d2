"""``factcheck publish``: freezes claims as they are published."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from generator import files, problems, reading, site, words
from generator.commands import project, show
from generator.freezing.former import former
from generator.freezing.freeze import described
from generator.freezing.present import not_frozen, present

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from generator.freezing.freeze import Freeze
    from generator.problems import Problem


def publish(
    root: Path,
    ids: Sequence[str],
    *,
    since: str | None = None,
    only_check: bool = False,
    as_of: date | None = None,
) -> int:
    """Freeze the published claims of ``ids``, or all; return 1 when one must not be frozen.

    ``since`` names a revision of git whose version is frozen instead of the present one.
    ``only_check`` writes nothing and returns 1 when a claim is not frozen as it stands.
    """
    project.require(root, ids)
    if only_check and since is not None:
        raise click.UsageError("--check looks at the present versions: leave out --from")
    revision = None if since is None else project.revision(root, since, "--from")
    inputs, found = site.read(root, as_of or datetime.now().astimezone().date())
    if inputs is None:
        return _refused(root, found)
    corpus = inputs.corpus
    if revision:
        with project.revisions_told():
            freezes, trouble = former(corpus, found, revision, ids)
    else:
        freezes, trouble = present(corpus, found, ids)
    if only_check:
        trouble = [*trouble, *not_frozen(corpus, freezes)]
        return _end(root, trouble) if trouble else _told(freezes, ())
    if trouble:
        return _refused(root, trouble)
    written = [freeze for freeze in freezes if freeze.content]
    for freeze in written:
        files.write(root / freeze.file, freeze.content)
        click.echo(f"{freeze.file}: {described(freeze)}")
    return _told(freezes, written)


def _refused(root: Path, found: list[Problem]) -> int:
    _end(root, found)
    click.echo("nothing was frozen", err=True)
    return 1


def _end(root: Path, found: list[Problem]) -> int:
    show.problems(problems.ordered(found), reading.texts(root), err=True)
    click.echo(problems.summary(found), err=True)
    return 1


def _told(freezes: Sequence[Freeze], written: Sequence[Freeze]) -> int:
    already = len(freezes) - len(written)
    parts = [f"{words.count(len(written), 'version')} frozen"] if written else []
    parts += [f"{already:,} frozen already"] if already or not parts else []
    click.echo(", ".join(parts))
    return 0
