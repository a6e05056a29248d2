"""What counts as the same word.

A text is a row of tokens: Unicode words, in which an apostrophe or hyphen between letters
belongs to the word, and single punctuation marks, after NFC. Two texts say the same when
their tokens are equal under the fold table below and nothing else: case, digits and every
other mark count.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.characters import without_layout

_DOUBLE = '"\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u2036\u275d\u275e\u301d\u301e\u301f\uff02'
_SINGLE = "'\u0060\u00b4\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u02bc\uff07"
_HYPHEN = "-\u2010\u2011"
_DASH = "\u2012\u2013\u2014\u2015\u2212"
_SPACE = "\u00a0\u2000-\u200a\u202f\u205f\u3000"

# The fold table, whole: kinds of quotation marks, apostrophes, dashes, the ellipsis, and
# ligatures of the letters ff; fi; fl. Spaces of any width part tokens and are none.
FOLD = str.maketrans(
    dict.fromkeys(_DOUBLE, '"')
    | dict.fromkeys(_SINGLE, "'")
    | dict.fromkeys(_HYPHEN + _DASH, "-")
    | {"\u2026": "...", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl"}
    | {"\ufb03": "ffi", "\ufb04": "ffl"}
)
# A hyphen joins the words beside it, a dash parts them: "time—the" is two words.
# Three full stops are one token, as the ellipsis is: "found." does not end "found...".
_TOKEN = re.compile(rf"\w+(?:[{re.escape(_SINGLE + _HYPHEN)}]\w+)*|\.\.\.|[^\w\s{_SPACE}]")

QUOTATION_MARKS = frozenset({'"', "'"})


class Token(NamedTuple):
    """A folded token and where it stands in the text it came from (code points, end open)."""

    text: str
    start: int
    end: int


def clean(text: str) -> str:
    """Bring a captured text into normal form C, without invisible layout characters."""
    return without_layout(text)


def tokenize(text: str) -> list[Token]:
    """Split ``text`` (as ``clean`` returns it) into folded tokens with their places."""
    return [Token(f.group().translate(FOLD), *f.span()) for f in _TOKEN.finditer(text)]
