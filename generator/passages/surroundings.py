"""What a quotation leaves out or steps over, as only the text itself can show.

A quotation may be word for word and still turn its source round: by an omission that jumps a
"not", or by a "did not" just before its first word.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.passages.tokens import is_word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.passages.captured import CapturedText
    from generator.passages.quotation import Result

# Words that turn a statement round, by language; from closed classes of grammar (English:
# Huddleston and Pullum, The Cambridge Grammar of the English Language, chapter 9).
_NEGATIONS = {
    "en": "not|no|never|none|nobody|nothing|neither|nor|nowhere|without|cannot|hardly|scarcely"
    "|barely|rarely|seldom|\\w+n't|deny|denies|denied|denying|refuse[sd]?|refusing|false|falsely",
    "uk": "не|ні|ніколи|ніхто|ніщо|нічого|немає|без|жоден|жодного|заперечу\\w+|відмов\\w+",
    "ru": "не|нет|ни|никогда|никто|ничего|без|отрица\\w+|отказ\\w+",
}
_ANY = re.compile("|".join(_NEGATIONS.values()), re.IGNORECASE)
_BEFORE = 6  # words: "It is not true, the mayor told the council, that" is about as far
_SENTENCE_ENDS = frozenset({".", "!", "?", ";", "..."})


def reads(language: str) -> bool:
    """Whether negations are known in a language."""
    return language.partition("-")[0] in _NEGATIONS


def is_negation(word: str) -> bool:
    """Whether a token is a negation in any of the languages known."""
    return _ANY.fullmatch(word) is not None


class Doubt(StrEnum):
    """What a reader of the quotation cannot see."""

    NEGATION_OMITTED = "omitted-negation"
    SPEAKER_OMITTED = "omitted-speaker"
    NEGATION_BEFORE = "negation-before"


def doubts(
    result: Result, text: CapturedText, language: str, others: Collection[str]
) -> Iterator[tuple[Doubt, str]]:
    """Yield what the runs of a quotation step over, with the word in question.

    ``others`` are names of people other than the speaker.
    """
    negation = re.compile(_NEGATIONS.get(language.partition("-")[0], "(?!)"), re.IGNORECASE)
    for (_, end), (start, _) in zip(result.ranges, result.ranges[1:], strict=False):
        omitted = text.words[end:start]
        found = next((word for word in omitted if negation.fullmatch(word)), None)
        if found:
            yield Doubt.NEGATION_OMITTED, found
        written = text.as_written(end, start)
        name = next((n for n in sorted(others) if _has_name(written, n)), None)
        if name:
            yield Doubt.SPEAKER_OMITTED, name
    found = next(filter(negation.fullmatch, _words_before(result.ranges[0][0], text)), None)
    if found:
        yield Doubt.NEGATION_BEFORE, found


def _words_before(first: int, text: CapturedText) -> Iterator[str]:
    """Yield the words before a place, nearest first, within its sentence; marks are no words."""
    left = _BEFORE
    for word in reversed(text.words[:first]):
        if word in _SENTENCE_ENDS or not left:
            return
        if is_word(word):
            left -= 1
            yield word


def _has_name(written: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", written) is not None
