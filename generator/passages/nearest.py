"""What a quotation that is not found may have meant: the nearest words of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generator import wording
from generator.characters import collapse
from generator.passages.alike import OMISSION, instead, one_off
from generator.passages.quotation import OMITTED, Quotation
from generator.passages.surroundings import is_negation
from generator.passages.tokens import FOLD, QUOTATION_MARKS, is_word
from generator.passages.verify import compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.passages.captured import CapturedText

_SHORTEST = 5  # words: a shorter run with one of them wrong may mean something else
_LEADING, _TRAILING = re.compile(rf"\s*(?:{OMITTED}\s*)+"), re.compile(rf"(?:\s*{OMITTED})+\s*$")


@dataclass(frozen=True)
class Nearest:
    """The quote as the text has it, and whether it is one token off and nothing else."""

    quote: str
    one_off: bool


def nearest(quotation: Quotation, text: CapturedText) -> Nearest | None:
    """Return the words of the text that are nearest to a quotation, or None."""
    if not all(quotation.runs) or not quotation.runs:
        return None
    parts, changed, sure = [], 0, True
    for run, part in zip(quotation.runs, quotation.parts, strict=True):
        places = text.find(run)
        if any(not text.inner & {at, at + len(run)} for at in places):
            parts.append(part)
            continue
        changed += 1
        off = {text.as_written(*span) for span in one_off(run, text)}
        sure = sure and len(off) == 1
        found = off.pop() if len(off) == 1 else instead(run, text)
        if found is None:
            return None
        parts.append(found)
    quote = OMISSION.join(parts)
    return Nearest(quote, one_off=sure and changed == 1) if changed else None


def mended(quotation: Quotation, text: CapturedText) -> str | None:
    """Return the quote that is surely meant, exactly as captured; None when nothing is sure.

    Sure are other typography, and one token too many, too few or another, at one place only,
    that stands among enough others and is no negation and no number: what turns a statement
    round is never put in or taken out without somebody looking.
    """
    result = compare(quotation, text)
    if result.state.holds:
        return OMISSION.join(text.as_written(*span) for span in result.ranges)
    found = nearest(quotation, text)
    if found is None or not found.one_off:
        return None
    again = Quotation.of(found.quote)
    if not _is_slight(quotation.runs, again.runs):
        return None
    whole = Quotation(again.parts, again.runs, quotation.prefix, quotation.suffix)
    return found.quote if compare(whole, text).state.holds else None


def _is_slight(old: tuple[list[str], ...], new: tuple[list[str], ...]) -> bool:
    if len(old) != len(new):
        return False
    pairs = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    if any(min(_words(a), _words(b)) < _SHORTEST for a, b in pairs):
        return False
    changed = [word for a, b in pairs for word in _changed(a, b)]
    return not any(is_negation(word) or any(map(str.isdigit, word)) for word in changed)


def _words(run: list[str]) -> int:
    return sum(map(is_word, run))


def _changed(old: list[str], new: list[str]) -> Iterator[str]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (*old[a:b], *new[c:d])


def as_quoted(old: str, new: str) -> str:
    """Put around ``new`` the quotation marks and omissions that stand at the ends of ``old``."""
    row = collapse(old)
    start = row[:1] if row[:1].translate(FOLD) in QUOTATION_MARKS else ""
    end = row[-1:] if row[-1:].translate(FOLD) in QUOTATION_MARKS else ""
    row = row[len(start) : len(row) - len(end)]
    lead, trail = _LEADING.match(row), _TRAILING.search(row)
    return f"{start}{lead[0] if lead else ''}{new}{trail[0] if trail else ''}{end}"


def word_diff(old: str, new: str) -> str:
    """Write what changed as ``git diff --word-diff`` does: ``[-old-]`` and ``{+new+}``."""
    return wording.marked(wording.runs(old, new))
