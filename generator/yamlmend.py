"""Lines of YAML with a slip of the pen, written as they were meant.

Each function offers a change of one line; whoever reads the file looks whether it helps.
"""

from __future__ import annotations

import re

from generator.problems import Mend, Position, Surety

# What stands before a value, and the value: "key: value", "- key: value", "- value".
_VALUE = re.compile(r"( *(?:- +)*)([\w-]+:[ ]+|- +)(\S.*?)[ \t]*")
_ITEM = re.compile(r"( *(?:- +)*- +)()(\S.*?)[ \t]*")
_PAIRS = {"“": "”", "„": "“”", "«": "»", "‘": "’"}
_KEY = re.compile(r"[a-z]+(?:_[a-z]+)*")


def quoted(rows: list[str], at: Position, *, is_sure: bool = True) -> Mend | None:
    """Offer the whole value of a line in quotes."""
    found = _value(rows, at.line)
    if found is None:
        return None
    column, value = found
    first, _, rest = value.partition(": ")
    # "response: none_because: x" may be meant as two lines, and a mark as a quotation mark.
    is_sure = is_sure and not (rest and _KEY.fullmatch(first)) and value[0] not in _PAIRS
    if value[0] in _PAIRS and value[-1] in _PAIRS[value[0]]:
        value = value[1:-1]
    return _mend(at, column, len(found[1]), _in_quotes(value), is_sure=is_sure)


def requoted(rows: list[str], at: Position) -> Mend | None:
    """Offer a value in quotes that its own quotation marks do not end."""
    found = _value(rows, at.line)
    if found is None or found[1][0] not in "'\"":
        return None
    column, value = found
    mark, inner = value[0], value[1:-1]
    if len(value) < 2 or value[-1] != mark:  # noqa: PLR2004 - two marks
        return _mend(at, column, len(value), _in_quotes(value), is_sure=True)
    if mark == "'":
        text = "'" + inner.replace("''", "'").replace("'", "''") + "'"
    else:
        text = _in_quotes(inner.replace('\\"', '"'))
    return _mend(at, column, len(value), text, is_sure=True)


def single(rows: list[str], at: Position) -> Mend | None:
    """Offer single quotes, in which a backslash is a backslash."""
    found = _value(rows, at.line)
    if found is None or not re.fullmatch(r'"[^"\']*"', found[1]):
        return None
    return _mend(at, found[0], len(found[1]), f"'{found[1][1:-1]}'")


def closed(rows: list[str], at: Position) -> Mend | None:
    """Offer the quotation mark that lacks at the end of a line."""
    row = rows[at.line - 1].rstrip()
    mark = row[at.column - 1 : at.column]
    if mark not in ("'", '"') or mark in row[at.column :].replace("''", ""):
        return None
    return _mend(at, len(row) + 1, 0, mark)


def spaced(at: Position, column: int, *, is_sure: bool) -> Mend:
    """Offer a space before a column."""
    return _mend(at, column, 0, " ", is_sure=is_sure)


def replaced(at: Position, column: int, new: str) -> Mend:
    """Offer another character for the one at a column."""
    return _mend(at, column, 1, new, is_sure=True)


def untabbed(rows: list[str], at: Position) -> Mend | None:
    """Offer two spaces for each tab that indents a line."""
    row = rows[at.line - 1]
    blank = row[: len(row) - len(row.lstrip(" \t"))]
    return _mend(at, 1, len(blank), blank.replace("\t", "  ")) if "\t" in blank else None


def with_colon(rows: list[str], at: Position) -> Mend | None:
    """Offer the colon that lacks behind the first word of a line."""
    found = re.match(r" *(?:- +)?([a-z_]+)(?= +\S)", "".join(rows[at.line - 1 : at.line]))
    return _mend(at, found.end() + 1, 0, ":") if found else None


def broken(rows: list[str], at: Position, sign: str) -> Mend | None:
    """Offer a line of its own for what stands behind ``sign`` and cannot stand there."""
    found = re.match(
        rf"( *(?:- +)*)[\w-]+:([ ]*{sign})[ ]+(\S.*?)[ \t]*$", "".join(rows[at.line - 1 : at.line])
    )
    if not found or _goes_on(rows, at.line, len(found[1])):
        return None
    start = found.end(2) if found[2].strip() not in ("", "-") else found.start(2)
    rest = rows[at.line - 1][start:].strip()
    width = len(rows[at.line - 1]) - start
    return _mend(at, start + 1, width, f"\n{' ' * (len(found[1]) + 2)}{rest}", is_sure=True)


def commented(text: str, at: Position) -> Mend | None:
    """Offer a line of its own for a comment, or quotes around a text that holds the sign."""
    rows = text.split("\n")
    row = rows[at.line - 1]
    value, comment = row[at.column - 1 : at.end_column - 1], row[at.end_column - 1 :].strip()
    found = _value(rows, at.line)
    if at.line != at.end_line or found is None or found[0] != at.column:
        return None
    if not comment.startswith("# "):
        return _mend(at, at.column, len(found[1]), _in_quotes(found[1]))
    # One word is an id, a date or a choice, in which no sign can stand.
    is_sure = " " not in value
    indent = " " * (len(row) - len(row.lstrip(" ")))
    new = f"{indent}{comment}\n{row[: at.end_column - 1]}"
    return _mend(at, 1, len(row), new, is_sure=is_sure)


def _value(rows: list[str], line: int) -> tuple[int, str] | None:
    """Return where the value of a line starts, and the value; None where it goes on below."""
    if line > len(rows):
        return None
    found = _VALUE.fullmatch(rows[line - 1]) or _ITEM.fullmatch(rows[line - 1])
    if not found or _goes_on(rows, line, len(found[1])):
        return None
    return found.start(3) + 1, found[3]


def _goes_on(rows: list[str], line: int, indent: int) -> bool:
    below = next((row for row in rows[line:] if row.strip()), "")
    return len(below) - len(below.lstrip(" ")) > indent


def _in_quotes(text: str) -> str:
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _mend(at: Position, column: int, length: int, text: str, *, is_sure: bool = False) -> Mend:
    span = Position(at.file, at.line, column, at.line, column + length)
    return Mend(span, text, Surety.CERTAIN if is_sure else Surety.LIKELY)
