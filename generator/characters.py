"""Characters that change a text without anyone seeing it."""

from __future__ import annotations

import re
import unicodedata

# Soft hyphen, joiners, zero-width and direction marks, fillers, tag characters.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
# Controls but tab and line feed. U+0085, U+2028 and U+2029 are line breaks to YAML.
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)

# What a record must not hold. U+FFFC and U+FFFD stand where an earlier program lost text.
FORBIDDEN = re.compile(f"[{_INVISIBLE}{_CONTROLS}{_NONCHARACTERS}\ufffc\ufffd]")

# A run of blanks that is more than one space: most blanks are that, and need no change.
_BLANKS = re.compile(r"[ \t\r\n](?:(?<! )|[ \t\r\n])[ \t\r\n]*")
_LAYOUT = re.compile(f"[{_INVISIBLE}{_NONCHARACTERS}]")
_BREAKS = re.compile(f"[{_CONTROLS}]")


def first_not_normal(text: str) -> int | None:
    """Return the place of the first character that normal form C would change, or None."""
    if unicodedata.is_normalized("NFC", text):
        return None
    normal = unicodedata.normalize("NFC", text)
    pairs = zip(text, normal, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), len(normal))


def canonical(text: str) -> tuple[str, int]:
    """Bring a captured text into normal form C, without invisible layout; count what was that."""
    kept, removed = _LAYOUT.subn("", text)
    return unicodedata.normalize("NFC", _BREAKS.sub(" ", kept)), removed


def without_layout(text: str) -> str:
    """Bring a captured text into normal form C; drop what is invisible, keep what parts words."""
    return canonical(text)[0]


def blanks_as_one(text: str) -> str:
    """Make line ends and runs of blanks one space; a no-break or thin space is text."""
    return _BLANKS.sub(" ", text)


def collapse(text: str) -> str:
    """Do the same, and drop the blanks at both ends."""
    return blanks_as_one(text).strip(" ")


def printable(text: str) -> str:
    """Write text so that neither a terminal nor a log obeys it; each character keeps its column.

    GitHub's runner takes "##[" for a command wherever it stands in a line, and "::" where
    nothing but blanks stands before it: nobody's text may begin a line.
    """
    return FORBIDDEN.sub("�", text).replace("##[", "##�")


def visible(text: str) -> str:
    """Write text for a line of a terminal or log: nothing in it can start a new line."""
    return printable(" ".join(_encodable(text).split()))


def one_line(text: str) -> str:
    """Write text to paste on one line: spaces of any width stay, nothing can start a new line."""
    return printable(blanks_as_one(_encodable(text)))


def _encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
