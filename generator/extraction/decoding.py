"""Bytes to text. Nothing is guessed: a wrong guess changes words without anyone seeing it."""

from __future__ import annotations

import codecs
import re

from generator.problems import Position, Problem

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Where a page may name its encoding, and the two ways to do it.
_HEAD = 4096
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE
)
# Pages that name these are written in windows-1252, which has curly quotation marks where
# they have control characters. Browsers read them so (WHATWG Encoding, "Names and labels").
_WINDOWS = {"iso8859-1", "ascii"}

_HINT = "save it as UTF-8 text; a web page is best saved from the browser"


def utf8(raw: bytes, name: str) -> tuple[str | None, list[Problem]]:
    """Decode strict UTF-8, exactly as it is; a NUL means that it is no text."""
    return _checked(raw, name, "utf-8")


def page(raw: bytes, name: str) -> tuple[str | None, list[Problem]]:
    """Decode a web page by byte order mark, as UTF-8, or by the encoding that it names.

    UTF-8 is tried before the name: browsers save pages as UTF-8 and leave the old name in.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _checked(raw[len(mark) :], name, encoding)
    text, problems = utf8(raw, name)
    declared = _declared(raw)
    return _checked(raw, name, declared) if text is None and declared else (text, problems)


def _declared(raw: bytes) -> str:
    """Return Python's name of the encoding that a page names, or an empty string."""
    found = _DECLARED.search(raw[:_HEAD])
    try:
        codec = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except (LookupError, UnicodeDecodeError):
        return ""
    return "cp1252" if codec in _WINDOWS else codec


def _checked(raw: bytes, name: str, encoding: str) -> tuple[str | None, list[Problem]]:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        at = f"byte 0x{raw[error.start]:02X} at offset {error.start}"
        return None, [_refused(name, f"The capture is not {encoding.upper()} text: {at}.")]
    except (LookupError, ValueError):
        # Python also has codecs that turn bytes into bytes, such as "hex".
        return None, [
            _refused(name, f"The capture names an encoding that no text has: {encoding}.")
        ]
    if "\0" in text:
        return None, [
            _refused(name, f"The capture is no text: a NUL at offset {text.index(chr(0))}.")
        ]
    return text, []


def _refused(name: str, message: str) -> Problem:
    return Problem("bad-encoding", Position(name), message, _HINT)
