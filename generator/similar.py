"""Finds sentences that may say nearly the same, without comparing each with each.

Prefix filtering (Chaudhuri, Ganti, Kaushik 2006, "A primitive operator for similarity joins"):
two sets of words of which a share t is common have a word in common among the rarest
``len(s) - ceil(t * len(s)) + 1`` words of each, and two among one word more (Wang, Li, Feng
2012, "Can we beat the prefix filtering?"). Only these words are indexed and looked up.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# Of all different words of two sentences, the part that both have (Jaccard). Sentences that
# share less are found as long as two of their rare words are the same.
SHARED = 0.7
# In ten thousand sentences made after one pattern every word is in hundreds, and each with each
# would be fifty million pairs: of the sentences with a word the latest are looked at, and of
# these the ones that share most words are compared.
LOOKED_AT = 100
COMPARED = 16

_WORD = re.compile(r"\w+")


def words(text: str) -> tuple[str, ...]:
    """Return the words of a sentence without regard to case, order and punctuation."""
    return tuple(sorted(_WORD.findall(text.casefold())))


def candidates(sentences: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, list[str]]]:
    """Yield each id with the ids before it whose sentences may be nearly the same."""
    holders: dict[str, list[str]] = defaultdict(list)
    for id_, rarest in _rarest(sentences):
        lists = [holders[word] for word in rarest]
        shared = Counter(chain.from_iterable(ids[-LOOKED_AT:] for ids in lists))
        least = min(2, len(rarest))
        # Those with the rarest word come first.
        near = [other for other, count in shared.items() if count >= least]
        if near:
            yield id_, near[:COMPARED]
        for ids in lists:
            ids.append(id_)


def _rarest(sentences: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, list[str]]]:
    """Yield the words of each sentence by which others are found."""
    common = Counter(chain.from_iterable(map(set, sentences.values())))
    for id_, found in sentences.items():
        by_rarity = sorted(set(found), key=lambda word: (common[word], word))
        yield id_, by_rarity[: len(by_rarity) - ceil(SHARED * len(by_rarity)) + 2]
