"""What an edit draws at random: one of some, words, ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from random import Random

_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprstvz"


class NotHere(Exception):  # noqa: N818 - no error: the project has nothing to edit so
    """An edit finds nothing in this project that it could change."""


def choose(random: Random, found: list[Any]) -> Any:
    """Choose one; raises NotHere where there is none."""
    if not found:
        raise NotHere
    return random.choice(found)


def word(random: Random) -> str:
    """Invent a word."""
    return "".join(
        random.choice(_CONSONANTS) + random.choice(_VOWELS) for _ in range(random.randint(3, 5))
    )


def words(random: Random, count: int) -> str:
    """Invent words, the first with a capital letter."""
    return " ".join(word(random) for _ in range(count)).capitalize()


def new_id(random: Random) -> str:
    """Invent an id."""
    return f"{word(random)}-{word(random)}"


def other_word(random: Random, text: str) -> str:
    """Put another word in the place of one that is no name and not quoted."""
    places = [m.span() for m in re.finditer(r"(?<= )[a-z]{2,}\b", text.partition("“")[0])]
    start, end = choose(random, places)
    return text[:start] + word(random) + text[end:]
