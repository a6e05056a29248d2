"""What changed between two wordings of a text, word by word."""

from __future__ import annotations

from enum import Enum
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

from generator.characters import collapse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MANY = 3000  # words that differ; of more, the whole counts as replaced
_NEAR = 6  # words that are shown on each side of a change


class Mark(Enum):
    """Whether a run of words stands in both wordings, in the old or in the new one."""

    SAME = 0
    OLD = -1
    NEW = 1


class Run(NamedTuple):
    """Words in a row that share a mark."""

    mark: Mark
    text: str


def runs(old: str, new: str) -> list[Run]:
    """Compare two texts; of words that were replaced the old ones come first."""
    one, other = collapse(old).split(" "), collapse(new).split(" ")
    head = _common(one, other)
    tail = _common(one[head:][::-1], other[head:][::-1])
    middle = _middle(one[head : len(one) - tail], other[head : len(other) - tail])
    found = [(Mark.SAME, one[:head]), *middle, (Mark.SAME, one[len(one) - tail :])]
    texts = (Run(mark, " ".join(part)) for mark, part in found)
    return [run for run in texts if run.text]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _middle(one: list[str], other: list[str]) -> Iterator[tuple[Mark, list[str]]]:
    """Compare what lies between the first word that differs and the last."""
    out: list[str] = []
    come: list[str] = []
    # The longest common subsequence, 64 words at a step: no text makes it slow.
    steps = LCSseq.opcodes(one, other) if max(len(one), len(other)) <= MANY else ()
    for step in steps:
        if step.tag == "equal":
            yield from ((Mark.OLD, out), (Mark.NEW, come))
            yield Mark.SAME, one[step.src_start : step.src_end]
            out, come = [], []
        else:
            out += one[step.src_start : step.src_end]
            come += other[step.dest_start : step.dest_end]
    yield from (
        ((Mark.OLD, out), (Mark.NEW, come)) if steps else ((Mark.OLD, one), (Mark.NEW, other))
    )


def brief(found: Sequence[Run]) -> list[Run]:
    """Leave out what stands far from any change."""
    last = len(found) - 1
    return [
        Run(run.mark, _near(run.text, left=number > 0, right=number < last))
        if run.mark is Mark.SAME
        else run
        for number, run in enumerate(found)
    ]


def _near(text: str, *, left: bool, right: bool) -> str:
    """Keep the words at the ends that touch a change."""
    words = text.split(" ")
    kept = _NEAR * (left + right)
    if len(words) <= kept + 1:
        return text
    parts = [*words[: _NEAR if left else 0], "…", *(words[-_NEAR:] if right else ())]
    return " ".join(parts)


def marked(found: Iterable[Run]) -> str:
    """Write runs as ``git diff --word-diff`` does: ``[-old-]`` and ``{+new+}``."""
    return " ".join(_ENDS[run.mark][0] + run.text + _ENDS[run.mark][1] for run in found)


_ENDS = {Mark.SAME: ("", ""), Mark.OLD: ("[-", "-]"), Mark.NEW: ("{+", "+}")}
