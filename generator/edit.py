"""Edits of one value of a record: comments, order and layout of the rest stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import yamltext

if TYPE_CHECKING:
    from generator.yamltext import Document, Path


class EditError(ValueError):
    """A value that cannot be replaced without touching something else."""


def replace_text(document: Document, path: Path, new: str) -> str:
    """Return the text of the file with the value at ``path`` replaced by the one line ``new``.

    The value keeps its style: a folded block stays one, quotes stay where they do. Raises
    EditError when the file would then say anything else than before in any other place.
    """
    start, end = document.offsets(document.at(path))
    old = document.text[start:end]
    written = _folded(document.text, start, old, new) if old[:1] in ">|" else _flow(old, new)
    text = document.text[:start] + written + document.text[end:]
    changed, problems = yamltext.parse(text, document.file)
    if problems or changed is None or changed.data != _with(document.data, path, new, changed.data):
        raise EditError("the value cannot be replaced alone; change it by hand")
    return text


def _folded(text: str, start: int, old: str, new: str) -> str:
    """Write a block scalar as ``old`` was: its sign, its indentation, its last line end."""
    head, _, body = old.partition("\n")
    line = text[text.rfind("\n", 0, start) + 1 : start]
    indent = len(body) - len(body.lstrip(" ")) or len(line) - len(line.lstrip(" ")) + 2
    lines = [new] if head[0] == "|" else yamltext.wrapped(new, indent)
    ending = old[len(old.rstrip(" \n")) :] if old.endswith(("\n", " ")) else ""
    return "\n".join([head, *(" " * indent + row for row in lines)]) + ending


def _flow(old: str, new: str) -> str:
    if old[:1] == "'":
        return "'" + new.replace("'", "''") + "'"
    if old[:1] == '"':
        return yamltext.quoted(new)
    return yamltext.plain(new)


def _with(data: object, path: Path, new: str, now: object) -> object:
    """Return ``data`` with ``new`` at ``path``, where a block's last line end may follow it."""
    if not path:
        return now if isinstance(now, str) and now.rstrip("\n") == new else new
    step, rest = path[0], path[1:]
    if isinstance(data, dict) and isinstance(now, dict):
        return {k: _with(v, rest, new, now.get(k)) if k == step else v for k, v in data.items()}
    if isinstance(data, list) and isinstance(now, list) and len(now) == len(data):
        return [_with(v, rest, new, now[n]) if n == step else v for n, v in enumerate(data)]
    return None
