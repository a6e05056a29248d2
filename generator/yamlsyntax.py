"""What a YAML parser's error means to the person who made the slip, and where it was made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator import yamlmend
from generator.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.problems import Mend


def short(text: str) -> str:
    """Cut a text for a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 40 else flat[:39] + "…"  # noqa: PLR2004 - fits a message


# What libyaml says -> what happened, and what to do. The words of libyaml 0.2.5.
_SYNTAX = {
    "mapping values are not allowed": (
        "unquoted text holds ': ', which starts a second value",
        "put the whole text in quotes, or behind '>-' on a line of its own",
    ),
    "could not find expected ':'": (
        "this line is neither 'key: value' nor the continuation of a text",
        "add the ':', or put text of several lines behind '>-' and indent it",
    ),
    "did not find expected key": (
        "the line does not fit what stands above it",
        "keys of one record start in one column, and so do the items of one list",
    ),
    "did not find expected '-' indicator": (
        "the line does not fit the list above it",
        "items of one list start with '-' in one column",
    ),
    "block sequence entries are not allowed": (
        "a list item cannot stand here",
        "start the list on the line below its key",
    ),
    "did not find expected comment or line break": (
        "text stands behind the '>' or '|' that starts a block of text",
        "start the text on the next line, indented",
    ),
    "found unknown escape character": (
        "a backslash in double quotes starts an escape, and this one does not exist",
        "use single quotes, or write the backslash twice",
    ),
    "did not find expected node content": (
        "a value is missing here",
        "write the value, or quote text that starts with a bracket, '%' or '*'",
    ),
}


_MENDS: dict[str, Callable[[list[str], Position], Mend | None]] = {
    "mapping values are not allowed": yamlmend.quoted,
    "could not find expected ':'": yamlmend.with_colon,
    "block sequence entries are not allowed": lambda rows, at: yamlmend.broken(rows, at, "(?=- )"),
    "did not find expected comment or line break": (
        lambda rows, at: yamlmend.broken(rows, at, "[>|][-+]?")
    ),
    "found unknown escape character": yamlmend.single,
    "did not find expected key": yamlmend.aligned,
    "did not find expected '-' indicator": yamlmend.aligned,
    "did not find expected node content": (
        lambda rows, at: yamlmend.quoted(rows, at, is_sure=False)
    ),
}


def explain(error: Any, text: str, file: str) -> Problem:
    """Make a problem of a parser's error: its words for what it expected, ours for a mend."""
    mark = error.problem_mark or error.context_mark
    said = error.problem or "not well-formed YAML"
    if "unexpected end of stream" in said and error.context_mark:
        at = _at_mark(error.context_mark, file)
        return _never_closed(text.split("\n"), at)
    if "did not find expected ',' or" in said and error.context_mark:
        return _open_bracket(text.split("\n"), _at_mark(error.context_mark, file))
    is_sign = "alphabetic or numeric character" in said
    if error.context_mark and (is_sign or "could not find expected ':'" in said):
        mark = error.context_mark
    at = _at_mark(mark, file) if mark else Position(file)
    rows = text.split("\n")
    if at.line <= len(rows):
        for explain in (
            _bad_start,
            _closed_too_soon,
            _missing_space,
            _typographic,
            _not_indented,
        ):
            if found := explain(rows, at, said):
                return found
    if is_sign:
        message = "unquoted text cannot start with '*' or '&'"
        mend = yamlmend.quoted(rows, at)
        return Problem("yaml-syntax", at, message, "put the text in quotes", mend=mend)
    known = next((words for words in _SYNTAX if words in said), "")
    message, hint = _SYNTAX.get(known, (said, ""))
    mend = _MENDS[known](rows, at) if known in _MENDS else None
    return Problem("yaml-syntax", at, message, hint, mend=mend)


def _never_closed(rows: list[str], at: Position) -> Problem:
    message = "this quotation mark is never closed"
    return Problem("yaml-syntax", at, message, "close it", mend=yamlmend.closed(rows, at))


def _bad_start(rows: list[str], at: Position, said: str) -> Problem | None:
    """Explain a line or a text that starts with a character that it cannot start with."""
    row = rows[at.line - 1]
    before = row[: at.column - 1]
    if "\t" in row[: at.column] and not row[: at.column].strip(" \t"):
        message, mend = "a tab cannot indent YAML", yamlmend.untabbed(rows, at)
        return Problem("yaml-syntax", at, message, "use spaces", mend=mend)
    if "cannot start any token" in said:
        message = f"unquoted text cannot start with '{row[at.column - 1 : at.column]}'"
        mend = yamlmend.quoted(rows, at)
        return Problem("yaml-syntax", at, message, "put the text in quotes", mend=mend)
    if before.rstrip(" ").endswith(("]", "}")) and re.match(r"[ -]*[\w-]+:[ ]+[\[{]", before):
        message = "text follows a closing bracket: unquoted text cannot start with '[' or '{'"
        mend = yamlmend.quoted(rows, at)
        return Problem("yaml-syntax", at, message, "put the whole text in quotes", mend=mend)
    return None


_QUOTED_VALUE = re.compile(r"[ -]*[\w-]+:[ ]+(['\"])")


def _closed_too_soon(rows: list[str], at: Position, _said: str) -> Problem | None:
    """Explain text that stands behind a closing quotation mark."""
    before = rows[at.line - 1][: at.column - 1].rstrip()
    if not before.endswith(("'", '"')):
        return None
    own = _QUOTED_VALUE.match(before)
    if own and own.end() < len(before):
        message = "the quotation mark before this closed the text, and more text follows"
        hint = "inside '…' write an apostrophe twice (''), or put the text behind '>-'"
        return Problem("yaml-syntax", at, message, hint, mend=yamlmend.requoted(rows, at))
    # The mark that should open this line's text closed one that was open since a line above.
    for number in range(at.line - 1, 0, -1):
        found = _QUOTED_VALUE.match(rows[number - 1])
        if found and found[1] not in rows[number - 1][found.end() :].replace("''", ""):
            start = found.start(1) + 1
            opened = Position(at.file, number, start, number, start + 1)
            return _never_closed(rows, opened)
    return None


def _missing_space(rows: list[str], at: Position, said: str) -> Problem | None:
    """Explain a line that only lacks a space, or a colon that a line above lacks."""
    if "could not find expected ':'" not in said and "mapping values" not in said:
        return None
    for number in (at.line, at.line - 1):
        row = rows[number - 1] if number else ""
        if "\u00a0" in row:
            column = row.index("\u00a0") + 1
            there = Position(at.file, number, column, number, column + 1)
            message = "a no-break space is not the space that YAML needs"
            hint, mend = (
                "type an ordinary space in its place",
                yamlmend.replaced(there, column, " "),
            )
            return Problem("yaml-syntax", there, message, hint, mend=mend)
        if found := re.match(r"[ ]*(?:-[ ]+)?([\w-]+):([^\s:/]\S*)", row):
            there = Position(at.file, number, found.start(1) + 1, number, found.end() + 1)
            message = f"a space is missing behind '{short(found[1])}:'"
            hint = f"write '{short(found[1])}: {short(found[2])}'"
            is_sure = re.fullmatch("[a-z_]+", found[1]) is not None and found[2][0].isalnum()
            mend = yamlmend.spaced(there, found.end(1) + 2, is_sure=is_sure)
            return Problem("yaml-syntax", there, message, hint, mend=mend)
    row = rows[at.line - 1]
    if "mapping values" in said and row[: at.column - 1].lstrip(" -").replace("_", "").isalnum():
        message = "this key does not fit the line above it"
        hint = "add the ':' that is missing above, or align this line with the other keys"
        return Problem("yaml-syntax", at, message, hint, mend=yamlmend.aligned(rows, at))
    return None


def _not_indented(rows: list[str], at: Position, said: str) -> Problem | None:
    """Explain the first line of a text that does not stand farther right than its key."""
    above = next((row for row in reversed(rows[: at.line - 1]) if row.strip()), "")
    found = re.search(r"([\w-]+:[ ]+[>|][-+]?)[ ]*$", above)
    if "could not find expected ':'" not in said or not found:
        return None
    message = f"the text of '{found[1]}' must stand farther right than its key"
    mend = yamlmend.indented(rows, at)
    hint = "indent each line of the text by two spaces"
    return Problem("yaml-syntax", at, message, hint, mend=mend)


def _open_bracket(rows: list[str], at: Position) -> Problem:
    sign = rows[at.line - 1][at.column - 1 : at.column]
    there = Position(at.file, at.line, at.column, at.line, at.column + 1)
    if "]" in rows[at.line - 1] or "}" in rows[at.line - 1]:
        said, mend = "the list or mapping in brackets cannot be read", None
    else:
        said, mend = f"this '{sign}' is never closed", yamlmend.bracketed(rows, at)
    hint = "close it, or quote text that starts with '[' or '{'"
    return Problem("yaml-syntax", there, said, hint, mend=mend)


def _typographic(rows: list[str], at: Position, said: str) -> Problem | None:
    """Explain typographic quotation marks that were meant to quote for YAML."""
    found = re.match(r"[ -]*[\w-]+:[ ]+([“„«‘])", rows[at.line - 1])
    if "mapping values" not in said or not found:
        return None
    there = Position(at.file, at.line, found.start(1) + 1, at.line, found.start(1) + 2)
    message = f"'{found[1]}' does not quote in YAML, and the text holds ': '"
    hint = "use straight quotation marks, ' or \""
    return Problem("yaml-syntax", there, message, hint, mend=yamlmend.quoted(rows, at))


def _at_mark(mark: Any, file: str) -> Position:
    return Position(file, mark.line + 1, mark.column + 1)
