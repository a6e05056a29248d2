"""A file from elsewhere: its text, bounded, and the claims that a format finds in it."""

from __future__ import annotations

import importlib
from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

import click

from generator import imports, words
from generator.imports.block import Block
from generator.problems import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.imports.item import Item

MAX_BYTES = 16 * 1024 * 1024
MAX_ITEMS = 10_000
_SPLIT = "split it into several files"
_LOOK = "compare the drafts with the page"


def text_of(file: Path) -> tuple[str | None, list[Problem]]:
    """Read a file as text; None when it is too large, or no text."""
    # What reads captures takes a third of a second to load, which no other command shall wait.
    decoding = importlib.import_module("generator.extraction.decoding")
    with file.open("rb") as stream:
        raw = stream.read(MAX_BYTES + 1)
    at = Position(str(file))
    if len(raw) > MAX_BYTES:
        said = f"the file has more than {MAX_BYTES // 1024 // 1024} MiB"
        return None, [Problem("too-large", at, said, _SPLIT)]
    is_wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    bare = raw if is_wide else raw.replace(b"\0", b"")
    text, found = decoding.page(bare, str(file))
    said = "the file is not text in UTF-8, nor in the encoding that it names"
    found = [replace(problem, message=said) for problem in found]
    if bare != raw:
        number = words.count(len(raw) - len(bare), "NUL byte")
        said = f"{number} passed over: that is no text"
        found.append(Problem("forbidden-character", at, said, _LOOK, Severity.WARNING))
    return text, found


def items_of(form: str, text: str, name: str, base: str) -> tuple[list[Item], list[Problem]]:
    """Return the claims in a file's text by the reader of the format ``form``."""
    if not text.strip():
        return [], [_nothing(form, name)]
    at = _places(text, name)
    items: list[Item] = []
    found: list[Problem] = []
    for block in _blocks(text):
        some, more = imports.FORMATS[form](replace(block, base=base or block.base), at)
        items += some
        found += more
    if len(items) > MAX_ITEMS:
        said = f"the file holds {len(items):,} claims; at most {MAX_ITEMS:,} are read at once"
        return [], [Problem("too-large", Position(name), said, _SPLIT)]
    return items, found if items or found else [_nothing(form, name)]


def _blocks(text: str) -> list[Block]:
    if not text.lstrip().startswith("<"):
        return [Block(text=text)]
    try:
        # Reading pages takes a package that a site may be built without.
        webpage = importlib.import_module("generator.imports.webpage")
    except ModuleNotFoundError:
        said = "web pages are read by the packages of the extra 'capture', which are not installed"
        raise click.ClickException(said) from None
    found: list[Block] = webpage.blocks(text)
    return found


def _nothing(form: str, name: str) -> Problem:
    said = f"the file holds nothing of the format '{form}'"
    return Problem("not-importable", Position(name), said, "name a file that does")


def _places(text: str, name: str) -> Callable[[int], Position]:
    """Return a function from an offset to its position."""
    starts = [0, *accumulate(len(row) + 1 for row in text.split("\n"))]

    def at(offset: int) -> Position:
        line = bisect_right(starts, offset)
        column = offset - starts[line - 1] + 1
        return Position(name, line, column, line, column + 1)

    return at
