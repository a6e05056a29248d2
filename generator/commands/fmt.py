"""``factcheck fmt``: every record in its one form."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from generator import editorline, files, formatting, reading, words, yamltext
from generator.commands import project, show

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.problems import Problem


def fmt(root: Path, given: Iterable[Path], *, check: bool) -> int:
    """Write the records below ``root``, or the given ones, in their canonical form.

    With ``check`` nothing is written, and the difference is printed. Returns 1 when a record
    cannot be formatted, or with ``check`` when one is not in its form.
    """
    project.require(root, ())
    changed, problems, seen = 0, [], 0
    for file in _chosen(root, given):
        seen += 1
        before, after, found = _formatted(root, file)
        problems += found
        if found or before == after:
            continue
        changed += 1
        if check:
            show.difference(file, before.decode(), after.decode(), "formatted")
        else:
            files.write(root / file, after)
            click.echo(f"formatted {file}")
    show.problems(problems, reading.texts(root), err=True)
    click.echo(_summary(seen, changed, len({p.position.file for p in problems}), check=check))
    return 1 if problems or (check and changed) else 0


def _chosen(root: Path, given: Iterable[Path]) -> list[str]:
    """Return the records to format, by their paths from the root."""
    known = [item.file for item in reading.find(root)[0]]
    known += [file for file in editorline.SINGLE if os.path.lexists(root / file)]
    wanted = [_from_root(root, path) for path in given]
    for name in wanted:
        if not any(_is_in(file, name) for file in known):
            said = f"{name} is no record and no folder of records"
            raise click.UsageError(f"{said}: records are .yml files below claims/ and content/")
    return [file for file in known if not wanted or any(_is_in(file, name) for name in wanted)]


def _is_in(file: str, name: str) -> bool:
    return name in (file, ".") or file.startswith(f"{name}/")


def _from_root(root: Path, path: Path) -> str:
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        raise click.UsageError(f"{path} does not lie below {root}") from None


def _formatted(root: Path, file: str) -> tuple[bytes, bytes, list[Problem]]:
    """Return the bytes of a record as they are and as they should be."""
    raw, problems = reading.read_bytes(root, file)
    if raw is None:
        return b"", b"", problems
    text, problems = yamltext.decode(raw, file)
    if not problems:
        document, problems = yamltext.parse(text, file)
        if document is not None:
            new, problems = formatting.formatted(document)
            return raw, raw if new is None else new.encode(), problems
    return raw, raw, problems


def _summary(seen: int, changed: int, failed: int, *, check: bool) -> str:
    done = "would change" if check else "changed"
    left = f", {failed} left alone" if failed else ""
    return f"{words.count(seen, 'record')}: {changed} {done}{left}"
