"""A quotation as the row of words that is aligned with those of others."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.passages.quotation import OMITTED
from generator.passages.tokens import FOLD, inner, is_word, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.collation.lexicon import Lexicon

_OMISSION = re.compile(OMITTED)
_INNER = re.compile(r"(?<=[^\W\d])[-.](?=[^\W\d])")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_PARTS = re.compile(r"([\W_]*?)((?:(?:-(?=\d))?[^\W_].*?)?)([\W_]*)")
_CLOSING = frozenset(".?!")


class Word(NamedTuple):
    """A word, or one side of the apostrophe in it, with the marks and spaces that touch it.

    ``text`` is as written: all texts in a row are the quotation. ``key`` is what is compared, and
    ``plain`` the same but for names. ``before`` and ``behind`` are the marks around it: None where
    the quotation begins or ends, unless it ends with a sentence. ``part`` counts the omissions
    before it. It ``goes_on`` when it is the other side of an apostrophe.
    """

    text: str
    key: str
    plain: str
    core: str
    before: str | None
    behind: str | None
    part: int
    goes_on: bool


def words(text: str, known: Lexicon) -> tuple[Word, ...]:
    """Take a quotation apart; empty when it has no word."""
    starts = list(_starts(text))
    if not starts:
        return ()
    cuts = [0, *(_cut(text, at) for at in starts[1:]), len(text)]
    omitted = [found.start() for found in _OMISSION.finditer(text)]
    parts = [-1, *(sum(place < at for place in omitted) for at in starts), -1]
    return tuple(
        _word(
            text[start:end], parts[number : number + 3], known, _is_apostrophe(text[starts[number]])
        )
        for number, (start, end) in enumerate(pairwise(cuts))
    )


def _word(text: str, parts: list[int], known: Lexicon, goes_on: bool) -> Word:  # noqa: FBT001
    """Make a word of its text and of the parts of the one before, its own and the next."""
    written = " ".join(_OMISSION.sub(" ", text).translate(FOLD).split())
    before, core, behind = _divided(written)
    plain = _THOUSANDS.sub("", _INNER.sub("", core.casefold())) or written
    plain = f"'{plain}" if goes_on else plain
    ending = behind if parts[1] == parts[2] else "".join(filter(_CLOSING.__contains__, behind))
    return Word(
        text=text,
        key=known.names.get(plain, plain),
        plain=plain,
        core=core,
        before=before if parts[0] == parts[1] else None,
        behind=ending if parts[1] == parts[2] else ending or None,
        part=parts[1],
        goes_on=goes_on,
    )


def _divided(written: str) -> tuple[str, str, str]:
    found = _PARTS.fullmatch(written)
    before, core, behind = found.groups() if found else ("", written, "")
    return before, core, behind


def _starts(text: str) -> Iterator[int]:
    """Yield where a word begins, or goes on behind an apostrophe.

    What a hyphen, a sign or the mark in a number joins is one word.
    """
    places = spans(text)
    joined = inner(text, places)
    is_open = False
    for number, (start, end) in enumerate(places):
        is_open = is_open and number in joined
        if is_open or not (is_word(text[start:end]) or number + 1 in joined):
            continue
        is_open = True
        yield start
        yield from (at for at in range(start + 1, end) if _is_apostrophe(text[at]))


def _is_apostrophe(char: str) -> bool:
    return char.translate(FOLD) == "'"


def _cut(text: str, start: int) -> int:
    """Return where the text of a word begins: opening marks belong to what follows."""
    at = start
    while at and not text[at - 1].isspace() and not text[at - 1].isalnum():
        at -= 1
    return at if at and text[at - 1].isspace() else start
