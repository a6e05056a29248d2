"""What the text has instead of one run of a quotation that does not stand in it."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.passages.captured import CapturedText
    from generator.passages.quotation import Span

OMISSION = " […] "
# Of 100: below it, the nearest words are others. "the ferry sank" is at 78 to "the ferry this".
_ALIKE = ((4, 90.0), (7, 75.0))  # runs of at most so many tokens
_ALIKE_LONG = 60.0
_LONGEST_GAP = 60  # tokens that a forgotten […] may have left out
_SHORTEST_GAPPED = 6  # tokens of both parts
_FEWEST = 3  # tokens that stand in the text, with words added before or behind them
_SHARE = 2 / 3  # of the run that they are


def instead(run: list[str], text: CapturedText) -> str | None:
    """Return the words that are surely or likely meant, in the order of what is likely."""
    spans = other_case(run, text) or gapped(run, text) or trimmed(run, text)
    if spans:
        return OMISSION.join(text.as_written(*span) for span in spans)
    return alike(run, text)


def one_off(run: list[str], text: CapturedText) -> Iterator[Span]:
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


def other_case(run: list[str], text: CapturedText) -> tuple[Span, ...]:
    """Return the first place at which the words stand in capitals, or without them."""
    wanted, size = [word.casefold() for word in run], len(run)
    words = [word.casefold() for word in text.words]
    for at in range(len(words) - size + 1):
        is_here = words[at] == wanted[0] and words[at : at + size] == wanted
        if is_here and not text.inner & {at, at + size}:
            return ((at, at + size),)
    return ()


def gapped(run: list[str], text: CapturedText) -> tuple[Span, ...]:
    """Return the two parts of a run from whose middle words were left out without a mark."""
    size = len(run)
    if size < _SHORTEST_GAPPED:
        return ()
    first, last = max(2, size - _standing(run, text, at_end=True)), _standing(run, text)
    found = [
        (behind - before - cut, before, cut, behind)
        for cut in range(first, min(last, size - 2) + 1)
        for before in text.find(run[:cut])
        for behind in text.find(run[cut:], before + cut)
        if behind - before - cut <= _LONGEST_GAP
        and not text.inner & {before, before + cut, behind, behind + size - cut}
    ]
    if not found:
        return ()
    _, before, cut, behind = min(found)
    return (before, before + cut), (behind, behind + size - cut)


def trimmed(run: list[str], text: CapturedText) -> tuple[Span, ...]:
    """Return the place of a run that has words too many at its start or its end."""
    for count in range(len(run) - 1, max(_FEWEST, round(_SHARE * len(run))) - 1, -1):
        for part in (run[:count], run[-count:]):
            for at in text.find(part):
                if not text.inner & {at, at + count}:
                    return ((at, at + count),)
    return ()


def _standing(run: list[str], text: CapturedText, *, at_end: bool = False) -> int:
    """Count the leading, or the last, tokens of ``run`` that stand in the text in a row."""
    low, high = 0, len(run)
    while low < high:
        middle = (low + high + 1) // 2
        stands = text.find(run[-middle:] if at_end else run[:middle])
        low, high = (middle, high) if stands else (low, middle - 1)
    return low


def alike(run: list[str], text: CapturedText) -> str | None:
    """Return the words of the text that look most like the run, if any look like it."""
    row = " ".join(text.words)
    cutoff = next((least for size, least in _ALIKE if len(run) <= size), _ALIKE_LONG)
    found = fuzz.partial_ratio_alignment(" ".join(run), row, score_cutoff=cutoff)
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
