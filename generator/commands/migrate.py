"""``factcheck migrate``: claims of an older format of records moved to the newest one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator import files, migrations, problems, reading, words
from generator.commands import project, show
from generator.migrating import migrate as migrated

if TYPE_CHECKING:
    from pathlib import Path


def migrate(root: Path, *, dry_run: bool = False) -> int:
    """Move all claims below ``root``; return 1, and write nothing, when one cannot be moved.

    ``dry_run`` prints what would change and writes nothing.
    """
    project.require(root, ())
    claims, found = migrated(root)
    if found:
        show.problems(problems.ordered(found), reading.texts(root), err=True)
        click.echo(f"{problems.summary(found)}; nothing was written", err=True)
        return 1
    changed = [claim for claim in claims if claim.is_changed]
    for claim in changed:
        if dry_run:
            click.echo(claim.diff(), nl=False)
        else:
            files.write(root / claim.file, claim.after.encode())
            click.echo(f"{claim.file}: format {claim.format} to {migrations.newest()}")
    would = " to move" if dry_run else " moved"
    rest = len(claims) - len(changed)
    told = f"{words.count(rest, 'claim')} already of format {migrations.newest()}"
    click.echo(f"{words.count(len(changed), 'claim')}{would}, {told}", err=dry_run)
    return 0
