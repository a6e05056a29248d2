"""Edits of one value of a record: comments, order and layout of the rest stay as they are."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING

from generator import yamltext
from generator.characters import collapse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.yamltext import Data, Document, Path

BY_HAND = "the value cannot be replaced alone; change it by hand"


class EditError(ValueError):
    """A value that cannot be replaced without touching something else."""


def replace_text(document: Document, path: Path, new: str) -> Document:
    """Return the file with the value at ``path`` replaced by the one line ``new``.

    The changed words alone are written where that can be done, so that lines stay broken where
    they are; else the value, in its style. Raises EditError when the file would then say
    anything else than before in any other place.
    """
    start, end = document.offsets(document.at(path))
    old, value = document.text[start:end], _at(document.data, path)
    for written in (_word_by_word(old, value, new), _whole(document.text, start, old, new)):
        if written is None:
            continue
        text = document.text[:start] + written + document.text[end:]
        changed, problems = yamltext.parse(text, document.file)
        if problems or changed is None:
            continue
        if changed.data == _with(document.data, path, new, changed.data):
            return changed
    raise EditError(BY_HAND)


def with_line_ends(raw: str, text: str) -> str:
    """Give ``text`` the line ends of ``raw``, from which it was made by an edit."""
    before, after = raw.split("\n"), text.split("\n")
    plain = [row.removesuffix("\r") for row in before]
    head = _alike(plain, after)
    tail = min(_alike(plain[::-1], after[::-1]), min(len(plain), len(after)) - head)
    end = "\r" if before[head : head + 1] and before[head].endswith("\r") else ""
    middle = [row + end for row in after[head : len(after) - tail]]
    return "\n".join([*before[:head], *middle, *before[len(before) - tail :]])


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _at(data: Data, path: Path) -> str:
    for step in path:
        data = data[step] if isinstance(data, dict | list) else ""  # type: ignore[index]
    return data if isinstance(data, str) else ""


def _word_by_word(raw: str, value: str, new: str) -> str | None:
    """Change the words of a value where they stand in ``raw``; None where they do not."""
    old, places, at = collapse(value).split(" "), [], 0
    for word in old:
        found = raw.find(word, at)
        if found < 0:
            return None
        at = found + len(word)
        places.append((found, at))
    words = new.split(" ")
    changes = SequenceMatcher(None, old, words, autojunk=False).get_opcodes()
    for tag, a, b, c, d in reversed(changes):
        if tag != "equal":
            raw = _changed(raw, places, (a, b), words[c:d])
    return raw


def _changed(raw: str, places: list[tuple[int, int]], span: tuple[int, int], new: list[str]) -> str:
    """Write ``new`` for the words of ``span``: one for one, so that no line end is lost."""
    a, b = span
    if len(new) == b - a:
        for (start, end), word in zip(reversed(places[a:b]), reversed(new), strict=True):
            raw = raw[:start] + word + raw[end:]
        return raw
    if a == b:
        at = places[a - 1][1] if a else places[0][0]
        row = " ".join(new)
        return raw[:at] + (f" {row}" if a else f"{row} ") + raw[at:]
    start, end = places[a][0], places[b - 1][1]
    if not new:
        # With the blank that parted them from the word before, or from the one behind.
        start, end = (places[a - 1][1], end) if a else (start, places[b][0])
    return raw[:start] + " ".join(new) + raw[end:]


def _whole(text: str, start: int, old: str, new: str) -> str:
    return _folded(text, start, old, new) if old[:1] in ">|" else yamltext.in_style(old, new)


def _folded(text: str, start: int, old: str, new: str) -> str:
    """Write a block scalar as ``old`` was: its sign, its indentation, its last line end."""
    head, _, body = old.partition("\n")
    line = text[text.rfind("\n", 0, start) + 1 : start]
    indent = len(body) - len(body.lstrip(" ")) or len(line) - len(line.lstrip(" ")) + 2
    lines = [new] if head[0] == "|" else yamltext.wrapped(new, indent)
    ending = old[len(old.rstrip(" \n")) :] if old.endswith(("\n", " ")) else ""
    return "\n".join([head, *(" " * indent + row for row in lines)]) + ending


def _with(data: object, path: Path, new: str, now: object) -> object:
    """Return ``data`` with ``new`` at ``path``, where lines may be broken as they like."""
    if not path:
        return now if isinstance(now, str) and collapse(now) == new else new
    step, rest = path[0], path[1:]
    if isinstance(data, dict) and isinstance(now, dict):
        return {k: _with(v, rest, new, now.get(k)) if k == step else v for k, v in data.items()}
    if isinstance(data, list) and isinstance(now, list) and len(now) == len(data):
        return [_with(v, rest, new, now[n]) if n == step else v for n, v in enumerate(data)]
    return None
