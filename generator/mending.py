"""Writes the mends that can only be meant one way, and nothing else, into a file's text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator import edit, records, yamltext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.problems import Mend, Problem
    from generator.yamltext import Data


_KEY_WITHIN = re.compile(r"(?<=\S )([a-z_]+):(?=\s)")


@dataclass(frozen=True, kw_only=True)
class Mended:
    """A file after its mends: its text with the line ends it had, and what was done to it."""

    raw: str
    done: tuple[tuple[Problem, str], ...]  # with the text that each was written into


def certain(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems whose mend may be written without asking."""
    return [problem for problem in problems if problem.mend and _is_certain(problem.mend)]


def _is_certain(mend: Mend) -> bool:
    # Text that holds a key of a record may be two lines that ran together: `name: A note: B`.
    held = set(_KEY_WITHIN.findall(mend.text))
    return mend.is_certain and not held & _keys()


@cache
def _keys() -> frozenset[str]:
    """Return every key that any record has."""
    models = [value for value in vars(records).values() if isinstance(value, type)]
    fields = (model.model_fields.items() for model in models if issubclass(model, records.Model))
    return frozenset(field.alias or name for items in fields for name, field in items)


def mend(raw: str, file: str, problems: Iterable[Problem]) -> Mended:
    """Write the certain mends of ``problems``, which are of this file, into its text.

    One after another, from the end, so that places stay true; one that would change more than
    its own value, or that another one touches, is left out.
    """
    done: list[tuple[Problem, str]] = []
    first = None  # where the mend behind this one begins
    for problem, change in _from_the_end(problems):
        reach = (change.at.end_line, change.at.end_column)
        if first is not None and reach > first:
            continue
        text = raw.replace("\r\n", "\n")
        new = change.written_into(text)
        if new != text and _changes_one_thing(text, new, file, problem):
            done.append((problem, text))
            raw = edit.with_line_ends(raw, new)
            first = (change.at.line, change.at.column)
    return Mended(raw=raw, done=tuple(reversed(done)))


def _from_the_end(problems: Iterable[Problem]) -> Iterator[tuple[Problem, Mend]]:
    found = [(problem, problem.mend) for problem in certain(problems) if problem.mend]
    yield from sorted(found, key=lambda pair: pair[1].at, reverse=True)


def _changes_one_thing(text: str, new: str, file: str, problem: Problem) -> bool:
    before, told = yamltext.parse(text, file)
    after, left = yamltext.parse(new, file)
    if before is not None:
        return after is not None and _differences(before.data, after.data) == 1
    # YAML reads on: what is told now is fewer of the same, or lies farther down.
    same = {(p.code, p.message, p.position) for p in told}
    fresh = [p for p in left if (p.code, p.message, p.position) not in same]
    return after is not None or (
        len(left) < len(told) or all(p.position > problem.position for p in fresh)
    )


def _differences(one: Data, other: Data) -> int:
    """Count the values and keys in which two readings of a file differ, their order too."""
    if isinstance(one, dict) and isinstance(other, dict):
        if len(one) != len(other):
            return abs(len(one) - len(other)) + 1
        pairs = zip(one.items(), other.items(), strict=True)
        return sum((a != b) + _differences(x, y) for (a, x), (b, y) in pairs)
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return sum(_differences(x, y) for x, y in zip(one, other, strict=True))
    return int(one != other)
