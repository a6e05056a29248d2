"""The growing row of columns: the words that stand at one place, by the number of the wording."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from generator.collation.matching import matches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.collation.witness import Word

Column = dict[int, "Word"]
Words = list["Word"]


def aligned(witnesses: Sequence[Sequence[Word]]) -> list[Column]:
    """Align all, the longest first, so that the others find their places in it."""
    order = sorted(range(len(witnesses)), key=lambda number: (-len(witnesses[number]), number))
    columns: list[Column] = [{order[0]: word} for word in witnesses[order[0]]]
    for number in order[1:]:
        columns = _placed(columns, number, list(witnesses[number]))
    return columns


def _placed(columns: list[Column], number: int, words: Words) -> list[Column]:
    own = {word.key for word in words}
    pairs = matches([_key(column, own) for column in columns], [word.key for word in words])
    edges = [(-1, -1), *pairs, (len(columns), len(words))]
    done: list[Column] = []
    for (a, b), (c, d) in pairwise(edges):
        left, right = columns[a] if a > -1 else {}, columns[c] if c < len(columns) else {}
        if right:
            right[number] = words[d]
        done += _between(columns[a + 1 : c], words[b + 1 : d], number, left, right)
        done += [right] if right else []
    return done


def _between(
    columns: list[Column], words: Words, number: int, left: Column, right: Column
) -> list[Column]:
    """Place the words that no column has, between two columns that the wording is part of.

    A word stands opposite another only when both reach the same neighbour without an omission
    or an end between: what a quotation leaves out is not known, and no difference.
    """
    near_left = _reaching(columns, left)
    near_right = _reaching(columns[::-1], right)
    head, middle, tail = _divided(words, left.get(number), right.get(number))
    if middle is None:
        cut = near_left if near_left < len(columns) else len(words)
        head, tail = words[:cut], words[cut:]
    first = min(len(head), near_left)
    last = min(len(tail), near_right, len(columns) - first)
    end = len(columns) - last
    for column, word in zip(columns[:first], head, strict=False):
        column[number] = word
    for column, word in zip(columns[end:], tail[len(tail) - last :], strict=True):
        column[number] = word
    alone = [{number: word} for word in (*(middle or ()), *tail[: len(tail) - last])]
    behind = [{number: word} for word in head[first:]]
    return [*columns[:first], *behind, *columns[first:end], *alone, *columns[end:]]


def _reaching(columns: list[Column], neighbour: Column) -> int:
    """Count the columns, from the neighbour on, that a wording joins to it."""
    joined = (
        any(at in neighbour and neighbour[at].part == word.part for at, word in column.items())
        for column in columns
    )
    return sum(1 for _ in takewhile(bool, joined))


def _divided(
    words: Words, before: Word | None, behind: Word | None
) -> tuple[Words, Words | None, Words]:
    """Divide into what goes on from ``before``, what is joined to neither, what leads to the end.

    The middle is None when no omission parts the two.
    """
    if before and behind and before.part == behind.part:
        return words, None, []
    head = [word for word in words if before and word.part == before.part]
    tail = [word for word in words if behind and word.part == behind.part]
    return head, words[len(head) : len(words) - len(tail)], tail


def _key(column: Column, own: set[str]) -> str:
    """Return the word of a column that the next wording has, if it has any of them."""
    keys = [word.key for word in column.values()]
    return next((key for key in keys if key in own), keys[0])
