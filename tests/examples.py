"""The examples of the explanations, each put into a copy of the toy corpus.

An example of a file that the corpus does not have is that file. Else its keys take the place of
the same keys there, and others are added at the end; passages are replaced one by one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from click.testing import CliRunner

from generator import site, verifying
from generator.cli import main
from generator.explanation import Example
from tests.conftest import TOY_ARCHIVE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from generator.explanation import Part
    from generator.problems import Problem

_KEY = re.compile(r"[^\s:#][^\s:]*")


def put(root: Path, parts: Iterable[Part]) -> None:
    """Write the examples among ``parts`` into the corpus at ``root``."""
    for part in parts:
        if isinstance(part, Example) and part.file:
            path = root / part.file
            path.parent.mkdir(parents=True, exist_ok=True)
            whole = not path.exists() or path.suffix != ".yml"
            text = f"{part.text}\n"
            path.write_text(text if whole else spliced(path.read_text("utf-8"), text), "utf-8")


def spliced(record: str, fragment: str, indent: str = "") -> str:
    """Put the keys of ``fragment`` into ``record``, by lines: neither need be YAML."""
    blocks, new = (_blocks(text, indent) for text in (record, fragment))
    for key, text in new.items():
        if key == "passages" and key in blocks:
            head, _, own = blocks[key].partition("\n")
            blocks[key] = f"{head}\n{spliced(own, text.partition(chr(10))[2], '  ')}"
        else:
            blocks[key] = text
    return "".join(blocks.values())


def _blocks(text: str, indent: str) -> dict[str, str]:
    """Cut a text at the lines that begin with a key; lines of one key stay together."""
    blocks: dict[str, str] = {}
    key = ""
    for row in text.splitlines(keepends=True):
        found = _KEY.match(row.removeprefix(indent)) if row.startswith(indent) else None
        if found and key != "---":
            key = found.group()
        blocks[key] = blocks.get(key, "") + row
    return blocks


def seal(root: Path) -> None:
    """Make the seals anew where every quotation stands in the captured text."""
    CliRunner().invoke(main, ["seal", "--root", str(root), "--archive", str(TOY_ARCHIVE)])


def problems(root: Path, today: date) -> set[Problem]:
    """Return what a check, a build and a verification with the captured texts find."""
    _, inputs, found = site.outputs_of(root, drafts=True, today=today)
    if inputs is None:
        return set(found)
    verified = verifying.verify(root, TOY_ARCHIVE, sorted(inputs.corpus.sources), today)
    return {*found, *verified.problems}
