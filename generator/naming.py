"""Ids made from titles and names: ASCII words joined by hyphens.

Ukrainian is written by the national system of 2010 (resolution 55 of the Cabinet of Ministers),
all other scripts by the tables of anyascii. Scripts that do not write vowels give ids without.
"""

from __future__ import annotations

import re
from itertools import count, takewhile
from typing import TYPE_CHECKING

from anyascii import anyascii
from translitua import UkrainianKMU, translit

from generator.characters import without_layout
from generator.fields import id_fault

if TYPE_CHECKING:
    from collections.abc import Container

LONGEST = 60  # characters: an address that still fits a line; MAX_ID of `fields` is the hard limit
# Words that a question begins with and nobody looks for.
_SMALL = re.compile(
    r"\b(?:a|an|the|did|does|do|is|was|are|were|has|have|had|that)\b(?!['’])", re.IGNORECASE
)

# What only Ukrainian has of the languages that are written so, and what it never has.
_UKRAINIAN = re.compile("[іїєґ]|ць|ськ", re.IGNORECASE)
_OTHER = re.compile("[ыэъёўјљњћђџѓќѕ]|ск[ио]й|ская", re.IGNORECASE)
_CYRILLIC = re.compile("[\u0400-\u052f]")
# Scripts without letters for single sounds: each sign is a syllable or word of its own.
_SIGNS = re.compile("([\u2e80-\u2fdf\u3005\u3007\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff])")


def id_from(text: str, *, language: str = "", drop: bool = False) -> str:
    """Make an id of a text, cut between two words; empty where no letter or digit is left.

    ``language`` is the BCP 47 tag by which Cyrillic words are read whose letters do not tell.
    ``drop`` leaves out the small words of a question.
    """
    kept = without_layout(text)
    telling = _words(_SMALL.sub(" ", kept), language) if drop else []
    return _cut(telling or _words(kept, language), LONGEST)


def _words(text: str, language: str) -> list[str]:
    joined = re.sub(r"['`]|(?<=\d),(?=\d{3})", "", _in_ascii(text, language).lower())
    return re.findall(r"[a-z0-9]+", joined)


def _in_ascii(text: str, language: str) -> str:
    if _CYRILLIC.search(text) and _is_ukrainian(text, language):
        text = translit(text, UkrainianKMU)
    return anyascii(_SIGNS.sub(r" \1 ", text))


def _is_ukrainian(text: str, language: str) -> bool:
    if _OTHER.search(text):
        return False
    return bool(_UKRAINIAN.search(text)) or language.partition("-")[0] == "uk"


def _cut(words: list[str], limit: int) -> str:
    lengths = (len("-".join(words[: n + 1])) for n in range(len(words)))
    fitting = sum(1 for _ in takewhile(lambda length: length <= limit, lengths))
    return "-".join(words[:fitting]) if fitting else "".join(words[:1])[:limit]


def free(wanted: str, taken: Container[str]) -> str:
    """Return ``wanted``, or with a number behind it where it is taken or reserved."""
    numbered = (f"{_cut(wanted.split('-'), LONGEST - 6)}-{n}" for n in count(2))
    choices = (id_ for tries in ((wanted,), numbered) for id_ in tries)
    return next(id_ for id_ in choices if id_ not in taken and not id_fault(id_))
