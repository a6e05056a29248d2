"""What a quotation that is not found may have meant: the nearest words of the text."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from generator.passages.quotation import Quotation
from generator.passages.tokens import FOLD, QUOTATION_MARKS
from generator.passages.verify import compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.passages.captured import CapturedText

OMISSION = " […] "
_ALIKE = 60.0  # of 100: below it, the nearest words are others


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
        found = off.pop() if len(off) == 1 else _alike(run, text)
        if found is None:
            return None
        parts.append(found)
    quote = OMISSION.join(parts)
    return Nearest(quote, one_off=sure and changed == 1) if changed else None


def mended(quotation: Quotation, text: CapturedText) -> str | None:
    """Return the quote that is surely meant, exactly as captured; None when nothing is sure.

    Sure are other typography, and one token too many, too few or another, at one place only.
    """
    result = compare(quotation, text)
    if result.state.holds:
        return OMISSION.join(text.as_written(*span) for span in result.ranges)
    found = nearest(quotation, text)
    if found is None or not found.one_off:
        return None
    again = Quotation.of(found.quote)
    whole = Quotation(again.parts, again.runs, quotation.prefix, quotation.suffix)
    return found.quote if compare(whole, text).state.holds else None


def one_off(run: list[str], text: CapturedText) -> Iterator[tuple[int, int]]:
    """Yield every place at which the text differs from ``run`` by one token."""
    words, size = text.words, len(run)
    if size < 3:  # noqa: PLR2004 - two words, one of them wrong, could be anything
        return
    for at in range(len(words)):
        before = _common(run, words[at : at + size])
        for length in (size - 1, size, size + 1):
            end = at + length
            if end > len(words) or (before == 0 and length != size):
                continue
            behind = _common(run[::-1], words[max(at, end - size) : end][::-1])
            is_off = before + behind >= min(size, length) - (length == size)
            if is_off and not text.inner & {at, end}:
                yield at, end


def _common(one: list[str], other: list[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _alike(run: list[str], text: CapturedText) -> str | None:
    row = " ".join(text.words)
    found = fuzz.partial_ratio_alignment(" ".join(run), row, score_cutoff=_ALIKE)
    if found is None:
        return None
    start, end = row.count(" ", 0, found.dest_start), row.count(" ", 0, found.dest_end) + 1
    blocks = SequenceMatcher(None, run, text.words[start:end], autojunk=False).get_matching_blocks()
    if len(blocks) > 1:
        first, last = blocks[0], blocks[-2]
        end = min(len(text.words), start + last.b + last.size + len(run) - last.a - last.size)
        start = max(0, start + first.b - first.a)
    while start in text.inner:
        start -= 1
    while end in text.inner:
        end += 1
    return text.as_written(start, end)


def as_quoted(old: str, new: str) -> str:
    """Put the quotation marks around ``new`` that stand at the ends of ``old``."""
    before, after = old[:1], old[-1:]
    start = before if before.translate(FOLD) in QUOTATION_MARKS else ""
    end = after if after.translate(FOLD) in QUOTATION_MARKS else ""
    return f"{start}{new}{end}"


def word_diff(old: str, new: str) -> str:
    """Write what changed as ``git diff --word-diff`` does: ``[-old-]`` and ``{+new+}``."""
    one, other = old.split(), new.split()
    rows = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            rows.append(" ".join(one[a:b]))
            continue
        if b > a:
            rows.append(f"[-{' '.join(one[a:b])}-]")
        if d > c:
            rows.append("{+" + " ".join(other[c:d]) + "+}")
    return " ".join(rows)
