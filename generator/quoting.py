"""Words of a captured text to the YAML of a passage."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from generator import yamltext
from generator.passages.alike import OMISSION
from generator.passages.nearest import nearest
from generator.passages.quotation import Quotation, State
from generator.passages.tokens import is_word, tokenize
from generator.passages.verify import compare
from generator.records import PassageKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.passages.archive import Archived
    from generator.passages.captured import CapturedText
    from generator.passages.quotation import Result

_REACH = 40  # tokens of prefix or suffix that are tried
_PLACES = 5  # of a quotation that stands more often
_ID_WORDS = 4
_PARAGRAPH_END = re.compile(r"\n\s*\n")


class Outcome(StrEnum):
    """What became of the words that somebody looks for."""

    EMPTY = "empty"
    FOUND = "found"  # at one place, or at several that are told apart
    UNTOLD = "untold"  # at several, and nothing near tells them apart
    OMISSION = "omission"  # they can be read in several ways around what is left out
    NEAREST = "nearest"  # not so, but others like them are
    NOTHING = "nothing"


@dataclass(frozen=True)
class Found:
    """A quotation as captured, where it stands, and what tells it from others like it."""

    quote: str
    result: Result
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Answer:
    """The outcome, the passages to choose from, and how many places there are (to 99)."""

    outcome: Outcome
    found: tuple[Found, ...] = ()
    places: int = 1


def find(words: str, archived: Archived) -> Answer:
    """Look for ``words``; where they do not stand so, for the nearest."""
    quotation = Quotation.of(words)
    if not any(map(is_word, quotation.tokens)):
        return Answer(Outcome.EMPTY)
    answer = _exact(quotation, archived)
    if answer.outcome is not Outcome.NOTHING:
        return answer
    near = nearest(quotation, archived.text)
    if near is None:
        return answer
    other = _exact(Quotation.of(near.quote), archived)
    return replace(other, outcome=Outcome.NEAREST) if other.found else other


def _exact(quotation: Quotation, archived: Archived) -> Answer:
    text = archived.text
    result = compare(quotation, text)
    if result.state.holds:
        quote = OMISSION.join(text.as_written(*span) for span in result.ranges)
        return Answer(Outcome.FOUND, (Found(quote, result),))
    if result.state is not State.AMBIGUOUS:
        return Answer(Outcome.NOTHING)
    if len(quotation.runs) > 1:
        return Answer(Outcome.OMISSION, places=result.places)
    found = tuple(_told_apart(quotation, text))
    outcome = Outcome.FOUND if found else Outcome.UNTOLD
    return Answer(outcome, found, result.places)


def _told_apart(quotation: Quotation, text: CapturedText) -> Iterator[Found]:
    run = quotation.runs[0]
    places = [at for at in text.find(run) if not text.inner & {at, at + len(run)}]
    for at in places[:_PLACES]:
        tried = (_decided(text, at, at + len(run), reach) for reach in range(1, _REACH + 1))
        yield from (found for found in (next(filter(None, tried), None),) if found)


def _decided(text: CapturedText, start: int, end: int, reach: int) -> Found | None:
    """Return a place with the least words around it that nothing else has, if these are so."""
    quote = text.as_written(start, end)
    behind = text.as_written(end, min(end + reach, len(text.words)))
    before = text.as_written(max(0, start - reach), start)
    for prefix, suffix in (("", behind), (before, ""), (before, behind)):
        result = compare(Quotation.of(quote, prefix, suffix), text)
        if result.state.holds:
            return Found(quote, result, prefix, suffix)
    return None


def kind_of(found: Found, text: CapturedText) -> PassageKind:
    """Tell speech from narration by the quotation marks around it within its paragraph."""
    first, last = found.result.ranges[0][0], found.result.ranges[-1][1]
    tokens = tokenize(text.text)
    ends = [0, *(end.end() for end in _PARAGRAPH_END.finditer(text.text)), len(text.text)]
    begin = max(end for end in ends if end <= tokens[first].start)
    finish = min(end for end in ends if end >= tokens[last - 1].end)
    marks = [token for token in tokens if token.text == '"' and begin <= token.start < finish]
    before = [mark.start for mark in marks if mark.end <= tokens[first].start]
    behind = [mark.start for mark in marks if mark.start >= tokens[last - 1].end]
    is_speech = (
        before and behind and _opens(text.text, before[-1]) and _closes(text.text, behind[0])
    )
    return PassageKind.DIRECT_SPEECH if is_speech else PassageKind.NARRATION


def _opens(text: str, at: int) -> bool:
    return not text[at - 1 : at].isalnum() and bool(text[at + 1 : at + 2].strip())


def _closes(text: str, at: int) -> bool:
    return bool(text[at - 1 : at].strip()) and not text[at + 1 : at + 2].isalnum()


def as_yaml(found: Found, archived: Archived, key: str) -> str:
    """Write a passage of the id ``key`` to paste below ``passages:``."""
    rows = [f"  {key}:", *_text("quote", found.quote)]
    rows += _text("prefix", found.prefix) + _text("suffix", found.suffix)
    rows += ["    # who speaks: an id of content/people/, or null", "    speaker: null"]
    rows += [
        "    # direct-speech, reported-speech, narration, headline or caption",
        f"    kind: {kind_of(found, archived.text)}",
    ]
    place = archived.place_of(found.result.ranges[0][0])
    if place:
        rows.append(f"    at: {yamltext.plain(place)}")
    return "\n".join(rows)


def _text(key: str, text: str) -> list[str]:
    if not text:
        return []
    plain = yamltext.plain(text)
    if len(plain) <= yamltext.WIDTH - 4 - len(key) - 2:
        return [f"    {key}: {plain}"]
    return [f"    {key}: >-", *(f"      {row}" for row in yamltext.wrapped(text, 6))]


def id_of(quote: str, taken: Collection[str]) -> str:
    """Make an id of the first words of a quote that is not among ``taken``."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", quote.lower()))[:_ID_WORDS]
    stem = "-".join(words)[:60].strip("-") or "passage"
    number, name = 2, stem
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    return name
