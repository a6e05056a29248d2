"""Explanations as text for a terminal: wrapped at its width, examples indented."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from generator import words
from generator.explanation import Example

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.explanation import Explanation, Part
    from generator.rules import Rule

    Heading = Callable[[str], str]

_LEAST, _MOST = 40, 100  # columns: narrower breaks words, wider is hard to read
_INDENT = "  "
_WIDE = 60  # columns from which codes and sentences stand side by side


def page(told: Explanation, width: int, heading: Heading) -> str:
    """Write all that is told of a code, for a terminal of ``width`` columns."""
    width = min(max(width, _LEAST), _MOST)
    why = {"The rule": (told.rule.title, *told.why)} if told.rule else {"Why": told.why}
    sections = {**why, "Wrong": told.wrong, "Right": told.right, "What to do": told.mend}
    sections["Where it does not fit"] = _excuse(told.rule)
    return "\n\n".join(
        [
            _filled(f"{told.code}: {told.sentence}", width),
            *(f"{heading(name)}\n{_section(s, width)}" for name, s in sections.items() if s),
            _filled(f"{words.EFFECT[told.effect]}. {words.excuses(told.rule)}.", width),
        ]
    )


def _excuse(rule: Rule | None) -> tuple[Part, ...]:
    if rule is None or not rule.excusable:
        return ()
    text = f"excused:\n  - rule: {rule.code}\n    reason: …\n    until: YYYY-MM-DD"
    said = "Say so in the record, with the reason and the last day on which it holds:"
    return said, Example(text=text, language="yaml")


def index(groups: Mapping[str, Mapping[str, Explanation]], width: int, heading: Heading) -> str:
    """List all codes with their sentences, group by group."""
    width = min(max(width, _LEAST), _MOST)
    longest = max(len(code) for group in groups.values() for code in group)
    blocks = []
    for name, group in groups.items():
        rows = [_row(told, longest if width >= _WIDE else 0, width) for told in group.values()]
        blocks.append("\n".join([heading(name), *rows]))
    return "\n\n".join(blocks)


def _row(told: Explanation, column: int, width: int) -> str:
    if not column:
        return f"{_INDENT}{told.code}\n{_filled(told.sentence, width, _INDENT * 2)}"
    beside = _INDENT + " " * column + _INDENT
    said = _filled(told.sentence, width, beside)
    return f"{_INDENT}{told.code:<{column}}{_INDENT}{said.removeprefix(beside)}"


def _section(parts: tuple[Part, ...], width: int) -> str:
    return "\n\n".join(block for part in parts for block in _blocks(part, width))


def _blocks(part: Part, width: int) -> Iterator[str]:
    if isinstance(part, Example):
        place = f"{_INDENT}{part.file}\n" if part.file else ""
        yield place + textwrap.indent(part.text, _INDENT * 3)
    else:
        yield from (_paragraph(text, width) for text in part.split("\n\n"))


def _paragraph(text: str, width: int) -> str:
    """Wrap a paragraph, or each entry of a list; a rule's text has two backticks for code."""
    text = text.replace("``", "`")
    if not text.startswith("- "):
        return _filled(text, width, _INDENT)
    entries = text.removeprefix("- ").split("\n- ")
    return "\n".join(_filled(f"- {entry}", width, _INDENT, _INDENT * 2) for entry in entries)


def _filled(text: str, width: int, indent: str = "", further: str = "") -> str:
    return textwrap.fill(
        " ".join(text.split()),
        width,
        initial_indent=indent,
        subsequent_indent=further or indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
