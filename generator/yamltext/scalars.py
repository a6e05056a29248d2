"""One text as YAML writes it: plain, in quotes, or in the lines of a folded block."""

from __future__ import annotations

import textwrap

from generator.yamltext.parsing import parse

WIDTH = 100  # of the lines that are written


def quoted(text: str) -> str:
    """Write one line of text in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def in_style(old: str, new: str) -> str:
    """Write one line of text in the quotes that ``old`` has, or without any where it has none."""
    if old[:1] == "'":
        return _single(new)
    return quoted(new) if old[:1] == '"' else plain(new)


def wrapped(text: str, indent: int) -> list[str]:
    """Break text into the lines of a folded block, which YAML joins again with one space."""
    return textwrap.wrap(
        text,
        max(20, WIDTH - indent),
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    )


def plain(text: str) -> str:
    """Write one line of text without quotes where it reads back the same, else with."""
    document, _ = parse(f"key: {text}\n", "")
    if document is not None and document.data == {"key": text}:
        return text
    return quoted(text) if "'" in text and '"' not in text else _single(text)


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
