"""Which quotations carry the same statement.

Measured on the claims of this site, where 25 pairs of quotations from different sources say the
same: they share three words or more of 12 letters together, a third of the shorter quotation, and
these stand close. Of the others, those that come nearest share "it will be", of 8 letters, less
than a third, or words that stand far apart.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from generator.collation.matching import matches

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from generator.collation.lexicon import Lexicon
    from generator.collation.witness import Word

_WORDS = 3  # that both have
_LETTERS = 12  # of these words: "it will be" says nothing
_SHARE = 1 / 3  # of the letters of the shorter quotation
_MOST = 0.5  # of the letters of the longer one
_DENSE = 0.5  # of the words from the first to the last that both have


_WORD = re.compile(r"\w+")


def candidates(texts: Sequence[str], holders: Sequence[str], known: Lexicon) -> list[int]:
    """Return the places of quotations that may belong to one of another holder: a quick look."""
    found: set[int] = set()
    bags = [
        {known.names.get(word, word) for word in _WORD.findall(text.casefold())} for text in texts
    ]
    for one, other in combinations(range(len(texts)), 2):
        # A name is one word at least, and hyphens part what is compared as one.
        shared = bags[one] & bags[other] if holders[one] != holders[other] else ()
        if len(shared) >= _WORDS and sum(map(len, shared)) >= _LETTERS:
            found |= {one, other}
    return sorted(found)


def groups(
    rows: Sequence[Sequence[Word]],
    holders: Sequence[str],
    aside: Container[int] = (),
) -> list[tuple[int, ...]]:
    """Return the places of quotations that belong together, from two ``holders`` at least.

    Those ``aside`` speak neither for the statement nor against it: they count as the same only
    when most of both is.
    """
    first = list(range(len(rows)))
    for one, other in combinations(range(len(rows)), 2):
        is_aside = one in aside or other in aside
        if first[one] != first[other] and _are_alike(rows[one], rows[other], is_aside=is_aside):
            low, high = sorted((first[one], first[other]))
            first = [low if at == high else at for at in first]
    found = (tuple(n for n, at in enumerate(first) if at == head) for head in sorted(set(first)))
    return [members for members in found if len({holders[at] for at in members}) > 1]


def _are_alike(one: Sequence[Word], other: Sequence[Word], *, is_aside: bool) -> bool:
    pairs = matches([word.key for word in one], [word.key for word in other])
    if len(pairs) < _WORDS:
        return False
    (a, b), (c, d) = pairs[0], pairs[-1]
    shared = _letters(one[at] for at, _ in pairs)
    letters = sorted((_letters(one), _letters(other)))
    return (
        shared >= _LETTERS
        and shared >= (_MOST * letters[1] if is_aside else _SHARE * letters[0])
        and 2 * len(pairs) >= _DENSE * (c - a + d - b + 2)
    )


def _letters(row: Iterable[Word]) -> int:
    return sum(len(word.key) for word in row)
