"""What counts as the same word.

A text is a row of tokens: Unicode words, in which an apostrophe or hyphen between letters
belongs to the word, and single punctuation marks, after NFC. Two texts say the same when
their tokens are equal under the fold table below and nothing else: case, digits and every
other mark count.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_DOUBLE = '"\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u2036\u275d\u275e\u301d\u301e\u301f\uff02'
_SINGLE = "'\u0060\u00b4\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u02bc\uff07"
_DASH = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SPACE = "\u00a0\u2000-\u200a\u202f\u205f\u3000"

# The fold table, whole: kinds of quotation marks, apostrophes, dashes, the ellipsis, and
# ligatures of the letters ff; fi; fl. Spaces of any width part tokens and are none.
FOLD = str.maketrans(
    dict.fromkeys(_DOUBLE, '"')
    | dict.fromkeys(_SINGLE, "'")
    | dict.fromkeys(_DASH, "-")
    | {"\u2026": "...", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl"}
    | {"\ufb03": "ffi", "\ufb04": "ffl"}
)
# Removed from captures, where they are layout; refused in records, where nobody sees them.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_TOKEN = re.compile(rf"\w+(?:[{re.escape(_SINGLE + _DASH)}]\w+)*|[^\w\s{_SPACE}]")

QUOTATION_MARKS = frozenset({'"', "'"})


class Token(NamedTuple):
    """A folded token and where it stands in the text it came from (code points, end open)."""

    text: str
    start: int
    end: int


def clean(text: str) -> str:
    """Bring a captured text into normal form C, without invisible layout characters."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def tokenize(text: str) -> list[Token]:
    """Split ``text`` (as ``clean`` returns it) into folded tokens with their places."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        folded = found.group().translate(FOLD)
        parts = folded if folded == "..." else (folded,)
        tokens += (Token(part, *found.span()) for part in parts)
    return tokens
