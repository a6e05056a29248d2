"""What counts as the same word.

A text is a row of tokens after NFC: Unicode words, to which an apostrophe between letters
belongs, and single marks. Two texts say the same when their tokens are equal under the fold
table below and nothing else: case, digits and every other mark count. A mark that touches a
word on both sides is another token than the same mark beside a space: "1,200" is not "1, 200".
A hyphen is a token of its own, so that a dash typed in its place is the same word; that no
quotation begins or ends inside a hyphenated word or a number is a rule about places (``inner``).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

VERSION = "factcheck-tokens/1"

_DOUBLE = '"\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u2036\u275d\u275e\u301d\u301e\u301f\uff02'
_SINGLE = "'\u0060\u00b4\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u02bc\uff07"
_LETTER = "\u02bc"  # an apostrophe among the single marks that Unicode has for a letter
_HYPHEN = "-\u2010\u2011"
_DASH = "\u2012\u2013\u2014\u2015\u2212"

# The fold table, whole: kinds of quotation marks, apostrophes, dashes, the ellipsis, and
# ligatures of the letters ff; fi; fl. Spaces of any width part tokens and are none.
_KINDS = dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_SINGLE, "'")
_KINDS |= dict.fromkeys(_HYPHEN + _DASH, "-")
_WIDE = {"\u2026": "...", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl"}
_WIDE |= {"\ufb03": "ffi", "\ufb04": "ffl"}
FOLD = str.maketrans(_KINDS | _WIDE)

# Kinds of one mark are folded in the whole text at once: places stay, and U+02BC, which
# Unicode has for a letter, is an apostrophe before anything is taken for a word.
# U+0001 is kept for the next rule; no text has it.
TIGHT = "\x01"
_FOLD_KINDS = str.maketrans(_KINDS | {TIGHT: "\ufffd"})
_IS_WIDE = re.compile(f"[{''.join(_WIDE)}]")
# Three full stops are one token, as the ellipsis is: "found." does not end "found...".
_TOKEN = re.compile(rf"\w+(?:'\w+)*|{TIGHT}?(?:\.\.\.|[^\w\s{TIGHT}]){TIGHT}?")
# A mark without a space between two words, or the sign of a number, is told apart from the
# same mark beside a space, which would otherwise make "5. 3" of "5.3"; and both from each
# other, or "5-10" would be "5 -10".
# The mark comes first in both patterns: looking back from every letter takes longer.
_TIGHT = re.compile(r"(?:\.\.\.(?<=\w\.\.\.)|[^\w\s'](?<=\w[^\w\s']))(?=\w)")
_SIGN = re.compile(r"-(?<!\w-)(?=\d)")

# Marks that join what stands on both sides into one word: a hyphen (but no dash) between
# letters, a mark inside a number, the full stops of initials, the sign before a number.
# Without this, "500" would stand in "41,500", "combatants" in "non-combatants".
_JOINT = re.compile(
    rf"(?<=\w)[{_HYPHEN}](?=\w)|(?<=\d)[.,:/{_DASH}](?=\d)|(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)"
    rf"|(?<!\w)[{_HYPHEN}\u2212](?=\d)"
)

QUOTATION_MARKS = frozenset({'"', "'"})


class Token(NamedTuple):
    """A folded token and where it stands in the text it came from (code points, end open)."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """Split ``text``, which is in normal form C, into folded tokens with their places."""
    return [Token(word, *at) for word, at in zip(folded(text), spans(text), strict=True)]


def spans(text: str) -> list[tuple[int, int]]:
    """Return the places of the tokens alone (code points, end open): as ``tokenize``, faster."""
    return [found.span() for found in _TOKEN.finditer(text.translate(_FOLD_KINDS))]


def folded(text: str) -> list[str]:
    """Return the folded tokens of ``text`` without their places: as ``tokenize``, faster."""
    plain = text.translate(_FOLD_KINDS)
    signed = _SIGN.sub(rf"\g<0>{TIGHT}", plain)
    found = _TOKEN.findall(_TIGHT.sub(rf"{TIGHT}\g<0>", signed))
    if not _IS_WIDE.search(text):
        return found
    return [word if word.isascii() else word.translate(FOLD) for word in found]


def shown(token: str) -> str:
    """Write a token for people."""
    return token.strip(TIGHT)


def inner(text: str, places: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the numbers of the tokens before which no quotation may begin or end.

    They stand inside a hyphenated word, a number or initials. ``places`` are the spans of the
    tokens of ``text``.
    """
    starts = [start for start, _ in places]
    found: set[int] = set()
    for joint in _JOINT.finditer(text.replace(_LETTER, "'")):
        # A sign joins only what follows it; three full stops are no joint and no start.
        number = bisect_left(starts, joint.start())
        if number == len(starts) or starts[number] != joint.start():
            continue
        if number and places[number - 1][1] == joint.start() and _is_word(text, starts[number - 1]):
            found.add(number)
        found.add(number + 1)
    return frozenset(found | set(_marked_letters(text, places)))


def _marked_letters(text: str, places: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield the places inside words of scripts whose vowels or accents are marks of their own."""
    if not any(map(_is_combining, set(text))):
        return
    for number, (start, end) in enumerate(places):
        # Category M, which is not of a word to the rule of tokens, belongs to its letter.
        if start and not text[start].isascii() and _is_combining(text[start]):
            yield number
            if end < len(text) and text[end].isalnum():
                yield number + 1


def _is_combining(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def _is_word(text: str, start: int) -> bool:
    return text[start].isalnum() or text[start] == "_"


def is_word(token: str) -> bool:
    """Whether a folded token is a word, and not a mark."""
    return token[0].isalnum() or token[0] == "_"
