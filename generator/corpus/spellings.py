"""Where the names of people stand in the quotations, found in one pass over all."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.records import Person, Source

_FIRST_WORD = re.compile(r"\w+|\S")


def find(people: Iterable[Person], sources: Iterable[Source]) -> dict[str, tuple[str, ...]]:
    """Return the passages, as ``<source>#<passage>``, in which each spelling of a name stands."""
    names = {name for person in people for name in (person.name, *person.variants)}
    found: dict[str, dict[str, None]] = {name: {} for name in sorted(names)}
    starting: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        starting[_FIRST_WORD.findall(name + " -")[0]].append(name)
    for source in sources:
        for passage_id, passage in source.passages.items():
            for name in _names_in(passage.quote, starting):
                found[name][f"{source.id}#{passage_id}"] = None
    return {name: tuple(passages) for name, passages in found.items()}


def _names_in(text: str, starting: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the longest name that stands at each word of ``text``; each word is looked up once."""
    end = 0
    for word in _FIRST_WORD.finditer(text):
        for name in starting.get(word.group(), ()):
            stop = word.start() + len(name)
            if word.start() >= end and text.startswith(name, word.start()):
                if text[stop : stop + 1].isalnum():
                    continue
                end = stop
                yield name
                break
