"""Bytes to text that is safe to parse."""

from __future__ import annotations

import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from generator.characters import FORBIDDEN, first_not_normal
from generator.problems import Position, Problem, position_of
from generator.unmerged import conflicts

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 64 * 1024
MAX_CHARACTER_PROBLEMS = 20  # a file of nothing else would take minutes to report


def decode(raw: bytes, file: str) -> tuple[str, list[Problem]]:
    """Bytes to text that is safe to parse: UTF-8, NFC, no invisible characters.

    Line ends may be LF or CRLF. Returns an empty text when there are problems.
    """
    if len(raw) > MAX_BYTES:
        message = f"the file has more than {MAX_BYTES:,} bytes"
        hint = "split it into several records"
        return "", [Problem("too-large", Position(file), message, hint)]
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        at = position_of(file, before, len(before))
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return "", [Problem("bad-encoding", at, message, "save the file as UTF-8")]
    problems = [*_bad_characters(text, file), *conflicts(text, file)]
    return ("" if problems else text), problems


def _bad_characters(text: str, file: str) -> Iterator[Problem]:
    if text.startswith("\ufeff"):
        message = "the file starts with a byte order mark"
        yield Problem("bad-encoding", Position(file), message, "save it as UTF-8 without BOM")
        text = " " + text[1:]
    # To look at each character that occurs takes a third of the time of a walk through the text.
    if FORBIDDEN.search("".join(set(text))):
        for found in islice(FORBIDDEN.finditer(text), MAX_CHARACTER_PROBLEMS):
            yield forbidden(found.group(), position_of(file, text, found.start(), 1))
    if (first := first_not_normal(text)) is not None:
        yield not_normal(text, first, position_of(file, text, first, 1))


def forbidden(char: str, at: Position) -> Problem:
    """Make the problem of a character that changes text unseen."""
    name = unicodedata.name(char, "a control character")
    said = f"U+{ord(char):04X} ({name}) is not allowed in a record: it changes text unseen"
    return Problem("forbidden-character", at, said, "delete it, or type what belongs there")


def not_normal(text: str, first: int, at: Position) -> Problem:
    """Make the problem of a text that is not in NFC from its character ``first`` on."""
    char = unicodedata.normalize("NFC", text)[first : first + 1]
    said = f"the text is not in Unicode normal form C from '{char}' on"
    return Problem("bad-encoding", at, said, f"type it as one character: '{char}'")
