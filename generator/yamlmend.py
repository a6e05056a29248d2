"""Lines of YAML with a slip of the pen, written as they were meant.

Each function offers a change of one line; whoever reads the file looks whether it helps.
"""

from __future__ import annotations

import re
from dataclasses import replace

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
    if rest and _KEY.fullmatch(first) and not rows[at.line - 1].lstrip().startswith("- "):
        # "response: none_because: x" was meant as two lines.
        return _likely(broken(rows, at, ""))
    is_marked = value[0] in _PAIRS and value[-1] in _PAIRS[value[0]]
    is_half = value[-1] in "'\"" and value.count(value[-1]) == 1
    value = value[is_marked : len(value) - (is_marked or is_half)]
    # No prose: two spaces, where a line end was lost, a sign alone, and quotation marks.
    is_sign = value[1:2] == " " and not value[0].isalnum()
    is_prose = found[1][0] not in (*_PAIRS, "'", '"') and not (is_half or is_sign or "  " in value)
    is_sure = is_sure and is_prose
    return _mend(at, column, len(found[1]), _in_quotes(value), is_sure=is_sure)


def requoted(rows: list[str], at: Position) -> Mend | None:
    """Offer a value in quotes that its own quotation marks do not end."""
    found = _value(rows, at.line)
    if found is None or found[1][0] not in "'\"":
        return None
    column, value = found
    mark, inner = value[0], value[1:-1]
    written = {"'": "''", '"': '\\"'}[mark]
    if len(value) < 2 or value[-1] != mark:  # noqa: PLR2004 - two marks
        # With signs alone behind the last mark, one of them may be a slip.
        behind = value.rpartition(mark)[2]
        is_sure = _closes(mark, value[1:]) and any(char.isalnum() for char in behind)
        return _mend(at, column, len(value), _in_quotes(value), is_sure=is_sure)
    is_closed = _closes(mark, inner.replace(written, "x"))
    is_sure = not is_closed and mark not in (inner[:1], inner[-1:])
    if mark == "'":
        text = "'" + inner.replace(written, mark).replace(mark, written) + "'"
    else:
        text = _in_quotes(value if is_closed else inner.replace(written, mark))
    return _mend(at, column, len(value), text, is_sure=is_sure)


def _closes(mark: str, inner: str) -> bool:
    """Whether the first mark in a text looks as if it closed what stands before it."""
    first = inner.find(mark)
    return first > 0 and inner[first - 1] != " " and not inner[first + 1 : first + 2].isalnum()


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
    row, above = rows[at.line - 1], _above(rows, at.line)
    blank = row[: len(row) - len(row.lstrip(" \t"))]
    indent = _indent(above) + (2 if above.rstrip().endswith(":") else 0)
    return _mend(at, 1, len(blank), " " * indent) if "\t" in blank and row.strip() else None


def aligned(rows: list[str], at: Position) -> Mend | None:
    """Offer the column of the lines above for one that does not fit them."""
    row = "".join(rows[at.line - 1 : at.line])
    is_item = row.lstrip().startswith("- ")
    for other in reversed(rows[: at.line - 1]):
        found = re.match(r"( *)(- +)?[\w-]+:(?: |$)|( *)- ", other)
        if not found or (is_item and "- " not in found.group()):
            continue
        start = found.end(2) if found[2] and not is_item else _indent(other)
        return _mend(at, 1, _indent(row), " " * start) if start != _indent(row) else None
    return None


def indented(rows: list[str], at: Position) -> Mend | None:
    """Offer an indent for the lines of a text that stands below its key."""
    indent = _indent(_above(rows, at.line)) + 2 - _indent(rows[at.line - 1])
    return _mend(at, 1, 0, " " * indent) if indent > 0 else None


def bracketed(rows: list[str], at: Position) -> Mend | None:
    """Offer the bracket that lacks at the end of a line."""
    row = "".join(rows[at.line - 1 : at.line]).rstrip()
    sign = {"[": "]", "{": "}"}.get(row[at.column - 1 : at.column])
    return _mend(at, len(row) + 1, 0, sign) if sign and row[at.column :].strip() else None


def with_colon(rows: list[str], at: Position) -> Mend | None:
    """Offer the colon that lacks behind the first word of a line."""
    found = re.match(r"( *(?:- +)?)[a-z_]+(?= +\S)", "".join(rows[at.line - 1 : at.line]))
    if not found or not _is_among_keys(rows, at.line, len(found[1])):
        return None
    return _mend(at, found.end() + 1, 0, ":")


def broken(rows: list[str], at: Position, sign: str) -> Mend | None:
    """Offer a line of its own for what stands behind ``sign`` and cannot stand there."""
    found = re.match(
        rf"( *(?:- +)*)[\w-]+:([ ]*{sign})[ ]*(\S.*?)[ \t]*$", "".join(rows[at.line - 1 : at.line])
    )
    if not found:
        return None
    below = rows[at.line] if _goes_on(rows, at.line, len(found[1])) else ""
    start = found.end(2) if found[2].strip() not in ("", "-") else found.start(2)
    rest = rows[at.line - 1][start:].strip()
    width = len(rows[at.line - 1]) - start
    indent = _indent(below) or len(found[1]) + 2
    return _mend(
        at,
        start + 1,
        width,
        f"\n{' ' * indent}{rest}",
        is_sure=bool(rest[:1].isalnum() or rest[:2] == "- "),
    )


def commented(rows: list[str], at: Position) -> Mend | None:
    """Offer a line of its own for a comment, or quotes around a text that holds the sign."""
    row = rows[at.line - 1]
    value, comment = row[at.column - 1 : at.end_column - 1], row[at.end_column - 1 :].strip()
    found = _value(rows, at.line)
    if at.line != at.end_line or found is None or found[0] != at.column:
        return None
    if value.startswith("#"):
        return (
            None
            if value.startswith("# ")
            else _mend(at, at.column, len(found[1]), _in_quotes(found[1]))
        )
    if rows[at.line - 1].lstrip(" -").startswith("passage:") and " " not in comment[2:]:
        return _mend(at, at.column, len(found[1]), f"{value}#{comment[1:].strip()}")
    if not comment.startswith("# "):
        return _mend(at, at.column, len(found[1]), _in_quotes(found[1]))
    # One word is an id, a date or a choice, in which no sign can stand.
    is_sure = re.fullmatch("[a-z0-9][a-z0-9#-]*", value) is not None
    indent = " " * _indent(row)
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


def _above(rows: list[str], line: int) -> str:
    return next((row for row in reversed(rows[: line - 1]) if row.strip()), "")


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _is_among_keys(rows: list[str], line: int, column: int) -> bool:
    """Whether the line above or below is a key in the same column."""
    below = next((row for row in rows[line:] if row.strip()), "")
    beside = (_above(rows, line), below)
    return any(re.match(r"[\w-]+:(?: |$)", row[column:]) for row in beside)


def _likely(mend: Mend | None) -> Mend | None:
    return replace(mend, surety=Surety.LIKELY) if mend else None


def _goes_on(rows: list[str], line: int, indent: int) -> bool:
    below = next((row for row in rows[line:] if row.strip()), "")
    return _indent(below) > indent


def _in_quotes(text: str) -> str:
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _mend(at: Position, column: int, length: int, text: str, *, is_sure: bool = False) -> Mend:
    span = Position(at.file, at.line, column, at.line, column + length)
    return Mend(span, text, Surety.CERTAIN if is_sure else Surety.LIKELY)
